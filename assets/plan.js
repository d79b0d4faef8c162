/* Planning in the browser: a brush, the scenario as the address writes it, and the steps of this tab. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const STORE = "climate-plan-steps";
  const PARTS = ["scenario", "new"];
  let brush = null, also = false, ownStep = false;

  const parameters = () => new URLSearchParams(window.location.search);
  const active = () => document.body.dataset.view === "plan" && brush !== null;

  /* ---- the scenario: number → ids, as the address has it */
  function scenario(query) {
    const changes = new Map();
    for (const part of (query.get("scenario") || "").split(",").filter(Boolean)) {
      const [number, ids] = part.split(":");
      if (ids) changes.set(number, ids.split(/[+ ]/));
    }
    return changes;
  }

  function today(number) {
    return climate.map.paint.today[number] || climate.map.paint.groups[number];
  }

  function same(a, b) {
    return a.length === b.length && a.every((id) => b.includes(id));
  }

  function write(changes) {
    const query = parameters();
    const text = [...changes].sort().map(([number, ids]) => `${number}:${ids.join("+")}`).join(",");
    const founded = query.getAll("new");
    PARTS.forEach((name) => query.delete(name)); // the scenario before what it founds, as Python writes it
    if (text) query.append("scenario", text);
    founded.forEach((value) => query.append("new", value));
    return query;
  }

  function go(query) {
    remember();
    ownStep = true;
    climate.go(climate.text(query));
  }

  /** Put municipalities into networks: ids, "none", or "today" for as it is. */
  function assign(numbers, to) {
    const changes = scenario(parameters());
    for (const number of numbers) {
      let ids = to === "today" ? today(number) : [to];
      if (also && !["today", "none"].includes(to)) {
        ids = [...new Set([...(changes.get(number) || today(number)), to])].filter((id) => id !== "none");
      }
      if (same(ids, today(number))) changes.delete(number);
      else changes.set(number, ids);
    }
    go(write(changes));
  }

  function toggle(number, network) {
    const changes = scenario(parameters());
    const now = (changes.get(number) || today(number)).filter((id) => id !== "none");
    const ids = now.includes(network) ? now.filter((id) => id !== network) : [...now, network];
    const next = ids.length ? ids : ["none"];
    if (same(next, today(number))) changes.delete(number);
    else changes.set(number, next);
    go(write(changes));
  }

  /* ---- undo, redo, reset: steps of the scenario only, kept in this tab */
  function steps() {
    try {
      return JSON.parse(sessionStorage.getItem(STORE)) || { past: [], future: [] };
    } catch {
      return { past: [], future: [] };
    }
  }

  function keep(value) {
    try {
      sessionStorage.setItem(STORE, JSON.stringify(value));
    } catch { /* a full or forbidden store: undo is then not kept */ }
    show();
  }

  function snapshot() {
    const query = parameters();
    return PARTS.flatMap((name) => query.getAll(name).map((value) => [name, value]));
  }

  function remember() {
    const { past } = steps();
    keep({ past: [...past, snapshot()].slice(-100), future: [] });
  }

  function restore(pairs) {
    const query = parameters();
    PARTS.forEach((name) => query.delete(name));
    pairs.forEach(([name, value]) => query.append(name, value));
    ownStep = true;
    climate.go(climate.text(query));
  }

  function undo() {
    const { past, future } = steps();
    if (!past.length) return;
    const back = past[past.length - 1];
    keep({ past: past.slice(0, -1), future: [snapshot(), ...future] });
    restore(back);
  }

  function redo() {
    const { past, future } = steps();
    if (!future.length) return;
    keep({ past: [...past, snapshot()], future: future.slice(1) });
    restore(future[0]);
  }

  function reset() {
    if (!snapshot().length) return;
    remember();
    restore([]);
  }

  /* ---- founding: the server makes the id, as Python does everywhere */
  async function found() {
    const field = document.getElementById("found-name");
    const query = parameters();
    query.set("q", field.value);
    const answer = await (await fetch("found?" + query)).json();
    if (answer.problem) {
      climate.announce(answer.problem);
      climate.toast(answer.problem);
      return field.focus();
    }
    const wanted = parameters();
    wanted.append("new", answer.value);
    brush = answer.id;
    go(wanted);
    climate.announce(answer.said);
  }

  /* ---- a file: read by the server, shown before anything is done */
  async function read(file) {
    const place = document.getElementById("import-report");
    const query = parameters();
    query.set("q", file.name);
    const response = await fetch("import?" + query, { method: "POST", body: file });
    const answer = response.ok ? await response.json() : { headline: response.statusText, lines: [] };
    const title = document.createElement("p");
    title.className = "import-headline";
    title.textContent = answer.headline;
    const list = document.createElement("ul");
    for (const line of answer.lines) list.append(Object.assign(document.createElement("li"), { textContent: line }));
    place.replaceChildren(title, list);
    if (answer.go) {
      const apply = document.createElement("button");
      apply.type = "button";
      apply.className = "act";
      apply.textContent = answer.apply;
      apply.addEventListener("click", () => {
        remember();
        ownStep = true;
        place.replaceChildren();
        climate.go(answer.go);
      });
      place.append(apply);
    }
  }

  function choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".csv,.txt,.xlsx";
    input.id = "import-file";
    input.hidden = true;
    document.getElementById("import-file")?.remove();
    document.body.append(input);
    input.addEventListener("change", () => input.files[0] && read(input.files[0]));
    input.click();
  }

  /* ---- what the buttons look like */
  function show() {
    const { past, future } = steps();
    for (const button of document.querySelectorAll("[data-plan]")) {
      const idle = { undo: !past.length, redo: !future.length, reset: !snapshot().length }[button.dataset.plan];
      if (idle !== undefined) button.setAttribute("aria-disabled", String(idle));
    }
    for (const button of document.querySelectorAll("[data-brush]")) {
      button.setAttribute("aria-pressed", String(button.dataset.brush === brush));
    }
    for (const button of document.querySelectorAll("[data-plan=also]")) button.setAttribute("aria-pressed", String(also));
    document.body.classList.toggle("brushing", active());
  }

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const plan = at("[data-plan]"), paint = at("[data-brush]"), move = at("[data-assign]"), member = at("[data-toggle-member]");
    if (plan) ({ undo, redo, reset, found, import: choose, also: () => ((also = !also), show()) })[plan.dataset.plan]();
    else if (paint) {
      brush = brush === paint.dataset.brush ? null : paint.dataset.brush;
      show();
    } else if (member) toggle(member.dataset.number, member.dataset.toggleMember);
    else if (move) {
      const to = move.dataset.to || brush;
      if (to === null) {
        climate.announce(climate.map.captions.pickBrush);
        climate.toast(climate.map.captions.pickBrush);
      } else assign(move.dataset.assign.split(","), to);
    } else return;
    climate.keepFocus(plan || paint || move || member);
  });

  document.addEventListener("change", (event) => {
    const name = { "cost-equal": "equal", "cost-each": "each", "plan-name": "title" }[event.target.id];
    if (name) climate.go(climate.query({ [name]: event.target.value.trim() || null }));
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "found-name" && event.key === "Enter") found();
    if (document.body.dataset.view !== "plan" || !(event.ctrlKey || event.metaKey) || /^(INPUT|TEXTAREA)$/.test(event.target.nodeName)) return;
    if (event.key.toLowerCase() === "z") {
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
    }
  });

  new MutationObserver(show).observe(document.documentElement, { childList: true, subtree: true });

  climate.plan = { active, scenario, assign: (numbers) => assign(numbers, brush) };
})();
