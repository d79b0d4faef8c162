/* Said politely, once: the live region for what the server does not say itself. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  let timer;

  /** A short message on the page, for eyes; it goes away by itself. */
  climate.toast = function (text) {
    const hint = document.getElementById("map-hint");
    hint.textContent = text;
    hint.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (hint.hidden = true), 1600);
  };

  climate.announce = function (text) {
    if (window.dash_clientside.set_props) window.dash_clientside.set_props("announcer", { children: text });
  };
})();
