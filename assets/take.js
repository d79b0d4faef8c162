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

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (!button) return;
    if (button.dataset.print) return window.print();
    await copy(button.dataset.copy === "link" ? window.location.href : button.dataset.copy);
    button.classList.add("done");
    climate.announce(climate.map.captions.copied);
    climate.toast(climate.map.captions.copied);
    button.focus();
  });
})();
