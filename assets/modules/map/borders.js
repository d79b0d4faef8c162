/* How a border is drawn: thin within a network, thick between networks, a hairline at the region's edge, dark around the
   unorganised. The same rule as
   dashboard/view/borders.py, held together by tests/cases/borders.json. */

const NONE = "none";

/**
 * Classes of a border between two areas.
 * @param {string[]} left networks, or "none"
 * @param {string[] | null} right the same beyond it; null where the region ends
 */
export function borderKind(left, right) {
  const gap = left[0] === NONE || (right !== null && right[0] === NONE);
  const kind = right === null ? "edge" : left.join("+") === right.join("+") ? "inner" : "outer";
  return `${kind}${gap ? " gap" : ""}`;
}
