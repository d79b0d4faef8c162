/* Undo, redo, reset as values: what of a query is the plan, and how a plan that is left can be had back. */
import { foundedIds, readScenario } from "./scenario.js";

/** @typedef {[string, string][]} Plan the pairs of a query that are the plan */
/** @typedef {{ past: Plan[], future: Plan[], present: Plan }} Steps */

const PARTS = ["scenario", "new", "pin", "compare"];
const MOST = 100;

/**
 * @param {unknown} one
 * @param {unknown} other
 */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What of a query is the plan.
 * @param {string} search
 * @returns {Plan}
 */
export function planOf(search) {
  const query = new URLSearchParams(search);
  return PARTS.flatMap((name) => query.getAll(name).map((value) => /** @type {[string, string]} */ ([name, value])));
}

/**
 * A query with another plan.
 * @param {string} search
 * @param {Plan} plan
 */
export function withPlan(search, plan) {
  const query = new URLSearchParams(search);
  PARTS.forEach((name) => query.delete(name));
  plan.forEach(([name, value]) => query.append(name, value));
  return query;
}

/**
 * Today again: what is kept to compare stays, and the networks that it stands in, in the order in which they are met
 * (as `_with_compared` in dashboard/view/state.py; tests/cases/founded.json).
 * @param {Plan} plan
 * @param {Pick<import("./scenario.js").Known, "numbers" | "networks">} known with the networks that the plan founds
 * @returns {Plan}
 */
export function blank(plan, known) {
  const compared = plan.filter(([name]) => name === "compare"), founded = plan.filter(([name]) => name === "new");
  const kept = compared.flatMap(([, text]) => {
    const used = new Set([...readScenario(text, known).values()].flat());
    return founded.filter(([, value]) => foundedIds([value]).some((id) => used.has(id)));
  });
  return [...new Set(kept), ...compared];
}

/**
 * The steps after the plan became another: what it was can be had back, what was taken back cannot any more.
 * @param {Steps} steps
 * @param {Plan} now
 * @param {Plan} next
 * @returns {Steps}
 */
export function left({ past }, now, next) {
  return { past: [...past, now].slice(-MOST), future: [], present: next };
}

/**
 * The steps after one was taken back; null where there is none.
 * @param {Steps} steps
 * @param {Plan} now
 * @returns {Steps | null}
 */
export function undone({ past, future }, now) {
  const last = past.at(-1);
  return last ? { past: past.slice(0, -1), future: [...future, now], present: last } : null;
}

/**
 * The steps after one that was taken back was taken again; null where there is none.
 * @param {Steps} steps
 * @param {Plan} now
 * @returns {Steps | null}
 */
export function redone({ past, future }, now) {
  const last = future.at(-1);
  return last ? { past: [...past, now], future: future.slice(0, -1), present: last } : null;
}

/**
 * The steps after the browser's Back or Forward, which go through the same plans: steps taken elsewhere.
 * @param {Steps} steps
 * @param {Plan} now
 * @returns {Steps}
 */
export function followed({ past, future, present }, now) {
  const passed = (/** @type {Plan[]} */ plans) => plans.findLastIndex((plan) => same(plan, now));
  const back = passed(past), forth = passed(future);
  if (same(now, present)) return { past, future, present };
  if (back >= 0) return { past: past.slice(0, back), future: [...future, present, ...past.slice(back + 1).reverse()], present: now };
  if (forth >= 0) return { past: [...past, present, ...future.slice(forth + 1).reverse()], future: future.slice(0, forth), present: now };
  return { past, future, present: now };
}
