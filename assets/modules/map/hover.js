/* The card beside the pointer, and choosing with mouse and finger. No round trip for what is already known. */
import { around, byId } from "../page/elements.js";
import { isPainting, paintWith } from "../plan/plan.js";
import { choose } from "./choose.js";
import { colour, glow, groupsOf, map, mark } from "./instrument.js";

const RIGHT = 18, LEFT = 14, BELOW = 18, EDGE = 6; // pixels between pointer and card, and between card and the map's edge
/** @type {HTMLElement} */
let card;
/** @type {{ name: string, network: string, population: string } | null} */
let shownWords = null;
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

/** Let pointers show the card, choose, and light networks up. */
export function prepareHover() {
  card = byId("map-card");
  map.svg.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    showCard(numberAt(event), [event.clientX, event.clientY]);
  });
  map.svg.addEventListener("pointerleave", hideCard);
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
  if (shownWords !== words) { // an answer may have brought others
    shownWords = words;
    card.replaceChildren(line("card-name", words.name), line("card-network", words.network), line("card-population", words.population));
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
