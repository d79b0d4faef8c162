/* Fills that are more than one colour, as SVG patterns: made when they are first asked for, lines as wide as on the screen. */
import { chart } from "../page/chart.js";
import { only } from "../page/elements.js";
import { colourOf, patternId, tileOf } from "./fills.js";

/** @import { Founded, Tile } from "../sent.js" */

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
      element("rect", { x: start, y: 0, width, height: step }, node).style.fill = tint(`var(--${colour})`);
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
 * Make patterns in this picture.
 * @param {SVGElement} svg
 */
export function preparePatterns(svg) {
  defs = only("defs", svg);
}

/**
 * Colours of the networks that a scenario founds, for both themes.
 * @param {Founded[]} networks
 */
export function colourFounded(networks) {
  const rule = (/** @type {"light" | "dark"} */ theme) => networks.map(({ id, colours }) => `--network-${id}:${colours[theme]}`).join(";");
  let sheet = document.getElementById("founded");
  if (!sheet) {
    sheet = document.createElement("style");
    sheet.id = "founded";
    document.head.append(sheet);
  }
  sheet.textContent = `:root{${rule("light")}}@media (prefers-color-scheme:dark){:root{${rule("dark")}}}` +
    `:root[data-theme=light]{${rule("light")}}:root[data-theme=dark]{${rule("dark")}}@media print{:root,:root[data-theme]{${rule("light")}}}`;
}

/**
 * The fill on paper: the network's own pattern, so that it reads in black and white too.
 * @param {string} fill
 */
export function printFill(fill) {
  const { lines, step, width, ground } = chart.patterns.paper;
  if (!lines[fill]) return cssFill(fill, false);
  const id = "print-" + fill;
  if (!made.has(id)) {
    const node = element("pattern", { id, patternUnits: "userSpaceOnUse", width: step, height: step }, defs);
    const colour = `var(--${colourOf(fill)})`;
    element("rect", { width: step, height: step }, node).style.fill = `color-mix(in srgb, ${colour} ${100 * ground}%, white)`;
    element("path", { d: lines[fill], "stroke-width": width, fill: "none" }, node).style.stroke = colour;
    remember(id, node, 0);
  }
  return `url(#${id})`;
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
