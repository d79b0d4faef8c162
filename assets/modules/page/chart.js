/* What the page carries for its scripts: places, patterns, names of parameters. It never changes while the server runs. */
import { byId } from "./elements.js";

const sent = JSON.parse(byId("chart").textContent || "");

/** @type {import("../sent.js").Chart} */
export const chart = { ...sent, renumbered: ownByOther(sent.renumbered) };

/**
 * Each number of another edition with the one that the page speaks of.
 * @param {Record<string, string>} others the numbers of other editions, with spaces between them, by their own
 * @returns {Record<string, string>}
 */
function ownByOther(others) {
  const pairs = Object.entries(others).flatMap(([own, numbers]) => numbers.split(" ").map((other) => [other, own]));
  return Object.fromEntries(pairs);
}
