/* Which part of the scene a window shows: boxes in scene units, sizes in pixels. */

/** @import { Box, Point } from "../sent.js" */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Padding */
/** @typedef {{ x: number, y: number, scale: number }} View pixels of the scene's origin, and pixels a scene unit */

/**
 * The view in which a box fills a window but for its padding, no closer than `closest`.
 * @param {Box} box
 * @param {Point} size
 * @param {Padding} padding
 * @param {number} closest pixels a scene unit
 * @returns {View}
 */
export function fit([left, top, right, bottom], [width, height], padding, closest) {
  const inner = [Math.max(40, width - padding.left - padding.right), Math.max(40, height - padding.top - padding.bottom)];
  const scale = Math.min(inner[0] / (right - left), inner[1] / (bottom - top), closest);
  const x = padding.left + inner[0] / 2 - (scale * (left + right)) / 2;
  const y = padding.top + inner[1] / 2 - (scale * (top + bottom)) / 2;
  return { x, y, scale };
}

/**
 * The box around boxes.
 * @param {Box[]} boxes
 * @returns {Box}
 */
export function around(boxes) {
  const all = (/** @type {number} */ side) => boxes.map((box) => box[side]);
  return [Math.min(...all(0)), Math.min(...all(1)), Math.max(...all(2)), Math.max(...all(3))];
}

/**
 * How far a window must move so that some box touches it: nothing where one does.
 * @param {Box[]} boxes
 * @param {Box} window
 * @returns {Point}
 */
export function toNearest(boxes, [left, top, right, bottom]) {
  /** @type {Point | null} */
  let nearest = null;
  for (const box of boxes) {
    const x = Math.max(box[0] - right, 0) + Math.min(box[2] - left, 0);
    const y = Math.max(box[1] - bottom, 0) + Math.min(box[3] - top, 0);
    if (!nearest || Math.hypot(x, y) < Math.hypot(...nearest)) nearest = [x, y];
  }
  return nearest || [0, 0];
}
