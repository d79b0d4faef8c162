/* The map as one instrument: mounts the scene once, and draws on it what a state says. */
import { chart } from "../page/chart.js";
import { all, byId, only } from "../page/elements.js";
import { borderKind } from "./borders.js";
import { cssFill, preparePatterns, SVG } from "./patterns.js";

/** @import { Captions, Paint } from "../sent.js" */

/** @type {Map<string, SVGPathElement>} */
const noAreas = new Map();

/** What is drawn, and where. Everything but `paint`, `captions` and the last four is there once the scene is mounted. */
export const map = {
  holder: /** @type {HTMLElement} */ (/** @type {unknown} */ (null)),
  svg: /** @type {SVGSVGElement} */ (/** @type {unknown} */ (null)),
  world: /** @type {SVGGElement} */ (/** @type {unknown} */ (null)),
  areas: noAreas,
  borders: /** @type {SVGPathElement[]} */ ([]),
  marks: /** @type {Record<string, SVGPathElement>} */ ({}),
  chart,
  paint: /** @type {Paint | null} */ (null),
  captions: /** @type {Captions | null} */ (null),
  chosen: /** @type {string | null} */ (null), // outlined: a municipality
  lit: /** @type {string | null} */ (null), // the group that a row of the legend lights up
  pointed: /** @type {string | null} */ (null), // the group whose row is pointed at
  foreseen: false, // whether the paint is ahead of the server
};

/**
 * Take over the map that came with the page: its areas were links, and are buttons from now on. It was as large as the
 * region; what is drawn goes into a picture as large as the window, which is another element, since nothing may move.
 */
export function mount() {
  const holder = byId("map"), first = only(".scene", holder);
  map.holder = holder;
  map.svg = document.createElementNS(SVG, "svg");
  map.svg.setAttribute("class", "scene");
  map.svg.append(...first.childNodes);
  first.replaceWith(map.svg);
  for (const link of all(".areas a", map.svg)) link.replaceWith(...link.childNodes);
  map.world = only(".world", map.svg);
  map.areas = new Map(paths(".area").map((path) => [path.dataset.municipality || "", path]));
  map.borders = paths(".border");
  for (const name of ["hovered", "focused", "chosen", "moved"]) map.marks[name] = only(".mark." + name, map.svg);
  preparePatterns(map.svg);
}

/**
 * @param {string} selector
 * @returns {SVGPathElement[]}
 */
function paths(selector) {
  return /** @type {any[]} */ (all(selector, map.svg));
}

/**
 * The path of a municipality that is on the map.
 * @param {string} number
 */
export function areaOf(number) {
  const path = map.areas.get(number);
  if (!path) throw new Error(`no municipality ${number} on the map`);
  return path;
}

/**
 * Draw an outline around one area, or around none.
 * @param {string} name
 * @param {string | null} number
 */
export function mark(name, number) {
  map.marks[name].setAttribute("d", (number && map.areas.get(number)?.getAttribute("d")) || "");
}

/** @type {string | null} */
let glowing = null;

/**
 * Light up the outline of networks: where one side of a border is in them and the other is not.
 * @param {string[] | null} groups
 */
export function glow(groups) {
  const key = groups ? groups.join("+") : "";
  if (glowing === key) return;
  glowing = key;
  const inside = (/** @type {string | undefined} */ number) => Boolean(number) && groupsOf(number || "").join("+") === key;
  for (const line of map.borders) {
    line.classList.toggle("glow", key !== "" && inside(line.dataset.left) !== inside(line.dataset.right));
  }
}

/**
 * Which areas belong to a group: a network's id, or "none".
 * @param {string} group
 */
export function members(group) {
  return [...map.areas.keys()].filter((number) => groupsOf(number).includes(group));
}

/**
 * The groups of a municipality, as they are painted.
 * @param {string} number
 */
export function groupsOf(number) {
  return map.paint?.groups[number] ?? [];
}

/**
 * Fill the areas and draw their borders.
 * @param {Paint} paint
 */
export function colour(paint) {
  const dimmed = new Set(paint.dimmed);
  map.svg.classList.toggle("classes", Object.keys(paint.levels).length > 0);
  for (const [number, path] of map.areas) {
    const fill = paint.levels[number] || paint.fills[number];
    const faint = dimmed.has(number) || (map.lit !== null && !groupsOf(number).includes(map.lit));
    put(path, "data-fill", fill);
    put(path, "fill", cssFill(fill, faint));
    path.classList.toggle("dimmed", faint);
  }
  glowing = null;
  for (const line of map.borders) {
    const { left = "", right = "" } = line.dataset, outer = right === "";
    const faint = dimmed.has(left) && (outer || dimmed.has(right)) ? " dimmed" : "";
    put(line, "class", `border ${borderKind(paint.groups[left], outer ? null : paint.groups[right])}${faint}`);
  }
}

/**
 * Give an attribute another value, where it has another: the browser styles anew whatever is touched.
 * @param {Element} node
 * @param {string} name
 * @param {string} value
 */
function put(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/**
 * Members outside the region are context: outlined while their network stands out.
 * @param {Paint} paint
 */
export function context(paint) {
  for (const path of paths("[data-outside]")) {
    const network = paint.outside[path.dataset.outside || ""];
    path.classList.toggle("member", Boolean(network));
    if (network) path.setAttribute("stroke", `var(--network-${network})`);
    else path.removeAttribute("stroke");
  }
}

/**
 * An outline by status on top, never a fill: networks that do not cover.
 * @param {Paint} paint
 */
export function overlay(paint) {
  const layer = only(".layer", map.svg);
  layer.replaceChildren();
  for (const [number, status] of Object.entries(paint.layer).sort()) { // the later lies on top, as in the first picture
    const path = map.areas.get(number) || map.svg.querySelector(`[data-outside="${number}"]`);
    if (!path) continue;
    for (const name of ["casing", "outline"]) {
      const line = document.createElementNS(SVG, "path");
      line.setAttribute("d", path.getAttribute("d") || "");
      line.setAttribute("class", name);
      if (name === "outline") line.dataset.status = status;
      layer.append(line);
    }
  }
}

/**
 * Say what the map and its areas are.
 * @param {Captions} captions
 */
export function name(captions) {
  map.svg.setAttribute("aria-label", captions.map);
  for (const [number, path] of map.areas) path.setAttribute("aria-label", captions.areas[number].label);
}

/**
 * Who moves in the scenario has an outline of its own.
 * @param {Paint} paint
 */
export function moved(paint) {
  const outlines = Object.keys(paint.today).map((number) => areaOf(number).getAttribute("d"));
  map.marks.moved.setAttribute("d", outlines.join(""));
}

/**
 * Outline the chosen area at once; the figures follow from the server.
 * @param {string | null} number
 */
export function outline(number) {
  mark("chosen", number);
  for (const [other, path] of map.areas) {
    if (other === number) path.setAttribute("aria-current", "true");
    else path.removeAttribute("aria-current");
  }
  map.chosen = number;
}
