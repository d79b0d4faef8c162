/* The address bar is the state: links and buttons write it, one server callback answers it. */
import { map } from "../map/instrument.js";
import { chart } from "./chart.js";
import { setProps } from "./dash.js";
import { around, isPlain } from "./elements.js";
import { keepFocus } from "./focus.js";
import { changed, mended, merged, written } from "./query.js";

/** @type {((search: string) => void)[]} */
const listeners = [];

/**
 * Hear of every change of the address before it is made.
 * @param {(search: string) => void} listener
 */
export function beforeGoing(listener) {
  listeners.push(listener);
}

/**
 * Go to another state: a query with its "?", pushed onto the browser's history.
 * @param {string} wanted
 */
export function go(wanted) {
  const search = mended(wanted === "?" ? "" : wanted, chart);
  if (search === window.location.search) return;
  for (const listener of listeners) listener(search);
  // The whole address as well: a step of the presentation changed it without Dash, which would put its own back.
  setProps("address", { search, href: window.location.origin + window.location.pathname + search });
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

/** Follow links within the page without a reload. */
export function followLinks() {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || !isPlain(event)) return;
    const target = around(event, '[data-go], a[href^="?"]');
    if (!target || target.getAttribute("target") === "_blank") return;
    event.preventDefault();
    keepFocus(target);
    const wanted = target.dataset.go || target.getAttribute("href") || "";
    go(text(merged(wanted, map.paint?.state ?? "", window.location.search)));
  });
}
