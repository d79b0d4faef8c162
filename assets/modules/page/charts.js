/* Charts are drawn when they come into sight, or else when the browser has nothing better to do, so that paper has them:
   only then is plotly.js loaded. They name colours as CSS variables, which plotly.js does not know, so those are filled in here,
   for either theme. */
import { dash, setProps } from "./dash.js";
import { all } from "./elements.js";
import { filled } from "./filled.js";
import { whenIdle } from "./idle.js";

const PAPER = { width: 960, zoom: 0.8 }; // pixels of an A4 sheet within a frame, and the size of two charts on one
/** @type {Map<string, unknown>} id of the chart's place → figure with names of variables */
const raw = new Map();
/** @type {IntersectionObserver | undefined} */
let seen;

/** @param {string} id */
function draw(id) {
  const place = document.getElementById(id);
  if (!place || !raw.has(id)) return;
  seen?.unobserve(place);
  const style = getComputedStyle(document.documentElement);
  const figure = filled(raw.get(id), (name) => style.getPropertyValue(name).trim());
  place.dataset.drawn = "true";
  const props = { id: id + "-graph", figure, config: JSON.parse(place.dataset.config || "{}") };
  setProps(id, { children: { type: "Graph", namespace: "dash_core_components", props } });
}

function again() {
  for (const id of raw.keys()) {
    const place = document.getElementById(id);
    if (!place) raw.delete(id);
    else if (place.dataset.drawn) draw(id);
  }
}

/**
 * A figure has come for the chart's place with this id. Called by Dash.
 * @param {unknown} figure
 * @param {string} id
 */
export function drawChart(figure, id) {
  if (figure) {
    raw.set(id, figure);
    requestAnimationFrame(() => {
      const place = document.getElementById(id);
      if (place && place.dataset.drawn) return draw(id);
      if (place) seen?.observe(place);
      whenIdle(() => draw(id));
    });
  }
  return dash().no_update;
}

/** Draw charts as they come into sight, again when the theme changes, and so that paper has room for them. */
export function watchCharts() {
  seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) draw(target.id);
    }
  }, { rootMargin: "300px" });
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  /* A drawing has the width that it had on the screen: paper scales it. */
  window.addEventListener("beforeprint", () => {
    for (const place of all(".chart .graph")) {
      place.style.setProperty("--paper-zoom", String(Math.min(PAPER.zoom, PAPER.width / place.clientWidth)));
    }
  });
}
