/* The address bar is the state: links and buttons write it, one server callback answers it. */
import { map } from "../map/instrument.js";
import { chart } from "./chart.js";
import { around, isPlain } from "./elements.js";
import { changed, mended, merged, written } from "./query.js";

/** @type {((search: string) => void)[]} */
const listeners = [], askers = /** @type {typeof listeners} */ ([]);
/** @type {(() => void)[]} */
const followers = [];

/**
 * Hear of every change of the address before it is made.
 * @param {(search: string) => void} listener
 */
export function beforeGoing(listener) {
  listeners.push(listener);
}

/**
 * Answer every change of the address, after it is made.
 * @param {(search: string) => void} asker
 */
export function afterGoing(asker) {
  askers.push(asker);
}

/**
 * Be told of every state that has taken its place on the page.
 * @param {() => void} follower
 */
export function afterAnswer(follower) {
  followers.push(follower);
}

/** A state has taken its place. */
export function answered() {
  for (const follower of followers) follower();
}

/**
 * Go to another state: a query with its "?", pushed onto the browser's history.
 * @param {string} wanted
 */
export function go(wanted) {
  const search = mended(wanted === "?" ? "" : wanted, chart);
  if (search === window.location.search) return;
  for (const listener of listeners) listener(search);
  window.history.pushState(null, "", window.location.pathname + search);
  for (const asker of askers) asker(search);
}

/**
 * The present query with some parameters changed; null takes one away.
 * @param {Record<string, string | null>} changes
 */
export function query(changes) {
  return text(changed(window.location.search, changes));
}

/**
 * Parameters as the address writes them.
 * @param {URLSearchParams} parameters
 */
export function text(parameters) {
  return written(parameters, chart.parameters);
}

/**
 * Another query in place, without a step in the history and without asking anybody.
 * @param {string} search
 */
export function rewrite(search) {
  window.history.replaceState(window.history.state, "", window.location.pathname + (search === "?" ? "" : search));
}

/** An address typed with numbers of a later edition is rewritten in place. */
export function mend() {
  const { search } = window.location, based = mended(search, chart);
  if (based !== search) rewrite(based);
}

/** Follow links within the page, and the browser's Back and Forward, without a reload. */
export function followLinks() {
  let { search } = window.location;
  beforeGoing((next) => (search = next));
  window.addEventListener("popstate", () => {
    if (window.location.search === search) return; // another place of the same page
    ({ search } = window.location);
    for (const asker of askers) asker(search);
  });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || !isPlain(event)) return;
    const target = around(event, 'button[name="go"], a[href^="?"]:not([href*="#"])');
    if (!target || target.getAttribute("target") === "_blank") return;
    event.preventDefault();
    const wanted = (target instanceof HTMLButtonElement ? target.value : target.getAttribute("href")) || "";
    go(text(merged(wanted, map.paint?.state ?? "", window.location.search)));
  });
}
