/* Names on the map: where Python placed them, shown when they fit at the present zoom and touch no other. */
import { all, only } from "../page/elements.js";
import { drawCallout, makeCallout, takeCalloutAway } from "./callout.js";
import { boxAt, movesOf, overlaps, shrunk, within } from "./fitting.js";
import { areaOf, groupsOf, map, members } from "./instrument.js";
import { SVG } from "./patterns.js";

/** @import { Label, Point } from "../sent.js" */
/** @import { ZoomTransform } from "d3-zoom" */
/** @import { Place } from "./fitting.js" */

/** @typedef {Label & { node: SVGGElement, size: number, width: number, height: number, always: boolean, shown: boolean }} Name */
/** @typedef {Name & { number: string, landmark: boolean }} Landmark */

const NETWORKS_UP_TO = 1.9; // times the whole region: nearer, municipalities have the room
const MUST_MOVE = 0.6; // the chosen one's name stands beside its area when it would have to shrink to less
/** @type {SVGGElement} */
let layer;
/** @type {[ZoomTransform, number] | null} */
let last = null;
/** @type {Name[]} */
let every = [];
/** @type {Map<string, Name>} municipality → its name */
const names = new Map();
/** @type {Map<string, Name & { initial: Name }>} network → its name */
const groups = new Map();
/** @type {Landmark[]} */
let landmarks = [];

const fontSize = () => parseFloat(getComputedStyle(map.holder).fontSize);
const founded = () => (map.paint?.founded ?? []).flatMap(({ id, label }) => (label ? [/** @type {const} */ ([id, label])] : []));
const foundedNow = () => JSON.stringify(founded());

/**
 * A name, not yet measured.
 * @param {string} kind
 * @param {Label} label
 * @param {number} size in pixels
 * @returns {Name}
 */
function made(kind, label, size) {
  const node = document.createElementNS(SVG, "g"), pill = document.createElementNS(SVG, "rect");
  const { line } = map.chart.names;
  node.setAttribute("class", "label " + kind);
  node.append(pill);
  label.lines.forEach((words, place) => {
    const text = document.createElementNS(SVG, "text");
    text.textContent = words;
    text.setAttribute("y", ((place - (label.lines.length - 1) / 2) * line + 0.35) * size + "px");
    node.append(text);
  });
  node.style.fontSize = size + "px";
  layer.append(node);
  return { ...label, node, size, width: 0, height: 0, always: false, shown: false };
}

/**
 * Width and height in pixels, measured once for each font size, when all names stand: the browser lays them out once.
 * @param {Name} name
 */
function measure(name) {
  const widths = [...name.node.querySelectorAll("text")].map((text) => text.getComputedTextLength());
  name.width = Math.max(...widths) + 10;
  name.height = name.lines.length * map.chart.names.line * name.size + 5;
}

/**
 * The ground of a name as large as it was measured; after all are measured, or the browser would lay out each anew.
 * @param {Name} name
 */
function ground(name) {
  const pill = only("rect", name.node);
  const { width, height } = name;
  for (const [attribute, value] of Object.entries({ x: -width / 2, y: -height / 2, width, height, rx: 4 })) {
    pill.setAttribute(attribute, String(value));
  }
}

function build() {
  layer.replaceChildren();
  names.clear();
  groups.clear();
  const size = fontSize();
  for (const [number, label] of Object.entries(map.chart.labels)) {
    const name = made("name", label, size);
    name.node.dataset.municipality = number;
    names.set(number, name);
  }
  for (const [id, label] of [...Object.entries(map.chart.networks), ...founded()]) {
    const name = made("group", label, Math.round(size * 1.45));
    const initial = made("group", { ...label, lines: [label.initial], em: 1e9 }, Math.round(size * 1.2));
    for (const one of [name, initial]) one.node.dataset.group = id;
    groups.set(id, { ...name, initial });
  }
  landmarks = map.chart.outside.map(({ number, name, at, landmark }) => {
    return { ...made("landmark", { lines: [name], x: at[0], y: at[1], em: 1e9 }, size), number, landmark };
  });
  every = [...names.values(), ...[...groups.values()].flatMap((name) => [name, name.initial]), ...landmarks];
  every.forEach(measure);
  every.forEach(ground);
  makeCallout(layer);
  layer.dataset.founded = foundedNow();
  layer.dataset.size = String(size);
}

