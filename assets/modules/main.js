/* Where the page's scripts begin. What listens is named in the order in which it hears: nothing listens by being imported. */
import { choose } from "./map/choose.js";
import { map } from "./map/instrument.js";
import { preview } from "./map/preview.js";
import { show } from "./map/show.js";
import * as zoom from "./map/zoom.js";
import { beforeGoing, followLinks, go, query } from "./page/address.js";
import { drawChart, watchCharts } from "./page/charts.js";
import { dash } from "./page/dash.js";
import { closeDialogs } from "./page/dialog.js";
import { keepDrafts } from "./page/drafts.js";
import { tellHeight } from "./page/embed.js";
import { makeFinder } from "./page/finder.js";
import { keepOpen } from "./page/focus.js";
import { searchTable } from "./page/page.js";
import { makePictures } from "./page/picture.js";
import { takeAlong } from "./page/take.js";
import { keepHistory, leave } from "./plan/history.js";
import { servePlanner } from "./plan/plan.js";
import { serveStory } from "./story/story.js";

beforeGoing(leave);
beforeGoing(preview);
followLinks();
watchCharts();
closeDialogs();
tellHeight();
makeFinder();
keepDrafts();
keepOpen();
searchTable();
makePictures();
keepHistory();
servePlanner();
serveStory();
takeAlong();
dash().modules.begin({ show, draw: drawChart });

/** For whoever looks in from outside: the tests, and a developer's console. Nothing in the page reads it. */
Object.assign(window, { climate: { map, zoom, choose, go, query } });
