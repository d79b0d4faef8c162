/* Copy the sentence, the link or another query of the page, print the page. */
import { map } from "../map/instrument.js";
import { text } from "./address.js";
import { say } from "./announce.js";
import { around } from "./elements.js";

/** @param {string} words */
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Without permission or a secure address: the old way, which needs a selected field.
    const field = document.createElement("textarea");
    field.value = words;
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
  return home() + text(query);
}

/** @type {Record<string, () => string>} */
const ADDRESSES = { link: () => home() + window.location.search, shared };

/** Let the buttons copy and print. */
export function takeAlong() {
  document.addEventListener("click", async (event) => {
    const button = around(event, "[data-copy], [data-print]");
    if (!button) return;
    if (button.dataset.print) return window.print();
    const wanted = button.dataset.copy || "";
    await copy(ADDRESSES[wanted]?.() ?? (wanted.startsWith("?") ? home() + wanted : wanted));
    button.classList.add("done");
    if (map.captions) say(map.captions.copied);
    button.focus();
  });
}
