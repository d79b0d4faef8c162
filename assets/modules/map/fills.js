/* What an area is filled with: "naik", "none", "none-dialogue", "naik+follo" (both), "none~naik" (before and after), or
   "class-2" of a number. The same rules as dashboard/view/view.py, held together by tests/cases/fills.json. */

/** @import { Patterns, Tile } from "../sent.js" */

const NONE = "none";

/**
 * The fill of an area whose networks a scenario changes.
 * @param {string} before its fill today
 * @param {string[]} ids its networks in the scenario, or "none"
 */
export function changedFill(before, ids) {
  const after = ids[0] !== NONE ? ids.join("+") : before.startsWith(NONE) ? before : NONE;
  return after === before ? before : `${before}~${after}`;
}

/**
 * What the stripes of a change tell of: one that was before, and every one that comes. Before, the first that is left,
 * where any is; after, those that were not there before, or all where none is new.
 * @param {string} fill
 * @returns {[string, string[]]}
 */
export function beforeAndAfter(fill) {
  const [before, after] = fill.split("~").map((side) => side.split("+"));
  const gone = before.filter((id) => !after.includes(id)), come = after.filter((id) => !before.includes(id));
  return [(gone.length ? gone : before)[0], come.length ? come : after];
}

/**
 * The tile of a fill that is more than one colour; null for the others.
 * @param {string} fill
 * @param {Patterns} patterns
 * @returns {Tile | null}
 */
export function tileOf(fill, { hatches, stripes }) {
  if (fill.includes("~")) {
    const [before, after] = beforeAndAfter(fill), width = stripes.change;
    const step = width * after.length + stripes.edge; // the tile's edge cuts the last
    return { step, angle: stripes.angle, bars: [...after, before].map((id, place) => [width * place, width, colourOf(id)]) };
  }
  if (hatches[fill]) return hatches[fill];
  const ids = fill.split("+"), width = stripes.several;
  if (ids.length === 1) return null;
  return { step: width * ids.length, angle: stripes.angle, bars: ids.map((id, place) => [width * place, width, colourOf(id)]) };
}

/**
 * The name of the colour of a fill that is one colour; within stripes the unorganised have one, too.
 * @param {string} fill
 */
export function colourOf(fill) {
  if (fill.startsWith("class-")) return fill;
  return fill.startsWith(NONE) ? "gap-fill" : `network-${fill}`;
}

/**
 * The id of the pattern of a fill: "+" and "~" are different pictures.
 * @param {string} fill
 */
export function patternId(fill) {
  return "fill-" + fill.replaceAll("+", ".").replace("~", "_");
}
