/* Planning in the browser: a brush, and what its presses and the buttons do to the scenario in the address. */
import { map } from "../map/instrument.js";
import { afterAnswer, go, query, text } from "../page/address.js";
import { say } from "../page/announce.js";
import { all, around } from "../page/elements.js";
import { found, rename } from "./found.js";
import { idle, redo, reset, undo } from "./history.js";
import { importFile } from "./import_file.js";
import { known, today } from "./known.js";
import { NONE, assigned, readScenario, toggled, writeScenario } from "./scenario.js";

/** @import { Changes } from "./scenario.js" */

/** @type {string | null} */
let brush = null;
let also = false;

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

/** @param {(changes: Changes) => Changes} change */
function alter(change) {
  const query = parameters(), words = known(query);
  const scenario = writeScenario(change(readScenario(query.get("scenario"), words)), words);
  query.delete("scenario");
  if (scenario) query.set("scenario", scenario);
  go(text(query));
}

/**
 * Put municipalities into networks: an id, "none", or "today" for as it is.
 * @param {string[]} numbers
 * @param {string | null} to
 */
function assign(numbers, to) {
  if (to === null) {
    if (map.captions) say(map.captions.pickBrush);
  } else alter((changes) => assigned(changes, numbers, to, also, today));
}

/* ---- what the buttons look like */
function show() {
  const nothing = idle();
  for (const button of all("[data-plan]")) {
    const act = button.dataset.plan || "";
    if (act in nothing) button.setAttribute("aria-disabled", String(nothing[act]));
  }
  for (const button of all("[data-brush]")) button.setAttribute("aria-pressed", String(button.dataset.brush === held()));
  for (const button of all("[data-plan=also]")) button.setAttribute("aria-pressed", String(also));
  document.body.classList.toggle("brushing", isPainting());
}

/** @param {string | null} taken */
function take(taken) {
  brush = taken;
  show();
}

/** @type {Record<string, () => unknown>} */
const ACTS = {
  undo,
  redo,
  reset,
  found: () => found((id) => (brush = id)),
  import: importFile,
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
    alter((changes) => toggled(changes, number, toggleMember, today));
  } else if (move) assign((move.dataset.assign || "").split(","), move.dataset.to || held());
}

/** @type {Record<string, string>} field → parameter */
const FIELDS = { "cost-equal": "equal", "cost-each": "each", "plan-name": "title" };

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
  if (key === "Escape" && isPainting() && target.closest("#map, .plan-tools") && target.nodeName !== "INPUT") {
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
