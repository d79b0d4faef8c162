/* HTML from the server takes the place of what stands there, node by node (Idiomorph): what stays keeps its focus, its
   scroll and what somebody has done to it. What is kept beyond that is said here. */
import { Idiomorph } from "../../lib/idiomorph.js";
import { all } from "./elements.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

const FIELDS = "input, textarea, select", CONTROLS = "summary, a[href], button:not([disabled]), input:not([type=hidden])";

/** What scripts say of the search field while they list its hits, and of the tabs while one is open.
 * @type {Record<string, string[]>} */
const SCRIPTS_OWN = {
  "[role=combobox]": ["aria-expanded", "aria-activedescendant"],
  "[role=tab]": ["aria-selected", "tabindex"],
  "[role=tabpanel]": ["hidden"],
};

/**
 * Put HTML into a place.
 * @param {Element} place
 * @param {string} html
 */
export function morph(place, html) {
  Idiomorph.morph(place, html, { morphStyle: "innerHTML", callbacks: { beforeNodeMorphed: keep, beforeAttributeUpdated } });
}

/**
 * Before a node becomes another: what the reader has done goes into the new one, so that nothing changes back.
 * @param {Node} old
 * @param {Node} next
 */
function keep(old, next) {
  if (!(old instanceof Element && next instanceof Element)) return true;
  for (const [selector, names] of Object.entries(SCRIPTS_OWN)) {
    if (old.matches(selector) && next.matches(selector)) names.forEach((name) => stay(name, old, next));
  }
  if (old.hasAttribute("data-kept")) { // scripts fill it
    const label = next.getAttribute("aria-label");
    if (label !== null) old.setAttribute("aria-label", label);
    return false;
  }
  // Open or not as the reader left it, until the server means otherwise than it did.
  const same = old.getAttribute("data-fold") === next.getAttribute("data-fold");
  if (same && old.matches("details, dialog")) stay("open", old, next);
  if (old.matches(FIELDS) && next.matches(FIELDS)) keepTyped(/** @type {Field} */ (old), /** @type {Field} */ (next));
  return true;
}

/**
 * An attribute stays as it is.
 * @param {string} name
 * @param {Element} old
 * @param {Element} next
 */
function stay(name, old, next) {
  const value = old.getAttribute(name);
  if (value === null) next.removeAttribute(name);
  else next.setAttribute(name, value);
}

/**
 * What is typed or ticked stays, unless the server means another value than it did and nobody is in the field.
 * @param {Field} old
 * @param {Field} next
 */
function keepTyped(old, next) {
  const isNew = old.getAttribute("value") !== next.getAttribute("value") || old.hasAttribute("checked") !== next.hasAttribute("checked");
  if (isNew && document.activeElement !== old) return;
  if (old instanceof HTMLInputElement && next instanceof HTMLInputElement && old.type === "file") return;
  const value = old.value; // before the attribute changes: a field that nobody has typed in shows it
  next.value = value;
  if (old instanceof HTMLInputElement && next instanceof HTMLInputElement) next.checked = old.checked;
  if (isNew) old.value = value;
}

/**
 * A field without a value of the server's is not emptied.
 * @param {string} name
 * @param {Element} node
 * @param {"update" | "remove"} how
 */
function beforeAttributeUpdated(name, node, how) {
  return !(name === "value" && how === "remove" && node.matches(FIELDS));
}

/**
 * What can have the focus and is seen.
 * @param {Element} room
 */
function controls(room) {
  return all(CONTROLS, room).filter((control) => control.checkVisibility());
}

/**
 * The heading of a section in which nothing is left to press, ready for the focus.
 * @param {Element} room
 */
function heading(room) {
  const found = /** @type {HTMLElement | null} */ (room.querySelector(":scope > :is(h2, h3)"));
  if (found) found.tabIndex = -1;
  return found;
}

/**
 * Do something to the page, and do not let the focus fall out of it: where what had it goes, the control nearest to
 * its place gets it, within the innermost part that stays.
 * @param {() => void} change
 */
export function keepFocus(change) {
  const held = document.activeElement;
  if (!held || held === document.body) return change();
  const rooms = [];
  for (let room = held.parentElement; room && room.id !== "main" && room !== document.body; room = room.parentElement) {
    rooms.push({ room, place: controls(room).findIndex((control) => control.contains(held)) });
  }
  change();
  if (document.activeElement === held) return;
  if (held instanceof HTMLElement && held.isConnected && held.checkVisibility())
    return held.focus({ preventScroll: true }); // it was moved
  for (const { room, place } of rooms) {
    if (!room.isConnected) continue;
    if (room.id === "panel") break; // it is about somebody else now, and is read from its top
    const left = controls(room), next = left[Math.min(Math.max(place, 0), left.length - 1)] || heading(room);
    if (next) return next.focus({ preventScroll: true });
  }
  const [panel, map] = [".panel-body", '#map [tabindex="0"]'].map((place) => document.querySelector(place));
  const last = panel || map || document.getElementById("main");
  if (last instanceof HTMLElement || last instanceof SVGElement) last.focus({ preventScroll: true });
}
