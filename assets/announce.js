/* Said politely, once: the live region for what the server does not say itself. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  climate.announce = function (text) {
    if (window.dash_clientside.set_props) window.dash_clientside.set_props("announcer", { children: text });
  };
})();
