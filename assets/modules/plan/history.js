/* Undo, redo, reset: steps of the plan only, kept in this tab's session storage, apart from the browser's Back. */
import { go, text } from "../page/address.js";
import { known } from "./known.js";
import { blank, followed, left, planOf, redone, same, undone, withPlan } from "./plan_steps.js";

/** @import { Plan, Steps } from "./plan_steps.js" */

const STORE = "climate-plan-steps";
const now = () => planOf(window.location.search);
/** @type {Steps} */
let steps = { past: [], future: [], present: [] };
let restoring = false;

/* What is kept belongs to the scenario that was last seen in this tab; somebody else's link begins anew. */
/** @returns {Steps} */
function load() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORE) || "null");
    if (kept && same(kept.present, now())) return kept;
  } catch { /* nothing that can be read */ }
  return { past: [], future: [], present: now() };
}

/** @param {Steps} next */
function keep(next) {
  steps = next;
  try {
    sessionStorage.setItem(STORE, JSON.stringify(steps));
  } catch { /* a full or forbidden store: steps are then forgotten on reload */ }
}

/** @param {Steps | null} next */
function restore(next) {
  if (!next) return;
  keep(next);
  restoring = true;
  go(text(withPlan(window.location.search, next.present)));
  restoring = false;
}

const today = () => blank(now(), known(new URLSearchParams(window.location.search)));

/**
 * Before every change of the address: what a change of the plan leaves can be had back.
 * @param {string} search
 */
export function leave(search) {
  const next = planOf(search);
  if (!restoring && !same(now(), next)) keep(left(steps, now(), next));
}

export const undo = () => restore(undone(steps, now()));
export const redo = () => restore(redone(steps, now()));
export function reset() {
  if (!same(now(), today())) restore(left(steps, now(), today()));
}

/**
 * Which of the three have nothing to do.
 * @returns {Record<string, boolean>}
 */
export function idle() {
  return { undo: !steps.past.length, redo: !steps.future.length, reset: same(now(), today()) };
}

/** Take up what was kept, and follow the browser's Back and Forward. */
export function keepHistory() {
  steps = load();
  window.addEventListener("popstate", () => keep(followed(steps, now())));
}
