/* Sizes as circles: the area of each is proportional to its number, and its radius in pixels the same at every zoom. */
import { only } from "../page/elements.js";
import { areaOf, groupsOf, map } from "./instrument.js";
import { SVG } from "./patterns.js";

/** @import { Paint } from "../sent.js" */

/**
 * Draw the circles of a paint, the largest first; none where the map tells no size.
 * @param {Paint} paint
 */
export function circles(paint) {
  const layer = only(".circles", map.svg);
  layer.replaceChildren();
  map.svg.classList.toggle("sized", Object.keys(paint.circles).length > 0);
  const found = Object.entries(paint.circles).sort(([a, [, , one]], [b, [, , other]]) => other - one || Number(a) - Number(b));
  for (const [number, [x, y, radius]] of found) {
    for (const [line, more] of /** @type {const} */ ([["edge", 2], ["size", 0]])) {
      const dot = document.createElementNS(SVG, "path"); // of a pen: as wide as the circle, whatever the zoom
      dot.setAttribute("class", line);
      dot.classList.toggle("gap", groupsOf(number)[0] === "none");
      dot.classList.toggle("dimmed", areaOf(number).classList.contains("dimmed"));
      dot.dataset.municipality = number;
      dot.setAttribute("stroke-width", (2 * radius + more).toFixed(1));
      dot.setAttribute("d", `M${x},${y}h0`);
      layer.append(dot);
    }
  }
}
