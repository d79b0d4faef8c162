/* The address bar is the state: links and buttons write it, one server callback answers it. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});

  /** Go to another state: a query with its "?", pushed onto the browser's history. */
  climate.go = function (query) {
    const search = query === "?" ? "" : query;
    if (search !== window.location.search) window.dash_clientside.set_props("address", { search });
  };

  /** The present query with some parameters changed; null takes one away. */
  climate.query = function (changes) {
    const parameters = new URLSearchParams(climate.painted || window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) parameters.delete(name);
      else parameters.set(name, value);
    }
    const text = parameters.toString().replace(/%2C/g, ",").replace(/%3A/g, ":");
    return text ? "?" + text : "?";
  };

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target.closest && event.target.closest('[data-go], a[href^="?"]');
    if (!target) return;
    event.preventDefault();
    climate.go(target.dataset.go || target.getAttribute("href"));
  });

  /* A choice redraws the part of the page that holds the pressed button; the focus stays where it was. */
  climate.keepFocus = function (change) {
    const focused = document.activeElement;
    const key = focused && focused !== document.body && climate.nameOf(focused);
    change();
    if (key && !document.contains(focused)) {
      const again = document.querySelector(key);
      if (again) again.focus({ preventScroll: true });
    }
  };

  climate.nameOf = function (element) {
    if (element.id) return "#" + CSS.escape(element.id);
    for (const name of ["data-network-toggle", "data-go", "href"]) {
      if (element.hasAttribute(name)) return `[${name}="${CSS.escape(element.getAttribute(name))}"]`;
    }
    return null;
  };
})();
