/* The search field as a combobox (WAI-ARIA practice: list with manual choice). The server finds, in Python.
   The field is made here and not by Dash, which keeps what is typed a second time and may write it back. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  let hits = [], at = -1, asked = 0, shown = 0, chosen = false, timer;

  const list = () => document.getElementById("find-list");
  const field = document.createElement("input");
  const attributes = {
    id: "find", type: "text", autocomplete: "off", spellcheck: "false",
    role: "combobox", "aria-controls": "find-list", "aria-autocomplete": "list", "aria-expanded": "false",
  };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);

  /** Put the field into its place, with these words where nothing is typed. */
  climate.finder = function (placeholder) {
    field.placeholder = placeholder;
    const place = document.getElementById("find-place");
    if (field.parentNode !== place) place.append(field);
  };

  function close() {
    hits = [];
    at = -1;
    list().hidden = true;
    list().replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  /* An answer or a question that is still on its way is forgotten with the text. */
  function clear() {
    clearTimeout(timer);
    asked++;
    field.value = "";
    close();
  }

  function option(hit, place) {
    const node = document.createElement("div");
    node.id = "find-" + place;
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", "false");
    for (const [name, text] of [["find-label", hit.label], ["note", hit.detail]]) {
      const part = document.createElement("span");
      part.className = name;
      part.textContent = text;
      node.append(part, " ");
    }
    node.addEventListener("mousedown", (event) => event.preventDefault());
    node.addEventListener("click", () => pick(place));
    return node;
  }

  function show(answer) {
    hits = answer.hits;
    at = -1;
    list().replaceChildren(...hits.map(option));
    if (!hits.length) {
      const nothing = document.createElement("div");
      nothing.className = "note nothing";
      nothing.textContent = answer.message;
      nothing.setAttribute("role", "option");
      nothing.setAttribute("aria-disabled", "true");
      nothing.setAttribute("aria-selected", "false");
      list().append(nothing);
    }
    list().hidden = false;
    field.setAttribute("aria-expanded", "true");
    climate.announce(answer.message);
    if (hits.length) mark(0);
    if (chosen) pick(0);
    chosen = false;
  }

  function mark(place) {
    at = (place + hits.length) % hits.length;
    [...list().children].forEach((node, index) => node.setAttribute("aria-selected", String(index === at)));
    field.setAttribute("aria-activedescendant", "find-" + at);
    list().children[at].scrollIntoView({ block: "nearest" });
  }

  async function ask(text) {
    const number = ++asked;
    const parameters = new URLSearchParams(climate.painted || "");
    parameters.set("q", text);
    const response = await fetch("search?" + parameters);
    if (number === asked && response.ok && document.activeElement === field) {
      shown = number;
      show(await response.json());
    }
  }

  function pick(place) {
    const hit = hits[place];
    if (!hit) return;
    clear();
    climate.find(hit);
  }

  /** Go where a hit leads, and bring it into view. */
  climate.find = function (hit) {
    const view = document.body.dataset.view;
    climate.go(climate.query({ view: view === "table" || view === "plan" ? view : null, ...hit.go }));
    requestAnimationFrame(() => requestAnimationFrame(() => climate.zoom.to(hit.areas)));
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    const text = field.value.trim();
    asked++;
    chosen = false;
    if (text) timer = setTimeout(() => ask(text), 120);
    else close();
  });
  field.addEventListener("focusout", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && hits.length) mark(at + 1);
    else if (event.key === "ArrowUp" && hits.length) mark(at - 1);
    else if (event.key === "Enter" && field.value.trim() && shown !== asked) chosen = true; // as soon as the answer is there
    else if (event.key === "Enter" && hits.length) pick(Math.max(0, at));
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
})();
