/* What of the page lies outside Dash's places: language, theme, title, view, the table's search. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});

  climate.page = function (paint, before) {
    const root = document.documentElement;
    root.lang = paint.lang;
    if (paint.theme) root.dataset.theme = paint.theme;
    else delete root.dataset.theme;
    document.body.dataset.view = paint.view;
    document.body.toggleAttribute("data-embed", paint.embed);
    document.body.classList.toggle("with-panel", Boolean(paint.chosen));
    document.title = paint.title;
    climate.mend(paint);
    const search = document.getElementById("table-search");
    if (search && document.activeElement !== search) window.dash_clientside.set_props("table-search", { value: paint.q });
    if (paint.chosen && (!before || before.chosen !== paint.chosen)) requestAnimationFrame(() => climate.zoom.reveal(paint.chosen));
    requestAnimationFrame(hereInSight);
    if (before && before.view !== paint.view) document.getElementById("main").focus({ preventScroll: true });
  };

  /* Where the row of views is wider than its room, it shows the one that the reader is in. */
  function hereInSight() {
    const row = document.querySelector(".views"), here = row && row.querySelector("[aria-current]");
    if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }

  /* An address typed with numbers of 2024 is rewritten in place, without a step in the history. */
  climate.mend = function (paint) {
    const typed = new URLSearchParams(window.location.search), known = new URLSearchParams(paint.state);
    let changed = false;
    for (const name of ["municipality", "near"]) {
      if (typed.has(name) && known.has(name) && typed.get(name) !== known.get(name)) {
        typed.set(name, known.get(name));
        changed = true;
      }
    }
    if (changed) {
      window.history.replaceState(window.history.state, "", window.location.pathname + climate.text(typed));
    }
  };

  let typing;
  document.addEventListener("input", function (event) {
    if (event.target.id !== "table-search") return;
    clearTimeout(typing);
    typing = setTimeout(() => climate.go(climate.query({ q: event.target.value.trim() || null })), 250);
  });
})();
