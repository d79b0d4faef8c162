/* The card beside the pointer, and choosing with mouse and finger. No round trip for what is already known. */
import { around, byId } from "../page/elements.js";
import { isPainting, paintWith } from "../plan/plan.js";
import { consequence } from "../plan/consequence.js";
import { choose } from "./choose.js";
import { colour, glow, groupsOf, map, mark } from "./instrument.js";
import { SVG } from "./patterns.js";

const RIGHT = 18, LEFT = 14, BELOW = 18, EDGE = 6, WIDTH = 56, HEIGHT = 14; // pixels between pointer and card, and between card and the map's edge; the trend
/** @type {HTMLElement} */
let card;
let shown = ""; // what the card says
/** @type {[string, [number, number]] | null} what the card is about, and where it was asked for */
let pointedAt = null;

/** @param {Event} event */
function numberAt(event) {
  return around(event, "[data-municipality]")?.dataset.municipality ?? null;
}

/**
 * @param {string} className
 * @param {string} content
 */
function line(className, content) {
  const node = document.createElement("div");
  node.className = className;
  node.textContent = content;
  return node;
}

/**
 * The people of a municipality over the years as a small line, with the first and the last year in words.
 * @param {string} number
 */
function trend(number) {
  const { people, years } = map.chart, known = people[number].flatMap((value, at) => (value === null ? [] : [[at, value]]));
  const node = document.createElement("div"), drawing = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
  node.className = "card-trend";
  if (known.length < 2) return node;
  const values = known.map(([, value]) => value), low = Math.min(...values), high = Math.max(...values) || 1;
  const x = (/** @type {number} */ at) => (WIDTH * (years[at] - years[0])) / (years[years.length - 1] - years[0]), y = (/** @type {number} */ value) => HEIGHT - (HEIGHT * (value - low)) / (high - low || 1);
  path.setAttribute("d", "M" + known.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join("L"));
  drawing.setAttribute("viewBox", `-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`);
  drawing.append(path);
  const written = new Intl.NumberFormat(document.documentElement.lang), [first, last] = [known[0], known[known.length - 1]];
  const words = document.createElement("span");
  words.textContent = `${years[first[0]]}: ${written.format(first[1])} – ${years[last[0]]}: ${written.format(last[1])}`;
  node.append(drawing, words);
  return node;
}

/** Let pointers show the card, choose, and light networks up. */
export function prepareHover() {
  card = byId("map-card");
  map.svg.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    showCard(numberAt(event), [event.clientX, event.clientY]);
  });
  map.svg.addEventListener("pointerleave", hideCard);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hideCard();
  });
  map.svg.addEventListener("click", (event) => {
    const number = numberAt(event);
    if (event.defaultPrevented) return;
    if (number && isPainting()) return paintWith([number]);
    if (event.detail > 1) return; // the second of a double-click looks closer
    choose(number === map.chosen ? null : number);
  });
  document.addEventListener("pointerover", (event) => {
    light(around(event, "[data-network-toggle]")?.dataset.networkToggle ?? null);
  });
}

/** What is pointed at may have become another: the card says so. */
export function refreshCard() {
  if (pointedAt) showCard(...pointedAt);
}

/** Nobody is pointed at. */
export function hideCard() {
  showCard(null, [0, 0]);
}

/**
 * The same card for pointer and keyboard: name, network, inhabitants.
 * @param {string | null} number
 * @param {[number, number]} at a point of the window
 */
export function showCard(number, at) {
  mark("hovered", number);
  glow(number ? groupsOf(number) : null);
  const words = number && map.captions?.areas[number];
  pointedAt = number ? [number, at] : null;
  card.hidden = !words;
  if (!words) return;
  const press = consequence(number), said = [number, press, ...Object.values(words)].join("\n");
  if (shown !== said) { // an answer, or another brush, may have brought others
    shown = said;
    const lines = [line("card-name", words.name), line("card-network", words.network), line("card-population", words.population)];
    if (words.value) lines.push(line("card-value", words.value));
    lines.push(trend(number));
    if (press) lines.push(line("card-press", press));
    card.replaceChildren(...lines);
  }
  const stage = map.holder.getBoundingClientRect();
  const x = at[0] - stage.left, y = at[1] - stage.top;
  const left = x + RIGHT + card.offsetWidth > stage.width ? x - card.offsetWidth - LEFT : x + RIGHT;
  const top = Math.min(Math.max(EDGE, y + BELOW), stage.height - card.offsetHeight - EDGE);
  card.style.transform = `translate(${Math.max(4, left)}px, ${top}px)`;
}

/**
 * Light one network up while its row in the legend is pointed at.
 * @param {string | null} group
 */
function light(group) {
  if (map.pointed === group || !map.paint) return;
  map.pointed = map.lit = group; // a press puts the light out until another row is pointed at
  colour(map.paint);
}
