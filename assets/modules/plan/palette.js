/* The list of brushes: one stop for Tab, arrows within it; on a narrow screen a sheet that opens from the bar. */
import { all, byId, focused, only } from "../page/elements.js";

const CONTROLS = ".palette button", BRUSHES = ".palette [data-brush], .palette [data-plan]";
/** @type {Record<string, [string, number]>} among which controls a key steps, and how far; it stops at the ends */
const STEPS = {
  ArrowDown: [BRUSHES, 1], ArrowUp: [BRUSHES, -1], ArrowRight: [CONTROLS, 1], ArrowLeft: [CONTROLS, -1],
  Home: [BRUSHES, -Infinity], End: [BRUSHES, Infinity],
};
let stop = ""; // the id of the control that had the focus last

/**
 * Say which brush is in the hand: in the list, and in the bar.
 * @param {string | null} brush
 */
export function showPalette(brush) {
  for (const button of all("[data-brush]")) button.setAttribute("aria-pressed", String(button.dataset.brush === brush));
  const place = document.getElementById("held-brush"), row = brush && document.getElementById(`palette-${brush}`);
  const shown = row ? all(".swatch:not(.small), .name:not(.full)", row) : [];
  place?.replaceChildren(...shown.map((node) => node.cloneNode(true)));
  rove();
  unfold(byId("plan-tools").classList.contains("open"));
}

/** One of the controls is the stop: the one that had the focus last, else the brush in the hand, else the first. */
function rove() {
  const controls = all(CONTROLS), held = controls.find((one) => one.matches("[data-brush][aria-pressed=true]"));
  const at = controls.find((one) => one.id === stop) ?? held ?? controls[0];
  for (const one of controls) one.tabIndex = one === at ? 0 : -1;
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { key, target } = event;
  if (key === "Escape") return closePalette();
  if (!(target instanceof HTMLElement && target.matches(CONTROLS) && key in STEPS)) return;
  event.preventDefault();
  const [selector, step] = STEPS[key], row = all(selector), last = row.length - 1;
  const here = Math.max(row.indexOf(target), row.findIndex((one) => target.parentElement?.contains(one)));
  row[Math.min(Math.max(here + step, 0), last)].focus();
}

/** Whether the list is a sheet, which covers what lies below. */
const isSheet = () => getComputedStyle(byId("plan-tools")).position === "fixed";

/** @param {boolean} open */
function unfold(open) {
  byId("plan-tools").classList.toggle("open", open);
  document.getElementById("bar-brush")?.setAttribute("aria-expanded", String(open));
}

/** Open the sheet, or close it; where the list always stands, go there. */
export function togglePalette() {
  unfold(!byId("plan-tools").classList.contains("open"));
  if (!isSheet()) unfold(false);
  else if (!byId("plan-tools").classList.contains("open")) return;
  only(`${CONTROLS}[tabindex="0"]`).focus();
}

/** The sheet gives the page free again; the focus goes back to where it was opened. */
export function closePalette() {
  const list = byId("plan-tools"), inside = list.contains(focused());
  if (!list.classList.contains("open")) return;
  unfold(false);
  if (inside) byId("bar-brush").focus({ preventScroll: true });
}

/** Let keys walk in the list. */
export function servePalette() {
  document.addEventListener("keydown", press);
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches(CONTROLS)) return;
    stop = target.id;
    rove();
  });
}
