/* Painting over several: with a brush held, every area that the pointer is dragged over is painted at once, and the whole
   stroke is one step. Where the pointer was is looked up before anything is written: the page is laid out once a frame. */
import { afterAnswer } from "../page/address.js";
import { isPainting, paintWith, painted } from "../plan/plan.js";
import { hideCard } from "./hover.js";
import { map } from "./instrument.js";
import { foresee } from "./preview.js";

const STILL = 4; // pixels that a press may move and still be a press
const STEP = 6; // pixels between two looks on the way from one place to the next

/** @typedef {{ pointer: number, from: [number, number], numbers: Set<string>, begun: boolean }} Stroke */

/** @type {Stroke | null} */
let stroke = null;
let over = false; // the press that ends a stroke chooses nothing

/**
 * The municipality at a point of the window.
 * @param {number} x
 * @param {number} y
 */
function numberAt(x, y) {
  const hit = document.elementFromPoint(x, y);
  return hit instanceof SVGElement ? hit.dataset.municipality ?? null : null;
}

/** What the stroke would make of the plan, seen before the server knows. */
function show() {
  if (stroke?.begun) foresee(new URLSearchParams(painted([...stroke.numbers])));
}

/** @param {PointerEvent} event */
function press(event) {
  const { target, clientX, clientY, pointerId } = event;
  over = false;
  if (stroke && stroke.pointer !== pointerId) return giveUp(); // a second finger: the two of them move the map
  const number = target instanceof SVGElement ? target.dataset.municipality : null;
  if (!number || event.button || event.shiftKey || event.ctrlKey || !isPainting()) return;
  stroke = { pointer: pointerId, from: [clientX, clientY], numbers: new Set([number]), begun: false };
}

/** @param {PointerEvent} event */
function move(event) {
  if (!stroke || event.pointerId !== stroke.pointer) return;
  if (!event.buttons) return end();
  const { from: [x, y], numbers, begun } = stroke, before = numbers.size;
  if (!begun && Math.hypot(event.clientX - x, event.clientY - y) < STILL) return;
  const places = event.getCoalescedEvents?.() ?? [];
  for (const { clientX, clientY } of places.length ? places : [event]) along(stroke, clientX, clientY);
  if (begun && numbers.size === before) return;
  if (!begun) begin(stroke);
  show();
}

/** @param {Stroke} stroke */
function begin(stroke) {
  stroke.begun = true;
  map.svg.setPointerCapture(stroke.pointer); // beyond the map it is still heard when it is lifted
  hideCard();
}

/**
 * Take up what lies between where the pointer was and where it is.
 * @param {Stroke} stroke
 * @param {number} x
 * @param {number} y
 */
function along({ from, numbers }, x, y) {
  const [left, top] = from, looks = Math.ceil(Math.hypot(x - left, y - top) / STEP);
  for (let look = 1; look <= looks; look++) {
    const number = numberAt(left + ((x - left) * look) / looks, top + ((y - top) * look) / looks);
    if (number) numbers.add(number);
  }
  from[0] = x;
  from[1] = y;
}

/** The pointer is lifted: one change of the address, one question. */
function end() {
  const done = stroke;
  stroke = null;
  if (!done?.begun) return;
  swallow();
  paintWith([...done.numbers]);
}

/** As it was before the stroke. */
function giveUp() {
  const begun = stroke?.begun;
  stroke = null;
  if (!begun) return;
  swallow();
  foresee(new URLSearchParams(window.location.search));
}

/* The browser makes a press of what ends where it began. */
function swallow() {
  over = true;
  setTimeout(() => (over = false));
}

/** Let strokes paint. */
export function prepareStroke() {
  map.svg.addEventListener("pointerdown", press);
  map.svg.addEventListener("pointermove", move);
  map.svg.addEventListener("pointerup", end);
  map.svg.addEventListener("pointercancel", giveUp);
  map.svg.addEventListener("click", (event) => {
    if (over) event.stopImmediatePropagation();
  }, { capture: true });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !stroke?.begun) return;
    event.stopImmediatePropagation(); // the brush stays in the hand
    giveUp();
  }, { capture: true });
  afterAnswer(show); // of what was asked before the stroke: the stroke stays to be seen
}
