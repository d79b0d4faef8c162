/* Looking closer: d3-zoom does wheel, drag, double-click and pinch; here are the bounds and the targets. */
import { help } from "../page/dialog.js";
import { around } from "../page/elements.js";
import { isPainting } from "../plan/plan.js";
import { select, zoom, zoomIdentity, zoomTransform } from "./d3.js";
import { map, members } from "./instrument.js";
import { placeNames } from "./labels.js";
import { rescale } from "./patterns.js";
import * as views from "./view_box.js";

/** @import { D3ZoomEvent, ZoomBehavior, ZoomTransform } from "d3-zoom" */
/** @import { Selection } from "d3-selection" */
/** @import { Box, Point } from "../sent.js" */
/** @import {} from "d3-transition" */

const CLOSEST = 0.12; // pixels per unit (10 m): 83 m a pixel
const SEEN = 24; // so many pixels of a municipality's box stay in view
/** @type {ZoomBehavior<SVGSVGElement, unknown>} */
let behaviour;
/** @type {Selection<SVGSVGElement, unknown, null, undefined>} */
let selection;
/** @type {Point} */
let size = [0, 0];
/** @type {ZoomTransform | null} */
let home = null; // null until the map was seen
let moved = false; // by the reader
/** @type {string[] | null} */
let aim = null; // what a step of the presentation holds the map on
/** @type {string[] | null} */
let awaited = null; // asked for while the map was not in sight

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whether the page itself scrolls (one column): a plain wheel or a single finger then belongs to the page. */
export function stacked() {
  return window.matchMedia("(max-width: 900px)").matches;
}

/** Whether a step of the presentation holds the map. */
export function isHeld() {
  return aim !== null;
}

/**
 * @param {Box} box
 * @param {views.Padding} padding
 * @param {number} closest
 */
function fit(box, padding, closest) {
  const { x, y, scale } = views.fit(box, size, padding, closest);
  return zoomIdentity.translate(x, y).scale(scale);
}

/* The edges stand in the style sheet, which sized the map before any script ran. */
function homeView() {
  const style = getComputedStyle(map.svg), edge = (/** @type {string} */ side) => parseFloat(style.getPropertyValue(`--edge-${side}`));
  return fit(map.chart.region, { left: edge("left"), right: edge("right"), top: edge("top"), bottom: edge("bottom") }, CLOSEST);
}

function measure() {
  const box = map.holder.getBoundingClientRect();
  if (!box.width || !box.height) return;
  const same = Math.abs(box.width - size[0]) < 1 && Math.abs(box.height - size[1]) < 1;
  if (same) return;
  const before = size, transform = current();
  size = [box.width, box.height];
  map.svg.setAttribute("viewBox", `0 0 ${size[0]} ${size[1]}`); // so that paper may scale what the screen shows
  home = homeView();
  const [width, height] = map.chart.frame;
  behaviour
    .extent([[0, 0], size])
    .scaleExtent([home.k, Math.max(CLOSEST, home.k * 4)])
    .translateExtent([[Math.min(0, home.invertX(0)), Math.min(0, home.invertY(0))],
      [Math.max(width, home.invertX(size[0])), Math.max(height, home.invertY(size[1])) + size[1] / 2 / home.k]]);
  if (aim) return jump(viewOf(aim));
  if (awaited) {
    const numbers = awaited;
    awaited = null;
    moved = true;
    return jump(viewOf(numbers));
  }
  if (!moved || !before[0]) return jump(home);
  // Keep what was in the middle in the middle.
  const middle = transform.invert([before[0] / 2, before[1] / 2]);
  jump(zoomIdentity.translate(size[0] / 2 - transform.k * middle[0], size[1] / 2 - transform.k * middle[1]).scale(transform.k));
}

/**
 * Where the usual bounds would let every municipality slip out of view, the nearest one holds the map.
 * @param {ZoomTransform} transform
 */
function inSight(transform) {
  const shown = [...transform.invert([SEEN, SEEN]), ...transform.invert([size[0] - SEEN, size[1] - SEEN])];
  const [x, y] = views.toNearest(Object.values(map.chart.boxes), /** @type {Box} */ (shown));
  return transform.translate(-x, -y);
}

function current() {
  return zoomTransform(map.svg);
}

/** @param {ZoomTransform} transform */
function jump(transform) {
  selection.call(behaviour.transform, transform);
}

/** @param {ZoomTransform} transform */
function glide(transform) {
  if (calm()) jump(transform);
  else selection.transition().duration(350).call(behaviour.transform, transform);
}

/** @param {D3ZoomEvent<SVGSVGElement, unknown>} event */
function draw({ transform, sourceEvent }) {
  if (sourceEvent) moved = true;
  const relative = home ? transform.k / home.k : 1;
  map.world.setAttribute("transform", `translate(${transform.x} ${transform.y}) scale(${transform.k})`);
  rescale(transform.k);
  placeNames(transform, relative);
  map.holder.dataset.zoom = relative.toFixed(2);
  map.holder.dispatchEvent(new Event("moved"));
}

