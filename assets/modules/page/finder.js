/* The search field as a combobox (WAI-ARIA practice: list with manual choice). The server finds, in Python. */
import { map } from "../map/instrument.js";
import { to } from "../map/zoom.js";
import { go, query } from "./address.js";
import { announce } from "./announce.js";
import { byId } from "./elements.js";

/** @import { Found, Hit } from "../sent.js" */

const WAIT_MS = 120; // after the last letter, before the server is asked
const list = () => byId("find-list");
const field = /** @type {HTMLInputElement} */ (byId("find"));
/** @type {Hit[]} */
let hits = [];
let at = -1, asked = 0, shown = 0, chosen = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

function close() {
  hits = [];
  at = -1;
  list().hidden = true;
  list().replaceChildren();
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

/* An answer or a question that is still on its way is forgotten with the text. */
function clear() {
  clearTimeout(timer);
  asked++;
  field.value = "";
  close();
}

/**
 * @param {Hit} hit
 * @param {number} place
 */
function option(hit, place) {
  const node = document.createElement("div");
  node.id = "find-" + place;
  node.setAttribute("role", "option");
  node.setAttribute("aria-selected", "false");
  for (const [name, text] of [["find-label", hit.label], ["note", hit.detail]]) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = text;
    node.append(part, " ");
  }
  node.addEventListener("mousedown", (event) => event.preventDefault());
  node.addEventListener("click", () => pick(place));
  return node;
}

/** @param {Found} answer */
function show(answer) {
  hits = answer.hits;
  at = -1;
  list().replaceChildren(...hits.map(option));
  if (!hits.length) {
    const nothing = document.createElement("div");
    nothing.className = "note nothing";
    nothing.textContent = answer.message;
    nothing.setAttribute("role", "option");
    nothing.setAttribute("aria-disabled", "true");
    nothing.setAttribute("aria-selected", "false");
    list().append(nothing);
  }
  list().hidden = false;
  field.setAttribute("aria-expanded", "true");
  announce(answer.message);
  if (hits.length) mark(0);
  if (chosen) pick(0);
  chosen = false;
}

/** @param {number} place */
function mark(place) {
  at = (place + hits.length) % hits.length;
  [...list().children].forEach((node, index) => node.setAttribute("aria-selected", String(index === at)));
  field.setAttribute("aria-activedescendant", "find-" + at);
  list().children[at].scrollIntoView({ block: "nearest" });
}

/** @param {string} text */
async function ask(text) {
  const number = ++asked;
  const parameters = new URLSearchParams(map.paint?.state ?? "");
  parameters.set("q", text);
  const response = await fetch("search?" + parameters);
  if (number === asked && response.ok && document.activeElement === field) {
    shown = number;
    show(await response.json());
  }
}

/** @param {number} place */
function pick(place) {
  const hit = hits[place];
  if (!hit) return;
  clear();
  find(hit);
}

/**
 * Go where a hit leads, and bring it into view.
 * @param {Hit} hit
 */
function find(hit) {
  const { view } = document.body.dataset;
  go(query({ view: view === "table" || view === "plan" ? view : null, ...hit.go }));
  requestAnimationFrame(() => requestAnimationFrame(() => to(hit.areas)));
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { key } = event;
  if (key === "ArrowDown" && hits.length) mark(at + 1);
  else if (key === "ArrowUp" && hits.length) mark(at - 1);
  else if (key === "Enter" && field.value.trim() && shown !== asked) chosen = true; // as soon as the answer is there
  else if (key === "Enter" && hits.length) pick(Math.max(0, at));
  else if (key === "Escape") clear();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Let the field answer. */
export function serveFinder() {
  field.addEventListener("input", () => {
    clearTimeout(timer);
    const text = field.value.trim();
    asked++;
    chosen = false;
    if (text) timer = setTimeout(() => ask(text), WAIT_MS);
    else close();
  });
  field.addEventListener("focusout", close);
  field.addEventListener("keydown", press);
}
