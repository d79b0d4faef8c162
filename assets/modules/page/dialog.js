/* The list of keys: opens on "?" and from its button, closes on Escape and on its own button. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  climate.help = function () {
    const dialog = document.getElementById("keys-help");
    if (!dialog.open) dialog.showModal();
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-close="dialog"]') || event.target.nodeName === "DIALOG") event.target.closest("dialog").close();
  });
})();
