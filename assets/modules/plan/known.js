/* What the page knows of a scenario's words: numbers, networks, and where each municipality stands today. */
import { map } from "../map/instrument.js";
import { chart } from "../page/chart.js";
import { foundedIds } from "./scenario.js";

/** @type {Record<string, string>} a number of the base edition always means itself */
const numbers = { ...chart.renumbered, ...Object.fromEntries(Object.keys(chart.boxes).map((number) => [number, number])) };

/**
 * With the networks that a query founds, after the others, as Python writes them.
 * @param {URLSearchParams} query
 * @returns {import("./scenario.js").Known}
 */
export function known(query) {
  return { numbers, networks: [...chart.covering, ...foundedIds(query.getAll("new"))], today };
}

/**
 * Ids of the networks that a municipality is in today, or "none".
 * @param {string} number
 */
export function today(number) {
  const { standing, today: was = {}, groups = {} } = map.paint ?? {};
  return (standing ?? was)[number] ?? groups[number] ?? [];
}
