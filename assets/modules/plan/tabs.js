/* The tabs of what follows from a plan: arrows walk and open; which one is open the browser's tab remembers. */
import { afterAnswer } from "../page/address.js";
import { all, around } from "../page/elements.js";

const STORE = "climate-plan-tab";
/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
/** @type {string | null} */
let chosen = null;

const tabs = () => all('.tabs [role="tab"]');

/** Show the panel of the chosen tab; the first one's while none is chosen. */
function show() {
  const row = tabs(), open = row.find((tab) => tab.id === chosen) ?? row[0];
  for (const tab of row) {
    tab.setAttribute("aria-selected", String(tab === open));
    tab.tabIndex = tab === open ? 0 : -1;
    const panel = document.getElementById(tab.getAttribute("aria-controls") || "");
    if (panel) panel.hidden = tab !== open;
  }
}

/**
 * @param {HTMLElement} tab
 */
function open(tab) {
  chosen = tab.id;
  try {
    sessionStorage.setItem(STORE, chosen);
  } catch { /* a forbidden store: the first tab is open after a reload */ }
  show();
}

/**
 * Open the tab in which something stands; null where it stands in none.
 * @param {string} id
 */
export function openAround(id) {
  const target = document.getElementById(id), panel = target?.closest('[role="tabpanel"]');
  const tab = panel && tabs().find((one) => one.getAttribute("aria-controls") === panel.id);
  if (!target || !tab) return null;
  open(tab);
  target.scrollIntoView({ block: "nearest" });
  return tab;
}

/** @param {MouseEvent} event */
function press(event) {
  const tab = around(event, '.tabs [role="tab"]'), link = around(event, 'a[href^="#"]');
  if (tab) return open(tab);
  const found = link && openAround((link.getAttribute("href") || "").slice(1));
  if (!found) return;
  event.preventDefault(); // the address stays that of the plan
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: "nearest" });
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const tab = around(event, '.tabs [role="tab"]'), step = STEPS[event.key];
  if (!tab || !step) return;
  event.preventDefault();
  const row = tabs(), at = row.indexOf(tab) + step, last = row.length - 1;
  const next = row[Number.isFinite(at) ? (at + row.length) % row.length : at < 0 ? 0 : last];
  open(next);
  next.focus();
}

const fromAddress = () => void (window.location.hash && openAround(window.location.hash.slice(1)));

/** Let tabs open their panels. */
export function serveTabs() {
  try {
    chosen = sessionStorage.getItem(STORE);
  } catch { /* a forbidden store */ }
  document.addEventListener("click", press);
  document.addEventListener("keydown", walk);
  window.addEventListener("hashchange", fromAddress);
  afterAnswer(show);
  let isFirst = true;
  afterAnswer(() => {
    if (isFirst) fromAddress();
    isFirst = false;
  });
}
