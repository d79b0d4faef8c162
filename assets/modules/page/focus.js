/* A choice redraws the part of the page that holds what was pressed: its successor gets the focus, what was open stays. */
import { all, focused } from "./elements.js";

/* What a control stands for, whatever it was drawn anew as. */
const NAMES = ["id", "data-network-toggle", "data-toggle-member", "data-brush", "data-assign", "data-plan", "data-example", "data-keep", "data-dissolve", "data-go", "lang", "href"];
const ROOMS = ".report[id], details[id], .plan-tools";
const PATIENCE_MS = 2000;

/** @param {HTMLElement} pressed */
function itself(pressed) {
  if (pressed.localName === "summary") return pressed.parentElement?.id && `#${pressed.parentElement.id} > summary`;
  const name = NAMES.find((attribute) => pressed.hasAttribute(attribute));
  if (!name) return null;
  const to = pressed.dataset.to ? `[data-to="${CSS.escape(pressed.dataset.to)}"]` : "";
  return `${pressed.localName}[${name}="${CSS.escape(pressed.getAttribute(name) || "")}"]${to}`;
}

/**
 * The planner's sections around it, the nearest first.
 * @param {HTMLElement} pressed
 */
function rooms(pressed) {
  const found = [];
  for (let room = pressed.parentElement?.closest(ROOMS); room; room = room.parentElement?.closest(ROOMS)) found.push(`#${room.id}`);
  return found;
}

/**
 * Keep the focus where it was while its place is drawn anew. Another focus meanwhile is left alone. Where there is no
 * successor, its section, the panel or the map gets it.
 * @param {HTMLElement} pressed
 */
export function keepFocus(pressed) {
  if (pressed === document.body) return; // nothing had the focus
  const self = itself(pressed), around = rooms(pressed);
  const places = [
    ...(self ? [...around.map((room) => `${room} ${self}`), self] : []),
    pressed.dataset.dissolve && "#found-name",
    ...around.flatMap((room) => [`${room} > summary`, `${room} :is(button, input, summary)`, `${room} h2`]),
    pressed.closest(".panel") && ".panel-body", '#map [tabindex="0"]', "#main",
  ].filter((place) => typeof place === "string" && place !== "");
  const until = performance.now() + PATIENCE_MS;
  (function look() {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost) {
      const found = places.flatMap((place) => all(String(place))).find((node) => node.getClientRects().length);
      if (found && found.localName === "h2") found.tabIndex = -1;
      if (found) found.focus({ preventScroll: true });
    } else if (document.activeElement !== pressed) return;
    if (performance.now() < until) requestAnimationFrame(look);
  })();
}

/** Keep open what was open, and the focus when the browser goes back. */
export function keepOpen() {
  /** @type {Set<string>} */
  const opened = new Set();
  document.addEventListener("toggle", ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.id) return;
    if (target.open) opened.add(target.id);
    else if (target.isConnected) opened.delete(target.id);
  }, true);
  window.addEventListener("popstate", () => keepFocus(focused()));
  new MutationObserver(() => {
    for (const id of opened) {
      const details = document.getElementById(id);
      if (!(details instanceof HTMLDetailsElement)) continue;
      if (!details.open && !details.dataset.kept) details.open = true;
      details.dataset.kept = "true";
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
