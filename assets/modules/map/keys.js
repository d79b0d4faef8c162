/* The map by keyboard: one tab stop, arrows walk, letters jump, Enter chooses or paints, Escape clears. */
import { help } from "../page/dialog.js";
import { isPainting, paintWith, takeNth } from "../plan/plan.js";
import { nextStartingWith } from "./alphabet.js";
import { choose } from "./choose.js";
import { hideCard, showCard } from "./hover.js";
import { areaOf, map, mark } from "./instrument.js";
import { act, isHeld, pan, point, reveal } from "./zoom.js";

/** @type {Record<string, "left" | "right" | "up" | "down">} */
const ARROWS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
/** @type {Record<string, [number, number]>} */
const PANS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** @type {Record<string, string>} */
const ZOOMS = { "+": "zoom-in", "-": "zoom-out", 0: "home" };
let at = ""; // the municipality that is the tab stop

/** @param {string} number */
function stop(number) {
  map.areas.get(at)?.setAttribute("tabindex", "-1");
  at = number;
  areaOf(at).setAttribute("tabindex", "0");
}

/** @param {string | undefined} number */
function focus(number) {
  if (!number) return;
  stop(number);
  reveal(number);
  areaOf(number).focus({ preventScroll: true });
}

/** @param {string} number */
function card(number) {
  const stage = map.holder.getBoundingClientRect(), [x, y] = point(...map.chart.names[number].target);
  showCard(number, [stage.left + x, stage.top + y]);
  mark("hovered", null);
}

/** @param {string} letter */
function startingWith(letter) {
  const areas = Object.entries(map.captions?.areas ?? {});
  const names = Object.fromEntries(areas.map(([number, { name }]) => [number, name]));
  return nextStartingWith(letter, names, at, document.documentElement.lang);
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isHeld()) return;
  const { key } = event;
  if (ARROWS[key] && event.shiftKey) pan(...PANS[key]);
  else if (ARROWS[key]) focus(map.chart.walk[at][ARROWS[key]]);
  else if ((key === "Enter" || key === " ") && isPainting()) paintWith([at]);
  else if (key === "Enter" || key === " ") choose(at === map.chosen ? null : at);
  else if (key === "Escape") choose(null);
  else if (ZOOMS[key]) act(ZOOMS[key]);
  else if (/^[1-9]$/.test(key)) takeNth(Number(key));
  else if (key === "?") help();
  else if (/^\p{L}$/u.test(key)) focus(startingWith(key));
  else return;
  event.preventDefault();
}

/**
 * While the presentation holds the map, no area is a stop for Tab.
 * @param {boolean} resting
 */
export function restKeys(resting) {
  areaOf(at).setAttribute("tabindex", resting ? "-1" : "0");
}

/** Let keys walk on the map. */
export function prepareKeys() {
  map.svg.setAttribute("role", "group");
  map.svg.setAttribute("tabindex", "-1"); // the areas are the stop, not the picture around them
  for (const path of map.areas.values()) {
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", "-1");
  }
  stop([...map.areas.keys()][0]);
  map.svg.addEventListener("keydown", press);
  map.svg.addEventListener("focusin", ({ target }) => {
    const number = target instanceof SVGElement ? target.dataset.municipality : undefined;
    if (!number) return;
    const seen = areaOf(number).matches(":focus-visible");
    stop(number);
    mark("focused", seen ? number : null);
    if (seen) card(number);
  });
  map.holder.addEventListener("moved", () => { // the card goes with its area
    if (document.activeElement === areaOf(at) && areaOf(at).matches(":focus-visible")) card(at);
  });
  map.svg.addEventListener("focusout", () => {
    mark("focused", null);
    hideCard();
  });
}
