/* Painting a state: called by Dash with what Python sends. */
import { placeFinder } from "../page/finder.js";
import { dash } from "../page/dash.js";
import { turnPage } from "../page/page.js";
import { tell } from "../story/story.js";
import { prepareHint } from "./hint.js";
import { prepareHover } from "./hover.js";
import { colour, context, map, mount, moved, name, outline, overlay } from "./instrument.js";
import { prepareKeys } from "./keys.js";
import { prepareNames, showNames } from "./labels.js";
import { colourFounded } from "./patterns.js";
import { prepareZoom } from "./zoom.js";

/** @import { Captions, Paint } from "../sent.js" */

function prepare() {
  if (!mount()) return false;
  prepareNames();
  prepareZoom();
  prepareHover();
  prepareKeys();
  prepareHint();
  return true;
}

/**
 * Paint a state; answers nothing.
 * @param {Paint | null} paint
 * @param {Captions | null} captions
 */
export function show(paint, captions) {
  if (paint && captions && (map.svg || prepare())) turn(paint, captions);
  return dash().no_update;
}

/**
 * @param {Paint} paint
 * @param {Captions} captions
 */
function turn(paint, captions) {
  const before = map.paint;
  map.paint = paint;
  map.foreseen = false;
  map.captions = captions;
  name(captions);
  colourFounded(paint.founded);
  colour(paint);
  context(paint);
  overlay(paint);
  moved(paint);
  outline(paint.chosen);
  showNames();
  placeFinder(captions.search);
  turnPage(paint, before);
  tell(paint);
  map.holder.dataset.state = paint.state.replace(/^\?/, "");
  map.holder.dataset.ready = "true";
}
