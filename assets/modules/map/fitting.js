/* Boxes of names: whether they fit, touch, and where one that must stand may go. Pixels of the screen. */

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Place */
/** @typedef {{ width: number, height: number }} Size */

/**
 * The part of its size that a name has where the largest that fits is `em` scene units; 1 at most.
 * @param {{ em: number, size: number }} name its largest size in scene units, and its size in pixels
 * @param {number} scale pixels a scene unit
 */
export function shrunk({ em, size }, scale) {
  return Math.min(1, (em * scale) / size);
}

/**
 * @param {Place} one
 * @param {Place} other
 */
export function overlaps(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * @param {Place} box
 * @param {Place} frame
 */
export function within(box, frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

/**
 * The box of a name around a point, at a part of its size.
 * @param {Size} size
 * @param {[number, number]} point
 * @param {number} part
 * @returns {Place}
 */
export function boxAt(size, [x, y], part) {
  const width = (size.width * part) / 2, height = (size.height * part) / 2;
  return { left: x - width, right: x + width, top: y - height, bottom: y + height };
}

/**
 * Where a name that must be shown may go when its place is taken: beside it, nearest first.
 * @param {Size} size
 * @param {boolean} beside whether its own place is none, since it would hide the area
 * @returns {[number, number][]}
 */
export function movesOf({ width, height }, beside) {
  /** @type {[number, number][]} */
  const moves = beside ? [[0, -1.6 * height], [0, 1.6 * height]] : [[0, 0]];
  for (const part of [0.5, 1]) {
    for (const [x, y] of [[-1, 0], [1, 0], [0, -1], [0, 1], [-1, -1], [-1, 1], [1, -1], [1, 1]]) {
      moves.push([x * width * part, y * height * part]);
    }
  }
  return moves;
}
