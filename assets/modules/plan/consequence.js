/* What a press with the brush would do, in words: how many would be in a network, and how much more of the people. */
import { groupsOf, map } from "../map/instrument.js";
import { NONE, readScenario } from "./scenario.js";
import { known, today } from "./known.js";
import { isPainting, painted } from "./plan.js";

/**
 * How many are in a network, and which share of the people in per cent; null where somebody's people are not known.
 * @param {(number: string) => string[]} networksOf
 */
function covered(networksOf) {
  const people = map.captions?.people ?? {}, numbers = Object.keys(people);
  const inside = numbers.filter((number) => networksOf(number)[0] !== NONE);
  const sum = (/** @type {string[]} */ some) => some.reduce((total, number) => total + (people[number] ?? NaN), 0);
  const share = (100 * sum(inside)) / sum(numbers);
  return { count: inside.length, total: numbers.length, share: Number.isNaN(share) ? null : share };
}

/**
 * "til Hallingdal: 46 av 51, +0,1 prosentpoeng"; blank while nothing is painted, or where a press changes nothing.
 * @param {string} number
 */
export function consequence(number) {
  const words = map.captions;
  if (!isPainting() || !words) return "";
  const query = new URLSearchParams(painted([number])), changes = readScenario(query.get("scenario"), known(query));
  const after = (/** @type {string} */ one) => changes.get(one) ?? today(one);
  if (after(number).join() === groupsOf(number).join()) return "";
  const now = covered(groupsOf), then = covered(after), language = document.documentElement.lang;
  const points = now.share === null || then.share === null ? null : then.share - now.share;
  const written = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const whole = new Intl.NumberFormat(language);
  const to = after(number).map((id) => words.groups[id] ?? id).join(" + ");
  return words.press
    .replace("{network}", after(number)[0] === NONE ? words.noNetwork : to)
    .replace("{count}", whole.format(then.count)).replace("{total}", whole.format(then.total))
    .replace("{points}", points === null ? "?" : written.format(points).replace("-", "−"));
}
