/* How a border is drawn: thin within a network, thick around it, dark around the unorganised. The same rule as
   dashboard/view/borders.py, held together by tests/cases/borders.json. */

const NONE = "none";

/**
 * Classes of a border between two areas.
 * @param {string[]} left networks, or "none"
 * @param {string[] | null} right the same beyond it; null where the region ends
 */
export function borderKind(left, right) {
  const gap = left[0] === NONE || (right !== null && right[0] === NONE);
  const inner = right !== null && left.join("+") === right.join("+");
  return `${inner ? "inner" : "outer"}${gap ? " gap" : ""}`;
}
