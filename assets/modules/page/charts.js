/* Charts are drawn when they come into sight, or on a large screen when the browser has nothing better to do, so that
   paper has them: only then is plotly.js fetched. They name colours as CSS variables, which plotly.js does not know, so those are filled
   in here, for either theme. */
import { all } from "./elements.js";
import { filled } from "./filled.js";
import { whenIdle } from "./idle.js";

/** @typedef {{ react: (place: HTMLElement, data: unknown, layout: unknown, config: unknown) => Promise<unknown> }} Plotly */

const PAPER = { width: 960, zoom: 0.8 }; // pixels of an A4 sheet within a frame, and the size of two charts on one
const NARROW = "(max-width: 900px)"; // one column
/** @type {Promise<Plotly> | undefined} */
let fetching;
/** @type {WeakMap<HTMLElement, string>} place → the figure that is drawn in it */
const drawn = new WeakMap();
/** @type {IntersectionObserver | undefined} */
let seen;

/** @returns {Promise<Plotly>} */
function plotly() {
  return (fetching ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${document.body.dataset.assets}lib/plotly-basic.min.js`;
    script.onload = () => done(/** @type {any} */ (window).Plotly ?? /** @type {any} */ (window).moduleName);
    script.onerror = () => {
      fetching = undefined; // the next drawing asks again
      failed(new Error(script.src));
    };
    document.head.append(script);
  }));
}

/** @param {HTMLElement} place */
async function draw(place) {
  const { figure = "", config = "{}" } = place.dataset;
  if (!place.isConnected || drawn.get(place) === figure) return;
  seen?.unobserve(place);
  drawn.set(place, figure);
  const style = getComputedStyle(document.documentElement);
  const { data, layout } = /** @type {any} */ (filled(JSON.parse(figure), (name) => style.getPropertyValue(name).trim()));
  try {
    await (await plotly()).react(/** @type {HTMLElement} */ (place.firstElementChild), data, layout, JSON.parse(config));
  } catch {
    drawn.delete(place); // its table says the same
  }
}

/** Draw what is on the page, as it comes into sight. */
export function drawCharts() {
  for (const place of all(".chart .graph")) {
    if (drawn.get(place) === place.dataset.figure) continue;
    if (drawn.has(place)) draw(place);
    else {
      seen?.observe(place);
      if (!window.matchMedia(NARROW).matches) whenIdle(() => draw(place)); // phones draw what is looked at
    }
  }
}

function again() {
  for (const place of all(".chart .graph")) {
    if (drawn.delete(place)) draw(place);
  }
}

/** Draw charts as they come into sight, again when the theme changes, and so that paper has room for them. */
export function watchCharts() {
  seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting && target instanceof HTMLElement) draw(target);
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
