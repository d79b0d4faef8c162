/* Charts are drawn when they come into sight, or else when the browser has nothing better to do, so that paper has them:
   only then is plotly.js loaded. They name colours as CSS variables, which plotly.js does not know, so those are filled in here,
   for either theme. */
(function () {
  "use strict";
  const PAPER = { width: 960, zoom: 0.8 }; // pixels of an A4 sheet within a frame, and the size of two charts on one
  const raw = new Map(); // id of the chart's place → figure with names of variables
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) draw(target.id);
    }
  }, { rootMargin: "300px" });

  function fill(value, style) {
    if (typeof value === "string") return value.replace(/var\((--[\w-]+)\)/g, (whole, name) => style.getPropertyValue(name).trim());
    if (Array.isArray(value)) return value.map((part) => fill(part, style));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, style)]));
    return value;
  }

  function draw(id) {
    const place = document.getElementById(id);
    if (!place || !raw.has(id)) return;
    seen.unobserve(place);
    const figure = fill(raw.get(id), getComputedStyle(document.documentElement));
    place.dataset.drawn = "true";
    const props = { id: id + "-graph", figure, config: JSON.parse(place.dataset.config) };
    window.dash_clientside.set_props(id, { children: { type: "Graph", namespace: "dash_core_components", props } });
  }

  function again() {
    for (const id of raw.keys()) {
      const place = document.getElementById(id);
      if (!place) raw.delete(id);
      else if (place.dataset.drawn) draw(id);
    }
  }

  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);

  /* A drawing has the width that it had on the screen: paper scales it. */
  window.addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll(".chart .graph")) {
      place.style.setProperty("--paper-zoom", Math.min(PAPER.zoom, PAPER.width / place.clientWidth));
    }
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.charts = {
    draw: function (figure) {
      if (figure) {
        const id = window.dash_clientside.callback_context.outputs_list.id;
        raw.set(id, figure);
        requestAnimationFrame(() => {
          const place = document.getElementById(id);
          if (place && place.dataset.drawn) return draw(id);
          if (place) seen.observe(place);
          (window.requestIdleCallback || setTimeout)(() => draw(id));
        });
      }
      return window.dash_clientside.no_update;
    },
  };
})();
