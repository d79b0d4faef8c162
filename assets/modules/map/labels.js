/* Names on the map: each at the first of its spots (dashboard/geometry/spots.py) that fits at the present zoom. */
import { all, only } from "../page/elements.js";
import { calloutName, calloutNode, drawCallout, makeCallout } from "./callout.js";
import { areaOf, groupsOf, map, members } from "./instrument.js";
import { SVG } from "./patterns.js";
import { drawPins } from "../plan/pins.js";
import { place, placeMost, placeTogether } from "./placing.js";

/** @import { NamePlaces } from "../sent.js" */
/** @import { ZoomTransform } from "d3-zoom" */
/** @import { Bounds, Candidate, Ground, Stand, Wanted } from "./placing.js" */

/**
 * A name: its nodes, the way it is written at present, and its size in pixels.
 * @typedef {object} Name
 * @property {NamePlaces} places
 * @property {SVGGElement} node
 * @property {SVGGElement} leader
 * @property {number} layout
 * @property {number} em
 * @property {boolean} must
 * @property {number} reach in pixels
 * @property {boolean} onLabel whether it has a ground of its own
 * @property {boolean} isNetwork
 */
/** @typedef {Name & { number: string, landmark: boolean }} Landmark */

const NETWORKS_UP_TO = 1.9; // times the whole region: nearer, municipalities have the room
const NETWORK_EM = 1.45;
/** @type {SVGGElement} */
let layer;
/** @type {[ZoomTransform, number] | null} */
let last = null;
/** @type {Name[]} */
let every = [];
/** @type {Map<string, Name>} municipality → its name */
const names = new Map();
/** @type {Map<string, Name>} network → its name */
const groups = new Map();
/** @type {Landmark[]} */
let landmarks = [];
/** @type {Name[]} */
let counties = [];
/** @type {SVGGElement} */
let pins;
let built = "";
/** @type {Bounds[]} what lies over the map */
let covered = [];
/** @type {Map<string | null, { spot: number, size: number }>} everybody's spot in the present view, and size in pixels */
const spots = new Map();
let isFirst = false; // whether the first picture is being taken over
let seenAt = ""; // the present view: size of the map, and how near it is
let seenIn = ""; // the size of the map when that was looked up

const fontSize = () => parseFloat(getComputedStyle(map.holder).fontSize);
/* On a projector no municipality's name shrinks: it is as small as can be read from the last row. */
const smallest = () => (map.paint?.shape === "story" ? 1 : map.chart.lettering.smallest);
const networks = () => ({ ...map.chart.networks, ...map.paint?.networks });

/**
 * A name without its letters, which come with a place.
 * @param {string} kind
 * @param {NamePlaces} places
 * @param {number} em in pixels
 * @returns {Name}
 */
function made(kind, places, em) {
  const node = document.createElementNS(SVG, "g"), leader = document.createElementNS(SVG, "g");
  node.setAttribute("class", "label " + kind);
  node.append(document.createElementNS(SVG, "rect"));
  node.style.fontSize = em + "px";
  leader.append(document.createElementNS(SVG, "line"), document.createElementNS(SVG, "circle"));
  layer.append(leader, node);
  return { places, node, leader, layout: -1, em, must: false, reach: map.chart.lettering.reach * em, onLabel: false, isNetwork: kind === "group" };
}

/**
 * Write a name in one of its ways, on a ground of that size.
 * @param {Name} name
 * @param {Candidate} candidate
 */
function write(name, { layout, width, height }) {
  if (name.layout === layout) return;
  name.layout = layout;
  const { lines } = name.places.layouts[layout], { line } = map.chart.lettering, pill = only("rect", name.node);
  for (const text of all("text", name.node)) text.remove();
  lines.forEach((words, at) => {
    const text = document.createElementNS(SVG, "text");
    text.textContent = words;
    text.setAttribute("y", ((at - (lines.length - 1) / 2) * line + 0.35) * name.em + "px");
    name.node.append(text);
  });
  for (const [attribute, value] of Object.entries({ x: -width / 2, y: -height / 2, width, height, rx: 4 })) {
    pill.setAttribute(attribute, String(value));
  }
}

function build() {
  layer.replaceChildren();
  names.clear();
  groups.clear();
  const em = fontSize(), { networkReach } = map.chart.lettering;
  for (const number of map.chart.order) {
    const name = made("name", map.chart.names[number], em);
    name.node.dataset.municipality = number;
    names.set(number, name);
  }
  for (const [id, places] of Object.entries(networks())) {
    const name = made("group", places, Math.round(em * NETWORK_EM));
    name.node.dataset.group = id;
    name.node.setAttribute("stroke", `var(--network-${id})`);
    name.reach = networkReach * name.em;
    groups.set(id, name);
  }
  landmarks = map.chart.outside.map(({ number, landmark, places }) => ({ ...made("landmark", places, em), number, landmark }));
  counties = Object.entries(map.chart.counties).map(([county, places]) => {
    const name = made("county", places, em);
    name.node.dataset.county = county;
    return name;
  });
  every = [...names.values(), ...groups.values(), ...landmarks, ...counties];
  makeCallout(layer);
  pins = document.createElementNS(SVG, "g");
  layer.append(pins);
}

