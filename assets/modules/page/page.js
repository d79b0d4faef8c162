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
    climate.mend();
    const search = document.getElementById("table-search");
    if (search && document.activeElement !== search) window.dash_clientside.set_props("table-search", { value: paint.q });
    if (paint.chosen && (!before || before.chosen !== paint.chosen)) requestAnimationFrame(() => climate.zoom.reveal(paint.chosen));
    requestAnimationFrame(hereInSight);
    if (before && before.view !== paint.view) document.getElementById("main").focus({ preventScroll: true });
  };

  /** A query with the numbers of 2024 that it speaks of written as those of 2020. */
  climate.mended = function (search) {
    const { renumbered } = climate.map.chart, NUMBERED = ["municipality", "near", "scenario", "compare"];
    const written = (text) => text.replace(/(^|,)(\d{4})(?=:|$)/g, (all, before, number) => before + (renumbered[number] || number));
    const typed = [...new URLSearchParams(search)];
    const mended = typed.map(([name, value]) => [name, NUMBERED.includes(name) ? written(value) : value]);
    return mended.join() === typed.join() ? search : climate.text(new URLSearchParams(mended));
  };

  /* Where the row of views is wider than its room, it shows the one that the reader is in. */
  function hereInSight() {
    const row = document.querySelector(".views"), here = row && row.querySelector("[aria-current]");
    if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }

  /* An address typed with numbers of 2024 is rewritten in place, without a step in the history. */
  climate.mend = function () {
    const { search, pathname } = window.location, mended = climate.mended(search);
    if (mended !== search) window.history.replaceState(window.history.state, "", pathname + mended);
  };

  let typing;
  document.addEventListener("input", function (event) {
    if (event.target.id !== "table-search") return;
    clearTimeout(typing);
    typing = setTimeout(() => climate.go(climate.query({ q: event.target.value.trim() || null })), 250);
  });
})();
