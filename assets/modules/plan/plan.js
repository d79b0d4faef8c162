/* Planning in the browser: a brush, and what its presses and the buttons do to the scenario in the address. */
import { map } from "../map/instrument.js";
import { afterAnswer, go, query, text } from "../page/address.js";
import { say, toast } from "../page/announce.js";
import { all, around, focused } from "../page/elements.js";
import { found, rename } from "./found.js";
import { idle, redo, reset, undo } from "./history.js";
import { importFile } from "./import_file.js";
import { known, today } from "./known.js";
import { closePalette, showPalette, togglePalette } from "./palette.js";
import { NONE, assigned, readScenario, toggled, writeScenario } from "./scenario.js";

/** @import { Changes } from "./scenario.js" */

const TOLD_MS = 5000; // two sentences
/** @type {string | null} */
let brush = null;
let also = false;
let isTold = false;
/** @type {string | null} */
let founded = null; // the network whose brush gets the focus as soon as it is there

const parameters = () => new URLSearchParams(window.location.search);
/* A brush whose network was taken back paints nothing. */
const held = () => (brush !== null && [NONE, "today", ...known(parameters()).networks].includes(brush) ? brush : null);

/** Whether a press on the map paints. */
export function isPainting() {
  return document.body.dataset.view === "plan" && held() !== null;
}

/**
 * Put municipalities where the brush says.
 * @param {string[]} numbers
 */
export function paintWith(numbers) {
  assign(numbers, held());
}

/**
 * The query in which municipalities stand where the brush says.
 * @param {string[]} numbers
 */
export function painted(numbers) {
  const to = held();
  return to === null ? window.location.search : altered((changes) => assigned(changes, numbers, to, also, today));
}

/** @param {(changes: Changes) => Changes} change */
function altered(change) {
  const query = parameters(), words = known(query);
  const scenario = writeScenario(change(readScenario(query.get("scenario"), words)), words);
  query.delete("scenario");
  if (scenario) query.set("scenario", scenario);
  return text(query);
}

/**
 * Put municipalities into networks: an id, "none", or "today" for as it is.
 * @param {string[]} numbers
 * @param {string | null} to
 */
function assign(numbers, to) {
  if (to === null) {
    if (map.captions) say(map.captions.pickBrush);
  } else go(altered((changes) => assigned(changes, numbers, to, also, today)));
}

/* ---- what the buttons look like */
function show() {
  const nothing = idle();
  for (const button of all("[data-plan]")) {
    const act = button.dataset.plan || "";
    if (act in nothing) button.setAttribute("aria-disabled", String(nothing[act]));
  }
  for (const button of all("[data-plan=also]")) button.setAttribute("aria-pressed", String(also));
  showPalette(held());
  document.body.classList.toggle("brushing", isPainting());
  const button = document.getElementById(`brush-${founded}`);
  if (!button) return;
  founded = null;
  closePalette();
  if (focused().closest(".found")) button.focus({ preventScroll: true });
}

/** @param {string | null} taken */
function take(taken) {
  brush = taken;
  closePalette();
  show();
  if (taken) tellPainting();
}

/** The first time that a brush is taken: how one paints, and how the map is moved meanwhile. */
function tellPainting() {
  if (isTold || !map.captions) return;
  isTold = true;
  const { paint, paintFingers } = map.captions.hints;
  toast(window.matchMedia("(pointer: coarse)").matches ? paintFingers : paint, TOLD_MS);
}

/**
 * Take the brush with this number in the list, from 1; while nobody plans there is none.
 * @param {number} place
 */
export function takeNth(place) {
  const button = all("[data-brush]")[place - 1];
  if (!button) return;
  take(button.dataset.brush ?? null);
  say(button.getAttribute("aria-label") || "");
}

/** @type {Record<string, () => unknown>} */
const ACTS = {
  undo,
  redo,
  reset,
  found: () => found((id) => (brush = founded = id)),
  import: importFile,
  palette: togglePalette,
  also: () => {
    also = !also;
    show();
  },
};

/** @param {MouseEvent} event */
function press(event) {
  const plan = around(event, "[data-plan]"), paint = around(event, "[data-brush]");
  const move = around(event, "[data-assign]"), member = around(event, "[data-toggle-member]");
  if (plan) ACTS[plan.dataset.plan || ""]();
  else if (paint) take(brush === paint.dataset.brush ? null : paint.dataset.brush ?? null);
  else if (member) {
    const { number = "", toggleMember = "" } = member.dataset;
    go(altered((changes) => toggled(changes, number, toggleMember, today)));
  } else if (move) assign((move.dataset.assign || "").split(","), move.dataset.to || held());
}

/** @type {Record<string, string>} field → parameter */
const FIELDS = { "cost-equal": "equal", "cost-each": "each", "cost-most": "most", "plan-name": "title" };

/** @param {Event} event */
function change({ target }) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const name = FIELDS[target.id];
  if (name) go(query({ [name]: target.value.trim() || null }));
  else if (target instanceof HTMLInputElement && target.id.startsWith("rename-")) rename(target);
}

/** @param {KeyboardEvent} event */
function pressKey(event) {
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  if (target.id === "found-name" && key === "Enter") ACTS.found();
  if (key === "Escape" && isPainting() && target.closest("#map, .plan-tools, .plan-bar") && target.nodeName !== "INPUT") {
    take(null); // put away: a press on the map chooses again
  }
  if (document.body.dataset.view !== "plan" || !(event.ctrlKey || event.metaKey) || /^(INPUT|TEXTAREA)$/.test(target.nodeName)) return;
  if (key.toLowerCase() === "z") {
    event.preventDefault();
    (event.shiftKey ? redo : undo)();
  }
}

/** Let the planner's tools work. */
export function servePlanner() {
  document.addEventListener("click", press);
  document.addEventListener("change", change);
  document.addEventListener("keydown", pressKey);
  afterAnswer(show);
}
