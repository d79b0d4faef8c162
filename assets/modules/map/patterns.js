/* Fills that are more than one colour, as SVG patterns: made when they are first asked for, lines as wide as on the screen. */
import { chart } from "../page/chart.js";
import { only } from "../page/elements.js";
import { colourOf, patternId, tileOf } from "./fills.js";

/** @import { Tile } from "../sent.js" */

export const SVG = "http://www.w3.org/2000/svg";
const DIMMED = "-dimmed";
/** @type {SVGElement} */
let defs;
let scale = 1;
/** @type {Map<string, { node: SVGElement, angle: number }>} */
const made = new Map();

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {SVGElement} parent
 */
function element(name, attributes, parent) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  parent.append(node);
  return node;
}

/**
 * What does not stand out fades into the land: by colour, since nothing lies beneath to shine through.
 * @param {string} colour
 */
const faded = (colour) => `color-mix(in srgb, ${colour} ${100 * chart.faded}%, var(--land))`;

/**
 * @param {string} id
 * @param {Tile} tile
 */
function pattern(id, { angle, step, bars }) {
  for (const [suffix, tint] of /** @type {[string, (colour: string) => string][]} */ ([["", (colour) => colour], [DIMMED, faded]])) {
    const node = element("pattern", { id: id + suffix, patternUnits: "userSpaceOnUse", width: step, height: step }, defs);
    for (const [start, width, colour] of bars) {
      element("rect", { x: start, y: 0, width, height: step, fill: tint(`var(--${colour})`) }, node);
    }
    remember(id + suffix, node, angle);
  }
}

/**
 * @param {string} id
 * @param {SVGElement} node
 * @param {number} angle
 */
function remember(id, node, angle) {
  made.set(id, { node, angle });
  turn({ node, angle });
}

/** @param {{ node: SVGElement, angle: number }} entry */
function turn({ node, angle }) {
  node.setAttribute("patternTransform", `rotate(${angle}) scale(${1 / scale})`);
}

/**
 * Take over the patterns of this picture, and make further ones in it.
 * @param {SVGElement} svg
 */
export function preparePatterns(svg) {
  defs = only("defs", svg);
  for (const node of /** @type {NodeListOf<SVGElement>} */ (defs.querySelectorAll("pattern"))) {
    const angle = Number(/rotate\((-?[\d.]+)\)/.exec(node.getAttribute("patternTransform") || "")?.[1] || 0);
    made.set(node.id, { node, angle });
  }
}

/**
 * The CSS fill of a fill.
 * @param {string} fill
 * @param {boolean} dimmed
 */
export function cssFill(fill, dimmed) {
  const tile = tileOf(fill, chart.patterns);
  if (!tile) return dimmed ? faded(`var(--${colourOf(fill)})`) : `var(--${colourOf(fill)})`;
  const id = patternId(fill);
  if (!made.has(id)) pattern(id, tile);
  return `url(#${id}${dimmed ? DIMMED : ""})`;
}

/**
 * Lines keep their width on the screen while the map is scaled.
 * @param {number} pixelsPerUnit
 */
export function rescale(pixelsPerUnit) {
  scale = pixelsPerUnit;
  for (const entry of made.values()) turn(entry);
}
