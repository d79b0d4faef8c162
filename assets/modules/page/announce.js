/* What the server does not say itself: to eyes for a moment, and once, politely, to whoever listens. */
import { byId } from "./elements.js";

const SHOWN_MS = 1600;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * A short message on the page, for eyes; it goes away by itself.
 * @param {string} text
 * @param {number} shownMs
 */
export function toast(text, shownMs = SHOWN_MS) {
  const hint = byId("map-hint");
  hint.textContent = text;
  hint.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (hint.hidden = true), shownMs);
}

/**
 * Say it in the live region.
 * @param {string} text
 */
export function announce(text) {
  byId("announcer").textContent = text;
}

/**
 * Both.
 * @param {string} text
 */
export function say(text) {
  announce(text);
  toast(text);
}
