/* Charts are drawn when they come into sight: only then is plotly.js loaded. They name colours as CSS variables, which
   plotly.js does not know, so those are filled in here, for either theme. */
(function () {
  "use strict";
  const raw = new Map(); // id of the chart's place → figure with names of variables
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      draw(target.id);
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

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.charts = {
    draw: function (figure) {
      if (figure) {
        const id = window.dash_clientside.callback_context.outputs_list.id;
        raw.set(id, figure);
        requestAnimationFrame(() => {
          const place = document.getElementById(id);
          if (place && place.dataset.drawn) draw(id);
          else if (place) seen.observe(place);
        });
      }
      return window.dash_clientside.no_update;
    },
  };
})();
