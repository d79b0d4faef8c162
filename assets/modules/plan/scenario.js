/* A scenario as the address writes it, "3006:kongsberg,3045:naik,3048:none,3039:naik+follo": the same rules as
   geodata/planning/scenario_text.py and dashboard/view/state.py, held together by tests/cases/scenario.json. */

/** @typedef {Map<string, string[]>} Changes number → its whole set of networks in the scenario, "none" alone for none */

/** What stands for "in no network" where ids stand. */
export const NONE = "none";

/**
 * What an address may speak of: numbers by every number they have, networks in their order, and where each stands today.
 * @typedef {{ numbers: Record<string, string>, networks: string[], today: (number: string) => string[] }} Known
 */

/**
 * The changes that a text means; what is not understood does not count, and of two about one municipality the last does.
 * @param {string | null} text
 * @param {Pick<Known, "numbers" | "networks">} known
 * @returns {Changes}
 */
export function readScenario(text, { numbers, networks }) {
  /** @type {Changes} */
  const changes = new Map();
  for (const part of (text || "").split(",")) {
    const [, place = "", wanted = ""] = /^([^:]*):([^]*)$/.exec(part) || [];
    const [, digits = ""] = /^(\d{3,4})(?:\.0+)?$/.exec(place.trim()) || []; // as spreadsheets write numbers, too
    const number = numbers[digits.padStart(4, "0")], named = [...new Set(wanted.trim().split(/[+ ]+/).filter(Boolean))];
    const ids = named.join() === NONE ? named : inOrder(named.filter((id) => networks.includes(id)), networks);
    if (number && ids.length) changes.set(number, ids);
  }
  return changes;
}

/**
 * The text of changes: by number, networks in their order, without what is as it is today.
 * @param {Changes} changes
 * @param {Pick<Known, "networks" | "today">} known
 */
export function writeScenario(changes, { networks, today }) {
  const real = [...changes].filter(([number, ids]) => !sameNetworks(ids, today(number)));
  real.sort(([one], [other]) => (one < other ? -1 : 1));
  return real.map(([number, ids]) => `${number}:${inOrder(ids, networks).join("+")}`).join(",");
}

/**
 * @param {string[]} ids
 * @param {string[]} networks
 */
function inOrder(ids, networks) {
  return [...ids].sort((one, other) => networks.indexOf(one) - networks.indexOf(other));
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
export function sameNetworks(one, other) {
  return one.length === other.length && one.every((id) => other.includes(id));
}

/**
 * The ids of the networks that the values of `new` found. Split at the first colon; the first of one id counts.
 * @param {string[]} values
 */
export function foundedIds(values) {
  return [...new Set(values.map((value) => value.split(":")[0].trim()))];
}

/**
 * The changes with some municipalities put into networks.
 * @param {Changes} changes
 * @param {string[]} numbers
 * @param {string} to an id, "none", or "today" for as it is
 * @param {boolean} also beside the networks where they stand, not instead of them
 * @param {(number: string) => string[]} today
 * @returns {Changes}
 */
export function assigned(changes, numbers, to, also, today) {
  const next = new Map(changes);
  for (const number of numbers) {
    const beside = also && to !== "today" && to !== NONE ? members(changes.get(number) || today(number)) : [];
    next.set(number, to === "today" ? today(number) : [...new Set([...beside, to])]);
  }
  return next;
}

/**
 * The changes with one municipality taken into a network, or out of it.
 * @param {Changes} changes
 * @param {string} number
 * @param {string} network
 * @param {(number: string) => string[]} today
 * @returns {Changes}
 */
export function toggled(changes, number, network, today) {
  const now = members(changes.get(number) || today(number));
  const ids = now.includes(network) ? now.filter((id) => id !== network) : [...now, network];
  return new Map(changes).set(number, ids.length ? ids : [NONE]);
}

/** @param {string[]} ids */
function members(ids) {
  return ids.filter((id) => id !== NONE);
}
