/* Painting a state: what Python sends, drawn on the map that stands there. */
import { turnPage } from "../page/page.js";
import { tell } from "../story/story.js";
import { prepareHint } from "./hint.js";
import { prepareHover, refreshCard } from "./hover.js";
import { circles } from "./circles.js";
import { colour, context, map, mount, moved, name, outline, overlay } from "./instrument.js";
import { prepareKeys } from "./keys.js";
import { prepareNames, showNames } from "./labels.js";
import { prepareStroke } from "./stroke.js";
import { prepareZoom } from "./zoom.js";

/** @import { Captions, Paint } from "../sent.js" */

function prepare() {
  mount();
  prepareNames();
  prepareZoom();
  prepareStroke();
  prepareHover();
  prepareKeys();
  prepareHint();
}

/**
 * Paint a state; words that are not sent are those that stand already.
 * @param {Paint} paint
 * @param {Captions | null} sent
 */
export function show(paint, sent) {
  if (!map.svg) prepare();
  const before = map.paint, captions = sent || map.captions;
  if (!captions) throw new Error("a first state without words");
  map.paint = paint;
  map.foreseen = false;
  map.captions = captions;
  name(captions);
  colour(paint);
  context(paint);
  overlay(paint);
  circles(paint);
  moved(paint);
  outline(paint.chosen);
  turnPage(paint, before);
  tell(paint);
  showNames();
  refreshCard();
  map.holder.dataset.state = paint.state.replace(/^\?/, "");
  map.holder.dataset.ready = "true";
}
