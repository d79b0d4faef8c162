/* The list of keys: opens on "?" and from its button, closes on Escape and on its own button. */
import { around, byId } from "./elements.js";

/** Open the list of keys. */
export function help() {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys-help"));
  if (!dialog.open) dialog.showModal();
}

/** Close a dialog by its own button, and by a press beside it. */
export function closeDialogs() {
  document.addEventListener("click", (event) => {
    if (around(event, '[data-close="dialog"]') || event.target instanceof HTMLDialogElement) {
      /** @type {HTMLDialogElement | null} */ (around(event, "dialog"))?.close();
    }
  });
}