/* How much of the map the panel hides from below where it spans the whole width, in pixels. */
function covered() {
  const box = document.querySelector(".panel-body")?.getBoundingClientRect();
  return box && box.width > size[0] * 0.9 ? box.height : 0;
}

/**
 * The view that shows some areas, none closer than names need; nobody is the whole region.
 * @param {string[]} numbers
 */
function viewOf(numbers) {
  if (!numbers.length) return home || homeView();
  const edge = Math.min(70, size[0] / 8), box = views.around(numbers.map((number) => map.chart.boxes[number]));
  return fit(box, { left: edge, right: edge, top: edge, bottom: edge + covered() }, numbers.length === 1 ? CLOSEST / 2 : CLOSEST);
}

/**
 * Whether a gesture is the map's. With a brush in the hand what begins on a municipality paints, but for two fingers,
 * the middle button and Shift.
 * @param {MouseEvent | TouchEvent | WheelEvent} event
 */
function isForMap(event) {
  if (aim) return false; // a step of the presentation holds the map
  if (event.type === "wheel") return event.ctrlKey || !stacked();
  const painting = isPainting(), paints = painting && !event.shiftKey && around(event, ".area") !== null;
  if ("touches" in event && event.type === "touchstart") return event.touches.length > 1 || !(painting ? paints : stacked());
  const button = "button" in event ? event.button : 0;
  return (button === 1 && painting) || (!button && !event.ctrlKey && !paints);
}

/** Let the map be moved. */
export function prepareZoom() {
  selection = select(map.svg);
  behaviour = /** @type {ZoomBehavior<SVGSVGElement, unknown>} */ (zoom())
    .filter(isForMap)
    .clickDistance(4)
    .on("zoom", draw)
    .on("start", () => map.holder.classList.add("moving"))
    .on("end", () => map.holder.classList.remove("moving"));
  const usual = behaviour.constrain();
  behaviour.constrain((...asked) => inSight(usual(...asked)));
  selection.call(behaviour);
  map.svg.style.removeProperty("touch-action"); // the style sheet's: what a finger does follows the brush
  map.svg.addEventListener("mousedown", (event) => {
    if (event.button === 1 && isPainting()) event.preventDefault(); // no scrolling by itself
  });
  new ResizeObserver(measure).observe(map.holder);
  measure();
  document.addEventListener("click", (event) => {
    const button = around(event, "[data-map]");
    if (button) act(button.dataset.map || "");
  });
}

/**
 * "zoom-in", "zoom-out", "home", "keys", or a group to look at: a network's id or "none".
 * @param {string} action
 */
export function act(action) {
  if (action !== "keys") moved = action !== "home";
  if (action === "zoom-in" || action === "zoom-out") {
    const factor = action === "zoom-in" ? 1.6 : 1 / 1.6;
    if (calm()) selection.call(behaviour.scaleBy, factor);
    else selection.transition().duration(200).call(behaviour.scaleBy, factor);
  } else if (action === "home") {
    if (home) glide(home);
  } else if (action === "keys") help();
  else to(members(action));
}

/**
 * Bring some areas into view, none closer than names need.
 * @param {string[]} numbers
 */
export function to(numbers) {
  if (!numbers.length) return;
  if (!home) return void (awaited = numbers);
  moved = true;
  glide(viewOf(numbers));
}

/**
 * Hold the map on some areas (none: the region) whatever its size becomes; null lets it go, as the region.
 * @param {string[] | null} numbers
 */
export function hold(numbers) {
  if (numbers === null && aim === null) return;
  aim = numbers;
  moved = false;
  measure();
  if (!size[0]) return;
  if (map.holder.dataset.ready) glide(viewOf(aim || []));
  else jump(viewOf(aim || [])); // the first picture looks closely already
}

/**
 * Move the map by a sixth of its size.
 * @param {number} east
 * @param {number} south
 */
export function pan(east, south) {
  moved = true;
  selection.call(behaviour.translateBy, (-east * size[0]) / 6 / current().k, (-south * size[1]) / 6 / current().k);
}

/**
 * Move the map just so far that an area can be seen.
 * @param {string} number
 */
export function reveal(number) {
  if (!home) return; // the map was never seen yet
  const box = map.chart.boxes[number], now = current();
  const [left, top] = now.apply([box[0], box[1]]), [right, bottom] = now.apply([box[2], box[3]]);
  const middle = [(left + right) / 2, (top + bottom) / 2];
  const floor = size[1] - covered() - 20;
  const inside = middle[0] > 20 && middle[1] > 20 && middle[0] < size[0] - 20 && middle[1] < floor;
  if (!inside) selection.call(behaviour.translateTo, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, [size[0] / 2, floor / 2]);
}

/**
 * A point of the scene in pixels of the map.
 * @param {number} x
 * @param {number} y
 */
export function point(x, y) {
  return current().apply([x, y]);
}
