// What the file can do beyond being read: a card at the pointer, walking by keys, choosing, letting networks stand out.
"use strict";
(() => {
  /** @type {(what: string) => HTMLElement[]} */
  const all = (what) => Array.from(document.querySelectorAll(what));
  /** @type {(id: string) => HTMLElement} */
  const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  /** @type {(what: string) => Map<string, HTMLElement>} */
  const numbered = (what) => new Map(all(what).map((one) => [one.dataset.municipality ?? "", one]));
  const map = byId("map"), card = byId("card");
  const areas = numbered("[data-walk]"), rows = numbered("tbody tr"), labels = all("[data-on]");
  const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
  const called = new Map(all("[data-network-toggle]").map((row) => [row.dataset.networkToggle, row.querySelector(".name")?.textContent]));
  let chosen = document.querySelector("tr.chosen")?.getAttribute("data-municipality"), at = chosen ?? [...areas.keys()][0];

  // What an area says of itself.
  /** @type {(number: string) => DOMStringMap} */
  const told = (number) => areas.get(number)?.dataset ?? {};

  // An outline around one area, or around none.
  /** @type {(id: string, number?: string | null) => void} */
  const mark = (id, number) => byId(id).setAttribute("d", (number && areas.get(number)?.getAttribute("d")) || "");

  // The same card for pointer and keyboard: name, network, inhabitants; the row of the table is marked with it.
  /** @type {(number?: string | null, x?: number, y?: number) => void} */
  const show = (number, x = 0, y = 0) => {
    for (const [other, row] of rows) row.classList.toggle("at", other === number);
    mark("hovered", number);
    card.hidden = !number;
    if (!number) return;
    const { name, words, network, people } = told(number);
    card.replaceChildren(...[["b", name], ["span", words || called.get(network)], ["i", people]].map(([tag, text]) => {
      const node = document.createElement(tag ?? "");
      node.textContent = text ?? "";
      return node;
    }));
    const left = x + 18 + card.offsetWidth > map.clientWidth ? x - card.offsetWidth - 14 : x + 18;
    const top = Math.min(y + 18, map.clientHeight - card.offsetHeight - 6);
    card.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  };

  // The card in the middle of an area.
  /** @type {(number?: string | null) => void} */
  const stand = (number) => {
    const box = number && areas.get(number)?.getBoundingClientRect(), frame = map.getBoundingClientRect();
    if (box) show(number, box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top);
    else show();
  };

  /** @type {(number?: string | null) => void} */
  const choose = (number) => {
    chosen = number;
    mark("chosen", number);
    for (const [other, area] of areas) area.setAttribute("aria-pressed", String(other === number));
    for (const [other, row] of rows) row.classList.toggle("chosen", other === number);
    stand(number);
  };

  // Who does not stand out fades: by the legend, and by the filters that the file was written with.
  const dim = () => {
    const pressed = all("[data-network-toggle][aria-pressed=true]").map((one) => one.dataset.networkToggle ?? "");
    const faint = new Set();
    for (const [number, area] of areas) {
      const { out, network = "" } = area.dataset;
      const fades = out !== undefined || (pressed.length > 0 && !network.split(" ").some((id) => pressed.includes(id)));
      area.classList.toggle("dim", fades);
      if (fades) faint.add(number);
    }
    for (const label of labels) label.classList.toggle("dim", faint.has(label.dataset.on));
  };

  // The next area whose name begins with a letter, after the present one in the alphabet.
  /** @type {(letter: string) => string | undefined} */
  const startingWith = (letter) => {
    const collator = new Intl.Collator(document.documentElement.lang);
    /** @type {(number: string) => string} */
    const name = (number) => told(number).name ?? "";
    const numbers = [...areas.keys()].sort((a, b) => collator.compare(name(a), name(b))), here = numbers.indexOf(at) + 1;
    return [...numbers.slice(here), ...numbers.slice(0, here)].find((number) => name(number).toLowerCase().startsWith(letter));
  };

  /** @type {(number: string) => void} */
  const stop = (number) => {
    areas.get(at)?.setAttribute("tabindex", "-1");
    at = number;
    areas.get(at)?.setAttribute("tabindex", "0");
  };

  /** @type {(event: KeyboardEvent) => void} */
  const press = (event) => {
    const { key } = event, arrow = ARROWS.indexOf(key), isLetter = /^\p{L}$/u.test(key);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow >= 0 || isLetter) {
      const next = isLetter ? startingWith(key.toLowerCase()) : told(at).walk?.split(",")[arrow];
      areas.get(next ?? "")?.focus({ preventScroll: true });
    } else if (key === "Enter" || key === " ") choose(at === chosen ? null : at);
    else if (key === "Escape") choose();
    else return;
    event.preventDefault();
  };

  /** @type {(event: Event) => string | null} */
  const numberAt = (event) => event.target instanceof Element ? event.target.getAttribute("data-municipality") : null;
  for (const [number, area] of areas) {
    area.setAttribute("role", "button");
    area.setAttribute("tabindex", "-1");
    area.setAttribute("aria-pressed", String(number === chosen));
  }
  stop(at);
  byId("keys").hidden = false;
  map.addEventListener("keydown", press);
  map.addEventListener("focusin", (event) => {
    const number = numberAt(event);
    if (!number) return;
    stop(number);
    if (!areas.get(number)?.matches(":focus-visible")) return;
    mark("focused", number);
    stand(number);
  });
  map.addEventListener("focusout", () => {
    mark("focused");
    stand(chosen);
  });
  map.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const frame = map.getBoundingClientRect(), number = numberAt(event);
    if (number) show(number, event.clientX - frame.left, event.clientY - frame.top);
    else stand(chosen);
  });
  map.addEventListener("pointerleave", () => stand(chosen));
  map.addEventListener("click", (event) => {
    const number = numberAt(event);
    choose(number === chosen ? null : number);
  });
  for (const [number, row] of rows) {
    row.addEventListener("pointerenter", () => mark("hovered", number));
    row.addEventListener("pointerleave", () => mark("hovered"));
  }
  // Rows of the legend become buttons.
  for (const row of all("[data-network-toggle]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = row.className;
    button.dataset.networkToggle = row.dataset.networkToggle;
    button.setAttribute("aria-pressed", String("pressed" in row.dataset));
    button.append(...row.childNodes);
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      dim();
    });
    row.replaceWith(button);
  }
  map.dataset.ready = ""; // from here on what changes its fill may do so softly
})();
