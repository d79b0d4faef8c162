/* What an area is filled with: "naik", "none", "none-dialogue", "naik+follo" (both), or "class-2" of a
   number. The same rules as dashboard/view/view.py, held together by tests/cases/fills.json. */

/** @import { Patterns, Tile } from "../sent.js" */

const NONE = "none";

/**
 * The fill of an area by its networks.
 * @param {string[]} ids its networks, or "none"
 * @param {boolean} dialogue whether a dialogue concerns it
 */
export function fillOf(ids, dialogue) {
  return ids[0] === NONE && dialogue ? `${NONE}-dialogue` : ids.join("+");
}

/**
 * The tile of a fill that is more than one colour; null for the others.
 * @param {string} fill
 * @param {Patterns} patterns
 * @returns {Tile | null}
 */
export function tileOf(fill, { hatches, stripes }) {
  if (hatches[fill]) return hatches[fill];
  const ids = fill.split("+"), width = stripes.several;
  if (ids.length === 1) return null;
  return { step: width * ids.length, angle: stripes.angle, bars: ids.map((id, place) => [width * place, width, colourOf(id)]) };
}

/**
 * The name of the colour of a fill that is one colour.
 * @param {string} fill
 */
export function colourOf(fill) {
  if (fill.startsWith("class-")) return fill;
  return `network-${fill}`;
}

/**
 * The id of the pattern of a fill.
 * @param {string} fill
 */
export function patternId(fill) {
  return "fill-" + fill.replaceAll("+", ".");
}
