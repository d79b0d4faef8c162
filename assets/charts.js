/* Charts name colours as CSS variables; plotly.js does not know those, so they are filled in here, for either theme. */
(function () {
  "use strict";
  const raw = new Map();

  function fill(value, style) {
    if (typeof value === "string") return value.replace(/var\((--[\w-]+)\)/g, (whole, name) => style.getPropertyValue(name).trim());
    if (Array.isArray(value)) return value.map((part) => fill(part, style));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, style)]));
    return value;
  }

  const resolve = (figure) => fill(figure, getComputedStyle(document.documentElement));

  function again() {
    for (const [id, figure] of raw) {
      if (document.getElementById(id)) window.dash_clientside.set_props(id, { figure: resolve(figure) });
      else raw.delete(id);
    }
  }

  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.charts = {
    draw: function (figure) {
      if (!figure) return window.dash_clientside.no_update;
      const id = window.dash_clientside.callback_context.outputs_list.id;
      raw.set(id, figure);
      return resolve(figure);
    },
  };
})();
