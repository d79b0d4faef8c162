/* A planner's file: read by the server, shown before anything is done. */
import { go, text } from "../page/address.js";
import { all, byId, only } from "../page/elements.js";

/** @import { Preview } from "../sent.js" */

/** @param {File} file */
async function read(file) {
  const place = byId("import-report"), query = new URLSearchParams(window.location.search);
  query.set("file", file.name);
  const most = Number(only('[data-plan="import"]').dataset.most);
  // No more is sent than shows that it is too much.
  const response = await fetch("import?" + query, { method: "POST", body: file.slice(0, most + 1) });
  /** @type {Preview} */
  const answer = response.ok ? await response.json() : { headline: await response.text(), lines: [] };
  const title = document.createElement("p");
  title.className = "import-headline";
  title.textContent = answer.headline;
  const list = document.createElement("ul");
  for (const line of answer.lines) list.append(Object.assign(document.createElement("li"), { textContent: line }));
  place.replaceChildren(title, list);
  if (answer.go) place.append(applying(answer.go, answer.apply || ""));
}

/**
 * The plan that the file makes; what was chosen since stays as it is.
 * @param {string} wanted
 */
function planned(wanted) {
  const query = new URLSearchParams(window.location.search), from = new URLSearchParams(wanted);
  for (const name of ["scenario", "new"]) {
    query.delete(name);
    from.getAll(name).forEach((value) => query.append(name, value));
  }
  return text(query);
}

/**
 * The button that does it.
 * @param {string} wanted
 * @param {string} words
 */
function applying(wanted, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "act";
  button.textContent = words;
  button.addEventListener("click", () => {
    only('[data-plan="import"]').focus();
    byId("import-report").replaceChildren();
    go(planned(wanted));
  });
  return button;
}

/** Let the planner choose a file. */
export function importFile() {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,.txt,.xlsx";
  input.id = "import-file";
  input.hidden = true;
  all("#import-file").forEach((node) => node.remove());
  document.body.append(input);
  input.addEventListener("change", () => {
    if (input.files?.[0]) read(input.files[0]);
  });
  input.click();
}