/**
 * Who is placed first: the chosen, those outside, the networks (zoomed out), then the rest by size of area.
 * @param {ZoomTransform} transform
 * @param {number} relative
 * @returns {Name[]}
 */
function queue({ k }, relative) {
  const { always, smallest } = map.chart.names, today = map.paint?.today ?? {}, outside = map.paint?.outside ?? {};
  const isGap = (/** @type {string} */ number) => groupsOf(number)[0] === "none";
  const isFaint = (/** @type {string} */ number) => areaOf(number).classList.contains("dimmed");
  /** @type {Name[]} */
  const first = [], /** @type {Name[]} */ others = [];
  const few = [...names.keys()].filter((number) => isGap(number) || number in today).length <= always; // more would hide the map
  for (const [number, name] of names) {
    const gap = isGap(number), moved = number in today, chosen = number === map.chosen;
    name.always = (few && (gap || moved)) || chosen;
    const classes = { moved, gap, chosen, dimmed: isFaint(number) && !chosen };
    for (const [kind, is] of Object.entries(classes)) name.node.classList.toggle(kind, is);
    if (chosen) first.unshift(name);
    else (gap || moved ? first : others).push(name);
  }
  others.sort((one, other) => other.em - one.em);
  for (const [id, name] of groups) {
    const faint = members(id).every(isFaint);
    for (const one of [name, name.initial]) one.node.classList.toggle("dimmed", faint);
  }
  const networks = relative < NETWORKS_UP_TO ? [...groups].filter(([id]) => members(id).length).map(([, name]) => name) : [];
  const fitting = networks.map((name) => (name.size * smallest <= name.em * k ? name : name.initial));
  return [...first, ...fitting, ...landmarks.filter(({ landmark, number }) => landmark || outside[number]), ...others];
}

/**
 * Everybody's place, with the callout or without; false when the callout took the room of a name that must stand.
 * @param {ZoomTransform} transform
 * @param {number} relative
 * @param {boolean} called
 */
function arrange(transform, relative, called) {
  /** @type {Place[]} */
  const taken = [];
  const frame = { left: 0, top: 0, right: map.holder.clientWidth, bottom: map.holder.clientHeight };
  takeCalloutAway();
  if (called) taken.push(...drawCallout(transform, relative, fontSize()));
  const crowded = taken.length > 0;
  for (const name of every) name.shown = false;
  const free = (/** @type {Place} */ box) => within(box, frame) && !taken.some((other) => overlaps(box, other));
  for (const name of queue(transform, relative)) {
    const [x, y] = transform.apply([name.x, name.y]), part = shrunk(name, transform.k);
    if (!name.always && part < map.chart.names.smallest) continue;
    const factor = name.always ? 1 : part, isChosen = map.chosen !== null && name === names.get(map.chosen);
    const moves = name.always ? movesOf(name, isChosen && part < MUST_MOVE) : [/** @type {Point} */ ([0, 0])];
    const move = moves.find(([east, south]) => free(boxAt(name, [x + east, y + south], factor)));
    if (!move && name.always && crowded) return false;
    if (!move) continue;
    /** @type {Point} */
    const at = [x + move[0], y + move[1]];
    name.shown = true;
    taken.push(boxAt(name, at, factor));
    name.node.setAttribute("transform", `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)}) scale(${factor.toFixed(2)})`);
  }
  return true;
}

/** Names go into the scene; once the typeface is there they are measured anew. */
export function prepareNames() {
  layer = only(".labels", map.svg);
  document.fonts?.ready.then(() => {
    layer.replaceChildren();
    showNames();
  });
}

/**
 * Place every name for a view of the map; relative 1 is the whole region.
 * @param {ZoomTransform} transform
 * @param {number} relative
 */
export function placeNames(transform, relative) {
  last = [transform, relative];
  if (!map.paint) return;
  for (const first of all(".first-names", map.holder)) first.remove();
  const { size = "", founded } = layer.dataset;
  if (!layer.childNodes.length || parseFloat(size) !== fontSize() || founded !== foundedNow()) build();
  if (!arrange(transform, relative, true)) arrange(transform, relative, false);
  for (const name of every) name.node.style.display = name.shown ? "" : "none";
}

/** Place them again as the map stands, after a choice. */
export function showNames() {
  if (last) placeNames(...last);
}
