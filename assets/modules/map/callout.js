/* What is said of the unorganised beside them, where the whole region is seen and there is room. */
import { map } from "./instrument.js";
import { SVG } from "./patterns.js";

/** @import { ZoomTransform } from "d3-zoom" */
/** @import { Stand, Wanted } from "./placing.js" */

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

/** The node that it is drawn in. */
export function calloutNode() {
  return callout;
}

/**
 * It as a name that asks for a place; null where nothing is said. A step of the presentation has its own words.
 * @param {ZoomTransform} transform
 * @param {number} relative
 * @param {number} size of type, in pixels
 * @returns {Wanted | null}
 */
export function calloutName(transform, relative, size) {
  const said = map.captions?.callout;
  if (!said || !map.paint || relative > CLOSEST || map.chosen || map.paint.shape === "story") return null;
  if (Object.keys(map.paint.layer).length) return null; // which has a key of its own
  const candidates = said.spots.map(([east, south, largest, side, target], spot) => {
    const [x, y] = transform.apply([east, south]);
    return { x, y, side, largest: largest * transform.k, width: said.width * size, height: said.height * size, target: transform.apply(target), layout: 0, spot };
  });
  return { size, candidates, passes: [[1, 0]], must: true, reach: 0 };
}

/**
 * Say it where it stands, or nothing.
 * @param {Stand | null} stand
 * @param {number} size of type, in pixels
 */
export function drawCallout(stand, size) {
  callout.replaceChildren();
  const said = map.captions?.callout;
  if (!stand?.leader || !said) return;
  const { claim, calloutLine, apart } = map.chart.lettering, [x, y, toX, toY] = stand.leader, { side } = stand.candidate;
  const leader = add(callout, "g", { class: "leader" });
  add(leader, "line", { x1: x, y1: y, x2: toX, y2: toY });
  add(leader, "circle", { cx: toX, cy: toY, r: 2.5 });
  said.lines.forEach((line, place) => {
    add(callout, "text", {
      x: x + side * apart * size,
      y: y + ((place - (said.lines.length - 1) / 2) * calloutLine + 0.35) * size,
      "font-size": (place ? 1 : claim) * size + "px",
      "text-anchor": side < 0 ? "end" : "start",
      class: place ? "detail" : "claim",
    }).textContent = line;
  });
}

/**
 * @param {SVGElement} parent
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function add(parent, name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  parent.append(node);
  return node;
}
