/* What keys and fingers mean in the presentation. */

/** @type {Record<string, string>} key → act */
const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous",
  Home: "first", End: "last",
  o: "overview", f: "fullscreen", b: "blank", ".": "blank",
  "?": "keys", Escape: "leave",
};
const SWIPE = 50; // pixels

/**
 * The act that a key stands for; none where it is not the presentation's.
 * @param {{ key: string, shiftKey: boolean }} event
 * @param {boolean} onControl whether the space bar presses what has the focus
 * @returns {string | undefined}
 */
export function stepByKey({ key, shiftKey }, onControl) {
  if (key === " ") return onControl ? undefined : shiftKey ? "previous" : "next";
  return KEYS[key] || KEYS[key.toLowerCase()];
}

/**
 * How many steps a finger goes that moved so far to the right and down.
 * @param {number} right
 * @param {number} down
 */
export function stepBySwipe(right, down) {
  if (Math.abs(right) <= SWIPE || Math.abs(right) <= 1.5 * Math.abs(down)) return 0;
  return right < 0 ? 1 : -1;
}

/**
 * Whether an arrow scrolls what has the focus, since that can be scrolled.
 * @param {string} key
 * @param {{ scrollHeight: number, clientHeight: number } | null} room
 */
export function isScrolling(key, room) {
  return room !== null && room.scrollHeight > room.clientHeight + 1 && /^Arrow(Up|Down)$/.test(key);
}
