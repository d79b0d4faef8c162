/* Where the page's scripts begin: the page is there and painted, and is let through to the screen first. What listens is
   named in the order in which it hears: nothing listens by being imported. */
import { choose } from "./map/choose.js";
import { map } from "./map/instrument.js";
import { preview } from "./map/preview.js";
import { serveSkip } from "./map/skip.js";
import * as zoom from "./map/zoom.js";
import { afterGoing, beforeGoing, followLinks, go, query } from "./page/address.js";
import { takeOver } from "./page/answer.js";
import { ask, beginAsking } from "./page/ask.js";
import { watchCharts } from "./page/charts.js";
import { closeDialogs } from "./page/dialog.js";
import { tellHeight } from "./page/embed.js";
import { serveFinder } from "./page/finder.js";
import { searchTable } from "./page/page.js";
import { makePictures } from "./page/picture.js";
import { takeAlong } from "./page/take.js";
import { keepAlternatives } from "./plan/alternatives.js";
import { keepHistory, leave } from "./plan/history.js";
import { servePalette } from "./plan/palette.js";
import { servePins } from "./plan/pins.js";
import { servePlanner } from "./plan/plan.js";
import { serveSides } from "./plan/side_by_side.js";
import { serveTabs } from "./plan/tabs.js";
import { serveStory } from "./story/story.js";

function begin() {
  beforeGoing(leave);
  beforeGoing(preview);
  afterGoing(ask);
  followLinks();
  watchCharts();
  closeDialogs();
  tellHeight();
  serveFinder();
  searchTable();
  makePictures();
  keepHistory();
  keepAlternatives();
  servePlanner();
  servePins();
  servePalette();
  serveTabs();
  serveSides();
  serveSkip();
  serveStory();
  takeAlong();
  beginAsking();
  takeOver();
}

/** For whoever looks in from outside: the tests, and a developer's console. Nothing in the page reads it. */
Object.assign(window, { climate: { map, zoom, choose, go, query } });

// A page that nobody looks at has no frames.
if (document.visibilityState === "hidden") begin();
else requestAnimationFrame(() => setTimeout(begin));