/**
 * What its classes say of a name.
 * @param {Name} name
 * @param {Record<string, boolean>} classes
 */
function mark({ node, leader }, classes) {
  for (const [kind, is] of Object.entries(classes)) node.classList.toggle(kind, is);
  leader.setAttribute("class", ["leader", ...Object.keys(classes).filter((kind) => classes[kind])].join(" "));
}

/**
 * Who is placed first: the chosen, those outside, those moved, the networks (zoomed out), then the rest by population, and the
 * counties around.
 * The same order as in dashboard/picture/names.py.
 * @param {number} relative
 * @returns {Name[]}
 */
function queue(relative) {
  const { always } = map.chart.lettering, today = map.paint?.today ?? {}, outside = map.paint?.outside ?? {};
  const isGap = (/** @type {string} */ number) => groupsOf(number)[0] === "none";
  const isFaint = (/** @type {string} */ number) => areaOf(number).classList.contains("dimmed");
  /** @type {Name[]} */
  const chosenFirst = [], /** @type {Name[]} */ outsiders = [], /** @type {Name[]} */ movers = [], /** @type {Name[]} */ others = [];
  const few = [...names.keys()].filter((number) => isGap(number) || number in today).length <= always; // more would hide the map
  for (const [number, name] of names) {
    const gap = isGap(number), moved = number in today, chosen = number === map.chosen;
    name.must = (few && (gap || moved)) || chosen;
    name.onLabel = gap || moved || chosen;
    name.node.setAttribute("stroke", gap ? "none" : `var(--network-${groupsOf(number)[0]})`); // behind its letters
    mark(name, { gap, moved, chosen, dimmed: isFaint(number) && !chosen });
    (chosen ? chosenFirst : gap ? outsiders : moved ? movers : others).push(name);
  }
  for (const [id, name] of groups) mark(name, { dimmed: members(id).every(isFaint) });
  for (const name of [...landmarks, ...counties]) mark(name, {});
  const standing = relative < NETWORKS_UP_TO ? [...groups].filter(([id]) => members(id).length).map(([, name]) => name) : [];
  const named = landmarks.filter(({ landmark, number }) => landmark || outside[number]);
  return [...chosenFirst, ...outsiders, ...movers, ...standing, ...named, ...others, ...counties];
}

/**
 * The spots of a name on the screen.
 * @param {Name} name
 * @param {ZoomTransform} transform
 * @returns {Candidate[]}
 */
function candidates({ places, em, onLabel, node }, transform) {
  const { around, line, label } = map.chart.lettering, target = transform.apply(places.target);
  const found = places.spots.map(([east, south, largest, side, layout], spot) => {
    const { lines, width } = places.layouts[layout], [x, y] = transform.apply([east, south]);
    const room = (largest * transform.k) / (onLabel && !side ? label : 1), height = 1 + (lines.length - 1) * line;
    return { x, y, side, largest: room, width: (width + around[0]) * em, height: (height + around[1]) * em, target, layout, spot };
  });
  if (node.dataset.municipality !== map.chosen || map.chosen === null) return found;
  const { lastResort, lastApart } = map.chart.lettering, { lines, width } = places.layouts[0], [x, y] = target;
  const height = (1 + (lines.length - 1) * line + around[1]) * em;
  const last = lastResort.map(([side, down], at) => ({
    x: x + side * lastApart * em, y: y + down * lastApart * em, side, largest: Infinity,
    width: (width + around[0]) * em, height, target, layout: 0, spot: found.length + at,
  }));
  return [...found, ...last];
}

/**
 * A name as it asks for a place.
 * @param {Name} name
 * @param {ZoomTransform} transform
 * @returns {Wanted}
 */
function wanted(name, transform) {
  const { smallestNetwork, nearly } = map.chart.lettering, { spots } = name.places;
  const within = spots.findIndex(([, , , side]) => side) >>> 0; // those come first
  /** @type {[number, number][]} */
  const passes = name.must ? [[1, 0], [smallest(), 0]] : name.isNetwork ? [[nearly, within], [smallestNetwork, 0]] : [[smallest(), 0]];
  return settled({ size: name.em, candidates: candidates(name, transform), passes, must: name.must, reach: name.reach }, name.node);
}

/**
 * Where it stood in this very view a name stands again, if that is free: nothing hops around at a press, nor when the
 * first picture is taken over.
 * @param {Wanted} name
 * @param {Element} node
 * @returns {Wanted}
 */
function settled(name, node) {
  const stood = spots.get(keyOf(node)), found = name.candidates.find(({ spot }) => spot === stood?.spot);
  if (!stood || !found) return name;
  const was = { ...found, largest: Math.min(found.largest, stood.size) };
  const passes = name.passes.map(([least, first]) => /** @type {[number, number]} */ ([least, first && first + 1]));
  const last = Math.min(...passes.map(([least]) => least));
  return { ...name, candidates: [was, ...name.candidates], passes: [[last, 1], ...passes] };
}

