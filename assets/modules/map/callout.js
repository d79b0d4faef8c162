/* What is said of the unorganised beside them, where the whole region is seen and there is room. */
import { map } from "./instrument.js";
import { SVG } from "./patterns.js";

/** @import { ZoomTransform } from "d3-zoom" */
/** @import { Place } from "./fitting.js" */

const NARROWEST = 700; // pixels of a map that has room for it
const CLOSEST = 1.3; // times the whole region
/** @type {SVGGElement} */
let callout;

/**
 * Its place among the names.
 * @param {SVGGElement} layer
 */
export function makeCallout(layer) {
  callout = document.createElementNS(SVG, "g");
  callout.setAttribute("class", "callout");
  layer.append(callout);
}

/** Nothing is said. */
export function takeCalloutAway() {
  callout.replaceChildren();
}

/**
 * Say it, if it has room; the box that it takes, or none.
 * @param {ZoomTransform} transform
 * @param {number} relative
 * @param {number} size of type, in pixels
 * @returns {Place[]}
 */
export function drawCallout(transform, relative, size) {
  const spot = map.chart.callout, lines = map.captions?.callout ?? [], { paint } = map, width = map.holder.clientWidth;
  if (!spot || !paint || !lines.length || width < NARROWEST || relative > CLOSEST || map.chosen) return [];
  if (Object.keys(paint.layer).length || Object.keys(paint.today).length) return [];
  const at = transform.apply(spot.at), to = transform.apply(spot.to), direction = spot.side === "left" ? -1 : 1;
  add("path", { d: `M${at[0]},${at[1]}H${to[0]}`, class: "leader" });
  add("circle", { cx: to[0], cy: to[1], r: 3.5 });
  lines.forEach((line, place) => {
    add("text", {
      x: at[0] + direction * 8,
      y: at[1] + (place - (lines.length - 1) / 2) * size * 1.4 + size * 0.35,
      "text-anchor": direction < 0 ? "end" : "start",
      class: place ? "detail" : "claim",
    }).textContent = line;
  });
  const box = callout.getBBox();
  if (box.x >= 4 && box.x + box.width <= width - 4) {
    return [{ left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height }];
  }
  takeCalloutAway();
  return [];
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function add(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  callout.append(node);
  return node;
}
