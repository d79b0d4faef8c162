/* Copy the sentence or the link, print the page. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without permission or a secure address: the old way, which needs a selected field.
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }

  /* Where others reach the page: as the server was told, else where it was found. */
  function home() {
    const address = document.body.dataset.publicUrl;
    return address ? address.replace(/\/*$/, "/") : window.location.origin + window.location.pathname;
  }

  /* Others get the scenario to look at; "try your own" stands beside it. */
  function shared() {
    const query = new URLSearchParams(window.location.search);
    query.delete("view");
    query.delete("municipality");
    return home() + climate.text(query);
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (!button) return;
    if (button.dataset.print) return window.print();
    await copy({ link: () => home() + window.location.search, shared }[button.dataset.copy]?.() ?? button.dataset.copy);
    button.classList.add("done");
    climate.announce(climate.map.captions.copied);
    climate.toast(climate.map.captions.copied);
    button.focus();
  });
})();
