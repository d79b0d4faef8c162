/* Scenarios that are kept in this tab with their names, up to five; the address carries two of them, without names. */
import { afterAnswer, go, text } from "../page/address.js";
import { all, around, byId, only } from "../page/elements.js";

/** @typedef {{ title: string, plan: string }} Alternative `plan`: the query of the scenario alone, as the server writes it */

const STORE = "climate-alternatives", MOST = 5, MOST_IN_ADDRESS = 2;
/** @type {Alternative[]} */
let kept = [];

function load() {
  try {
    const found = JSON.parse(sessionStorage.getItem(STORE) || "[]");
    if (Array.isArray(found)) kept = found.filter(({ title, plan }) => typeof title === "string" && typeof plan === "string");
  } catch { /* nothing that can be read */ }
}

/** @param {Alternative[]} next */
function keep(next) {
  kept = next.slice(-MOST);
  try {
    sessionStorage.setItem(STORE, JSON.stringify(kept));
  } catch { /* a full or forbidden store: they are forgotten on reload */ }
  show();
}

/** What is kept, as a list, and the names of those that stand elsewhere on the page. */
function show() {
  const list = document.getElementById("kept-plans");
  if (!list) return;
  byId("kept-title").hidden = !kept.length;
  const row = byId("kept-row");
  list.replaceChildren(...kept.map(({ title, plan }) => {
    const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
    copy.hidden = false;
    copy.removeAttribute("id");
    only(".kept-name", copy).textContent = title;
    for (const button of all("button", copy)) {
      button.dataset.keptPlan = plan;
      button.setAttribute("aria-label", `${title}: ${button.textContent}`);
    }
    return copy;
  }));
  for (const node of all("[data-alternative]:not(button)")) {
    const known = kept.find(({ plan }) => plan === node.dataset.alternative);
    if (known && node.textContent !== known.title) node.textContent = known.title;
  }
}

/**
 * The parameters of a plan within the present query.
 * @param {string} plan
 * @param {string} title
 */
function opened(plan, title) {
  const query = new URLSearchParams(window.location.search), wanted = new URLSearchParams(plan);
  for (const name of ["scenario", "title"]) query.delete(name);
  const founded = new Set([...query.getAll("new"), ...wanted.getAll("new")]);
  query.delete("new");
  for (const value of founded) query.append("new", value);
  query.set("scenario", wanted.get("scenario") ?? "");
  query.set("title", title);
  return text(query);
}

/**
 * The present query with a plan among those that are compared; the first of them makes room.
 * @param {string} plan
 */
function compared(plan) {
  const query = new URLSearchParams(window.location.search), wanted = new URLSearchParams(plan);
  const others = query.getAll("compare").filter((one) => one !== wanted.get("scenario"));
  query.delete("compare");
  for (const one of [...others, wanted.get("scenario") ?? ""].slice(-MOST_IN_ADDRESS)) query.append("compare", one);
  const founded = query.getAll("new");
  for (const value of wanted.getAll("new")) if (!founded.includes(value)) query.append("new", value);
  return text(query);
}

/** @param {MouseEvent} event */
function press(event) {
  const saving = around(event, "button[data-keep][data-alternative]"), row = around(event, "[data-kept-plan]");
  if (saving) {
    const plan = saving.dataset.alternative || "", unnamed = byId("kept").dataset.unnamed || "{}";
    const title = saving.dataset.title || unnamed.replace("{}", String(kept.length + 1));
    keep([...kept.filter((one) => one.plan !== plan), { title, plan }]);
  } else if (row) {
    const plan = row.dataset.keptPlan || "", title = kept.find((one) => one.plan === plan)?.title ?? "";
    if (row.dataset.keptDo === "drop") keep(kept.filter((one) => one.plan !== plan));
    else go(row.dataset.keptDo === "open" ? opened(plan, title) : compared(plan));
  }
}

/** Take up what this tab has kept. */
export function keepAlternatives() {
  load();
  document.addEventListener("click", press, { capture: true }); // before the button's own way changes the page
  afterAnswer(show);
}
