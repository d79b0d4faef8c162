/* Two plans on large maps, in a dialog: which two, how they stand, and where the curtain between them hangs. */
import { afterAnswer } from "../page/address.js";
import { all, around } from "../page/elements.js";

let mode = "beside";
const SIDES = ["left", "right"];

const dialog = () => /** @type {HTMLDialogElement | null} */ (document.getElementById("side-by-side"));
const slider = () => /** @type {HTMLInputElement | null} */ (document.getElementById("side-at"));

/** Two of the maps, in their places. */
function show() {
  const maps = document.getElementById("side-maps"), at = slider();
  if (!maps || !at) return;
  const chosen = SIDES.map((side) => /** @type {HTMLSelectElement} */ (document.getElementById(`side-${side}`)).value);
  for (const figure of all(".side-map", maps)) {
    const place = figure.id.replace("side-map-", ""), side = place === chosen[0] ? "left" : place === chosen[1] ? "right" : null;
    figure.hidden = side === null;
    figure.dataset.side = side ?? "";
  }
  maps.dataset.mode = mode;
  maps.style.setProperty("--at", at.value + "%");
  for (const button of all(".side-modes [data-side]")) button.setAttribute("aria-pressed", String(button.dataset.side === mode));
  dialog()?.classList.toggle("curtain", mode === "curtain");
}

/** @param {MouseEvent} event */
function press(event) {
  const act = around(event, "[data-side]:is(button)")?.dataset.side;
  if (!act) return;
  if (act === "open") {
    show();
    dialog()?.showModal();
  } else if (act === "print") window.print();
  else {
    mode = act;
    show();
  }
}

/* The curtain goes with the pointer that is down on the maps. */
/** @param {PointerEvent} event */
function drag(event) {
  const maps = document.getElementById("side-maps"), at = slider();
  if (mode !== "curtain" || !maps || !at || !event.buttons || !(event.target instanceof Element && maps.contains(event.target))) return;
  const picture = maps.querySelector(".side-map:not([hidden]) img")?.getBoundingClientRect();
  if (!picture || event.clientY > picture.bottom) return;
  event.preventDefault();
  at.value = String(Math.round((100 * (event.clientX - picture.left)) / picture.width));
  maps.style.setProperty("--at", at.value + "%");
}

/** @param {Event} event */
function change({ target }) {
  if (target instanceof Element && target.matches("#side-left, #side-right, #side-at")) show();
}

/** Let the comparison work. */
export function serveSides() {
  document.addEventListener("click", press);
  document.addEventListener("pointerdown", drag);
  document.addEventListener("pointermove", drag);
  document.addEventListener("input", change);
  afterAnswer(show);
}
