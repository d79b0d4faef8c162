/* Notes that are pinned to municipalities: a form adds one or takes its place; the map shows their numbers. */
import { map } from "../map/instrument.js";
import { SVG } from "../map/patterns.js";
import { go, text } from "../page/address.js";

/** @import { ZoomTransform } from "d3-zoom" */
/** @import { Bounds } from "../map/placing.js" */

/**
 * The present query with a note on a municipality, in place of one that stands there; an empty note takes it away.
 * @param {string} number
 * @param {string} note
 */
function pinned(number, note) {
  const query = new URLSearchParams(window.location.search);
  const others = query.getAll("pin").filter((one) => !one.startsWith(number + ":"));
  query.delete("pin");
  for (const one of note ? [...others, `${number}:${note}`] : others) query.append("pin", one);
  return text(query);
}

/** @param {SubmitEvent} event */
function send(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches(".pin-form")) return;
  event.preventDefault();
  const sent = new FormData(form), field = /** @type {HTMLInputElement} */ (form.elements.namedItem("pin_note"));
  go(pinned(String(sent.get("pin_at")), field.value.trim()));
  if (form.closest("#notes")) field.value = "";
}

/** @param {KeyboardEvent} event */
function cancel({ target, key }) {
  if (key !== "Escape" || !(target instanceof HTMLInputElement) || target.name !== "pin_note") return;
  target.value = target.defaultValue;
  target.blur();
}

/** Let notes be pinned. */
export function servePins() {
  document.addEventListener("submit", send);
  document.addEventListener("keydown", cancel);
}

/**
 * Draw the pins' numbers above the points of their areas, and say what room they take.
 * @param {SVGGElement} layer
 * @param {ZoomTransform} transform
 * @param {number} em size of the map's type, in pixels
 * @returns {Bounds[]}
 */
export function drawPins(layer, transform, em) {
  const { pinRadius, pinAbove } = map.chart.lettering, radius = pinRadius * em;
  const drawn = (map.paint?.pins ?? []).map((number, place) => {
    const [x, below] = transform.apply(map.chart.names[number].target), y = below - pinAbove * em;
    const pin = document.createElementNS(SVG, "g"), circle = document.createElementNS(SVG, "circle"), words = document.createElementNS(SVG, "text");
    pin.setAttribute("class", "pin");
    pin.dataset.pin = number;
    circle.setAttribute("r", String(radius));
    words.setAttribute("y", "0.35em");
    words.textContent = String(place + 1);
    pin.append(circle, words);
    pin.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    return { pin, box: /** @type {Bounds} */ ([x - radius, y - radius, x + radius, y + radius]) };
  });
  layer.replaceChildren(...drawn.map(({ pin }) => pin));
  return drawn.map(({ box }) => box);
}
