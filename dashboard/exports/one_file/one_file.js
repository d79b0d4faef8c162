// What the file can do beyond being read: a card at the pointer, walking by keys, choosing, letting networks stand out.
"use strict";
(() => {
  const all = (what) => [...document.querySelectorAll(what)];
  const byId = (id) => document.getElementById(id);
  const numbered = (what) => new Map(all(what).map((one) => [one.dataset.municipality, one]));
  const map = byId("map"), card = byId("card");
  const areas = numbered("[data-walk]"), rows = numbered("tbody tr"), labels = all("[data-on]");
  const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
  const called = new Map(all("[data-network-toggle]").map((row) => [row.dataset.networkToggle, row.querySelector("b").textContent]));
  const group = (area) => area.dataset.network.split(" ");
  let chosen = (document.querySelector("tr.chosen") || { dataset: {} }).dataset.municipality, at;

  // An outline around one area, or around none.
  function mark(id, number) {
    byId(id).setAttribute("d", number ? areas.get(number).getAttribute("d") : "");
  }

  // The same card for pointer and keyboard: name, network, inhabitants; the row of the table is marked with it.
  function show(number, x, y) {
    for (const [other, row] of rows) row.classList.toggle("at", other === number);
    mark("hovered", number);
    card.hidden = !number;
    if (!number) return;
    const { name, words, network, people } = areas.get(number).dataset;
    card.replaceChildren(...[["b", name], ["span", words || called.get(network)], ["i", people]].map(([tag, text]) => {
      const node = document.createElement(tag);
      node.textContent = text;
      return node;
    }));
    const left = x + 18 + card.offsetWidth > map.clientWidth ? x - card.offsetWidth - 14 : x + 18;
    const top = Math.min(y + 18, map.clientHeight - card.offsetHeight - 6);
    card.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }

  // The card in the middle of an area.
  function stand(number) {
    if (!number) return show(null);
    const box = areas.get(number).getBoundingClientRect(), frame = map.getBoundingClientRect();
    show(number, box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top);
  }

  function choose(number) {
    chosen = number;
    mark("chosen", number);
    for (const [other, area] of areas) area.setAttribute("aria-pressed", String(other === number));
    for (const [other, row] of rows) row.classList.toggle("chosen", other === number);
    stand(number);
  }

  // Who does not stand out fades: by the legend, and by the filters that the file was written with.
  function dim() {
    const pressed = all("[aria-pressed=true][data-network]").filter((one) => one.tagName === "BUTTON").map((one) => one.dataset.network);
    const faint = new Set();
    for (const [number, area] of areas) {
      const out = "out" in area.dataset || (pressed.length > 0 && !group(area).some((id) => pressed.includes(id)));
      area.classList.toggle("dim", out);
      if (out) faint.add(number);
    }
    for (const label of labels) label.classList.toggle("dim", faint.has(label.dataset.on));
  }

  // The next area whose name begins with a letter, after the present one in the alphabet.
  function startingWith(letter) {
    const collator = new Intl.Collator(document.documentElement.lang), name = (number) => areas.get(number).dataset.name;
    const numbers = [...areas.keys()].sort((a, b) => collator.compare(name(a), name(b))), here = numbers.indexOf(at) + 1;
    const begins = (number) => name(number).toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
    return [...numbers.slice(here), ...numbers.slice(0, here)].find(begins);
  }

  function stop(number) {
    if (at) areas.get(at).setAttribute("tabindex", "-1");
    at = number;
    areas.get(at).setAttribute("tabindex", "0");
  }

  function focus(number) {
    if (areas.has(number)) areas.get(number).focus({ preventScroll: true });
  }

  function press(event) {
    const { key } = event, arrow = ARROWS.indexOf(key);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow >= 0) focus(areas.get(at).dataset.walk.split(" ")[arrow]);
    else if (key === "Enter" || key === " ") choose(at === chosen ? null : at);
    else if (key === "Escape") choose(null);
    else if (/^\p{L}$/u.test(key)) focus(startingWith(key));
    else return;
    event.preventDefault();
  }

  const numberAt = (event) => event.target.dataset.municipality;
  for (const [number, area] of areas) {
    area.setAttribute("role", "button");
    area.setAttribute("tabindex", "-1");
    area.setAttribute("aria-pressed", String(number === chosen));
  }
  stop(chosen || areas.keys().next().value);
  byId("keys").hidden = false;
  map.addEventListener("keydown", press);
  map.addEventListener("focusin", (event) => {
    const number = numberAt(event);
    if (!number) return;
    stop(number);
    if (!event.target.matches(":focus-visible")) return;
    mark("focused", number);
    stand(number);
  });
  map.addEventListener("focusout", () => {
    mark("focused", null);
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
    const number = numberAt(event) || null;
    choose(number === chosen ? null : number);
  });
  for (const row of rows.values()) {
    row.addEventListener("pointerenter", () => mark("hovered", row.dataset.municipality));
    row.addEventListener("pointerleave", () => mark("hovered", null));
  }
  for (const row of all("[data-network-toggle]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.network = row.dataset.networkToggle;
    button.setAttribute("aria-pressed", String("pressed" in row.dataset));
    button.append(...row.childNodes);
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      dim();
    });
    row.append(button);
  }
})();
