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
    keepFocus(target);
    climate.go(target.dataset.go || target.getAttribute("href"));
  });

  /* A choice redraws the part of the page that holds the pressed button: its successor gets the focus, found by
     what it stands for; where there is none, the panel or the map does. Another focus meanwhile is left alone. */
  function keepFocus(pressed) {
    const names = ["data-network-toggle", "data-keep", "lang", "href"];
    const name = names.find((attribute) => pressed.hasAttribute(attribute));
    const successor = name && `${pressed.localName}[${name}="${CSS.escape(pressed.getAttribute(name))}"]`;
    const fallbacks = [successor, pressed.closest(".panel") && ".panel-body", '#map [tabindex="0"]', "#main"].filter(Boolean);
    const until = performance.now() + 2000;
    (function look() {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost) {
        const found = fallbacks.flatMap((selector) => [...document.querySelectorAll(selector)]).find((node) => node.getClientRects().length);
        if (found) found.focus({ preventScroll: true });
      } else if (document.activeElement !== pressed) return;
      if (performance.now() < until) requestAnimationFrame(look);
    })();
  }
})();
