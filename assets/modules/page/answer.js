/* What the server answers takes its place on the page: parts as HTML, rules of the state, and the map. */
import { show } from "../map/show.js";
import { answered } from "./address.js";
import { drawCharts } from "./charts.js";
import { byId } from "./elements.js";
import { keepFocus, morph } from "./morph.js";

/** @import { Answer, Captions, Paint } from "../sent.js" */

/** @type {CSSStyleSheet} */
let rules;
let ruled = "";

/**
 * Show an answer.
 * @param {Answer} answer
 */
export function take({ parts, paint, captions, sheet }) {
  if (sheet !== ruled) rules.replaceSync((ruled = sheet)); // the browser styles the whole page anew after it
  keepFocus(() => {
    for (const [id, html] of Object.entries(parts)) morph(byId(id), html);
  });
  shown(paint, captions);
}

/** Take over the page as it came: nothing moves. */
export function takeOver() {
  rules = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const { paint, captions } = JSON.parse(byId("sent").textContent || "");
  shown(paint, captions);
}

/**
 * @param {Paint} paint
 * @param {Captions | null} captions
 */
function shown(paint, captions) {
  show(paint, captions);
  drawCharts();
  answered();
}
