/* The way to the map that skips all before it: to its one stop; from a view without a map, as soon as there is one. */
import { afterAnswer } from "../page/address.js";
import { around } from "../page/elements.js";

/** Let the links lead there. */
export function serveSkip() {
  let awaited = false;
  const focus = () => {
    awaited = false;
    /** @type {SVGElement | null} */ (document.querySelector('#map [tabindex="0"]'))?.focus();
  };
  document.addEventListener("click", (event) => {
    awaited = Boolean(around(event, '[data-skip="map"]'));
    if (!around(event, 'a[href="#map"]')) return;
    event.preventDefault();
    focus();
  });
  afterAnswer(() => void (awaited && focus()));
}