/**
 * What a name is known by: its municipality, its network or county, or that it is the callout.
 * @param {Element} node
 */
function keyOf(node) {
  const { municipality, group, county } = /** @type {SVGElement} */ (node).dataset;
  return municipality ?? group ?? county ?? node.getAttribute("class");
}

/* Where the first picture has its names. */
function readFirst() {
  const pictures = all(".first-names", map.holder);
  isFirst = pictures.length > 0;
  for (const first of pictures) {
    if (first.checkVisibility()) {
      for (const node of all("[data-spot]", first)) {
        const part = parseFloat(node.getAttribute("font-size") ?? "");
        spots.set(keyOf(node), { spot: Number(node.dataset.spot), size: part ? part * fontSize() : Infinity });
      }
    }
    first.remove();
  }
}

/**
 * Everybody's place: those that must be seen together, and with them the callout where it takes nobody's room.
 * @param {ZoomTransform} transform
 * @param {number} relative
 */
function arrange(transform, relative) {
  /** @type {Ground} */
  const ground = { frame: [0, 0, map.holder.clientWidth, map.holder.clientHeight], boxes: [...covered, ...drawPins(pins, transform, fontSize())], leaders: [] };
  /** @type {Map<Name, Stand>} */
  const stands = new Map();
  const queued = queue(relative), must = queued.filter((name) => name.must), asked = must.map((name) => wanted(name, transform));
  // A first picture without it has no room for it: it comes with the next view.
  const callout = isFirst && !spots.has("callout") ? null : calloutName(transform, relative, fontSize());
  const called = callout && placeTogether(ground, [settled(callout, calloutNode()), ...asked]);
  const together = called ? called.slice(1) : placeMost(ground, asked);
  together.forEach((stand, at) => stand && stands.set(must[at], stand));
  for (const name of queued.filter((name) => !name.must)) {
    const stand = place(ground, wanted(name, transform));
    if (stand) stands.set(name, stand);
  }
  drawCallout(called ? called[0] : null, fontSize());
  for (const name of every) draw(name, stands.get(name));
  spots.clear();
  for (const [name, { candidate, part }] of stands) spots.set(keyOf(name.node), { spot: candidate.spot, size: part * name.em });
  if (called?.[0]) spots.set(keyOf(calloutNode()), { spot: called[0].candidate.spot, size: Infinity });
}

/**
 * @param {Name} name
 * @param {Stand} [stand]
 */
function draw(name, stand) {
  const { node, leader } = name;
  node.style.display = stand ? "" : "none";
  leader.style.display = stand?.leader ? "" : "none";
  if (!stand) return;
  const { box, part } = stand;
  write(name, stand.candidate);
  node.classList.toggle("beside", stand.candidate.side !== 0);
  node.setAttribute("transform", `translate(${((box[0] + box[2]) / 2).toFixed(1)} ${((box[1] + box[3]) / 2).toFixed(1)}) scale(${part.toFixed(2)})`);
  if (stand.leader) drawLeader(leader, stand.leader);
}

/**
 * A line from the edge of a name to its area, with a dot where it arrives.
 * @param {SVGElement} leader
 * @param {[number, number, number, number]} line
 */
export function drawLeader(leader, [x1, y1, x2, y2]) {
  for (const [attribute, value] of Object.entries({ x1, y1, x2, y2 })) only("line", leader).setAttribute(attribute, value.toFixed(1));
  for (const [attribute, value] of Object.entries({ cx: x2, cy: y2, r: 2.5 })) only("circle", leader).setAttribute(attribute, value.toFixed(1));
}

/* What lies over the map, where no name would be seen. */
function lookOver() {
  const stage = map.holder.getBoundingClientRect();
  covered = all(".map-tools, .key, .options, .panel-body, .plan-bar, #selection > *", document.body).flatMap((one) => {
    const { left, top, right, bottom, width } = one.getBoundingClientRect();
    const isOver = width > 0 && left < stage.right && right > stage.left && top < stage.bottom && bottom > stage.top;
    return isOver ? [/** @type {Bounds} */ ([left - stage.left, top - stage.top, right - stage.left, bottom - stage.top])] : [];
  });
}

/** Names go into the scene. */
export function prepareNames() {
  layer = only(".labels", map.svg);
}

/**
 * Place every name for a view of the map; relative 1 is the whole region.
 * @param {ZoomTransform} transform
 * @param {number} relative
 */
export function placeNames(transform, relative) {
  last = [transform, relative];
  if (!map.paint) return;
  const at = `${map.holder.clientWidth} ${map.holder.clientHeight}`;
  if (seenIn !== at) lookOver();
  seenIn = at;
  const view = `${at} ${transform.k}`;
  if (seenAt && seenAt !== view) spots.clear();
  seenAt = view;
  readFirst();
  const now = JSON.stringify([fontSize(), map.paint.networks]);
  if (built !== now) build();
  built = now;
  arrange(transform, relative);
}

/** Place them again as the map stands, after a choice: what lies over it may be other than before. */
export function showNames() {
  seenIn = "";
  if (last) placeNames(...last);
}
