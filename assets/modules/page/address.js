/* The address bar is the state: links and buttons write it, one server callback answers it. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});

  /** Go to another state: a query with its "?", pushed onto the browser's history. */
  climate.go = function (query) {
    const search = climate.mended(query === "?" ? "" : query);
    if (search === window.location.search) return;
    climate.steps.leave(search);
    climate.map.preview(search);
    // The whole address as well: a step of the presentation changed it without Dash, which would put its own back.
    const href = window.location.origin + window.location.pathname + search;
    window.dash_clientside.set_props("address", { search, href });
  };

  /** The present query with some parameters changed; null takes one away. */
  climate.query = function (changes) {
    const parameters = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) parameters.delete(name);
      else parameters.set(name, value);
    }
    return climate.text(parameters);
  };

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target.closest && event.target.closest('[data-go], a[href^="?"]');
    if (!target || target.target === "_blank") return;
    event.preventDefault();
    climate.keepFocus(target);
    climate.go(merged(target.dataset.go || target.getAttribute("href")));
  });

  /* A link was written for the state that is painted. What it changes is done to the state that is asked for, so that
     two quick choices both count. */
  function merged(target) {
    const painted = new URLSearchParams(climate.painted || ""), wanted = new URLSearchParams(target);
    const query = new URLSearchParams(window.location.search);
    for (const name of new Set([...painted.keys(), ...wanted.keys()])) {
      if (wanted.getAll(name).join() === painted.getAll(name).join()) continue;
      query.delete(name);
      for (const value of wanted.getAll(name)) query.append(name, value);
    }
    if (query.get("view") !== "present") query.delete("step");
    return climate.text(query);
  }

  /** Parameters as the address writes them: commas and colons as they are. */
  climate.text = function (parameters) {
    const text = parameters.toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/\+/g, "%20");
    return text ? "?" + text : "?";
  };
})();
