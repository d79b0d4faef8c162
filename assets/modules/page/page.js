/* What of the page lies outside the places that the server fills: language, theme, title, view; the table's search. */
import { reveal } from "../map/zoom.js";
import { go, mend, query } from "./address.js";
import { byId } from "./elements.js";

/** @import { Paint } from "../sent.js" */

const WAIT_MS = 250; // after the last letter, before the table is asked for

/**
 * Turn the page to a state.
 * @param {Paint} paint
 * @param {Paint | null} before
 */
export function turnPage(paint, before) {
  const root = document.documentElement, { chosen } = paint;
  root.lang = paint.lang;
  if (paint.theme) root.dataset.theme = paint.theme;
  else delete root.dataset.theme;
  document.body.dataset.view = paint.view;
  document.body.dataset.shape = paint.shape;
  document.body.toggleAttribute("data-embed", paint.embed);
  document.body.classList.toggle("with-panel", Boolean(chosen));
  document.title = paint.title;
  mend();
  if (chosen && (!before || before.chosen !== chosen)) requestAnimationFrame(() => reveal(chosen));
  if (!before || before.view !== paint.view || before.lang !== paint.lang) requestAnimationFrame(hereInSight);
  if (before && before.view !== paint.view) byId("main").focus({ preventScroll: true });
}

/**
 * A range of inhabitants as the address has it, the smaller end first; null for none.
 * @param {FormData} form
 */
function rangeOf(form) {
  const ends = ["pop_from", "pop_to"].map((name) => String(form.get(name) || "").replace(/\s/g, ""));
  if (!ends.some(Boolean)) return null;
  if (ends.every(Boolean)) ends.sort((one, other) => Number(one) - Number(other));
  return ends.join("-");
}

/* Where the row of views is wider than its room, it shows the one that the reader is in. */
function hereInSight() {
  /** @type {HTMLElement | null} */
  const row = document.querySelector(".views"), here = row && row.querySelector("[aria-current]");
  if (row && here instanceof HTMLElement) {
    row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
}

/** Let the table's search write the address as somebody types; forms that work without a script are not sent with one. */
export function searchTable() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute("action") !== "./") return;
    event.preventDefault();
    if (form.id === "pop-range") go(query({ pop: rangeOf(new FormData(form)) }));
  });
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.form?.id !== "days-form" || !target.validity.valid) return;
    go(query({ [target.name]: target.value || null }));
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.id !== "table-search") return;
    clearTimeout(typing);
    typing = setTimeout(() => go(query({ q: target.value.trim() || null })), WAIT_MS);
  });
}
