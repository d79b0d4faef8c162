/* Planning in the browser: a brush, and the scenario as the address writes it. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const REST = ["none", "today"];
  let brush = null, also = false, asking = false;

  const parameters = () => new URLSearchParams(window.location.search);
  const founded = () => parameters().getAll("new").map((value) => value.split(":")[0]);
  /* The networks that can be assigned, in the order that Python writes them in. */
  const networks = () => [...Object.keys(climate.map.chart.networks), ...founded()];
  /* A brush whose network was taken back paints nothing. */
  const held = () => (brush !== null && [...REST, ...networks()].includes(brush) ? brush : null);
  const active = () => document.body.dataset.view === "plan" && held() !== null;

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
    const query = parameters(), order = networks();
    const written = (ids) => [...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join("+");
    const text = [...changes].sort().map(([number, ids]) => `${number}:${written(ids)}`).join(",");
    const values = query.getAll("new");
    query.delete("scenario");
    query.delete("new"); // the scenario before what it founds, as Python writes it
    if (text) query.append("scenario", text);
    values.forEach((value) => query.append("new", value));
    return query;
  }

  const go = (query) => climate.go(climate.text(query));

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

  /* ---- founding and renaming: the server makes the id and looks at the name, as Python does everywhere */
  async function named(name, id) {
    const query = parameters();
    query.set("name", name);
    if (id) query.set("id", id);
    const answer = await (await fetch("found?" + query)).json();
    if (!answer.problem) return answer;
    climate.announce(answer.problem);
    climate.toast(answer.problem);
    return null;
  }

  async function found() {
    const field = document.getElementById("found-name");
    if (asking) return; // a second press while the first is on its way
    asking = true;
    const answer = await named(field.value).finally(() => { asking = false; });
    if (!answer) return field.focus();
    climate.write(field, "");
    const wanted = parameters();
    wanted.append("new", answer.value);
    brush = answer.id;
    climate.keepFocus(field);
    go(wanted);
    climate.toast(answer.said);
  }

  async function rename(field) {
    const id = field.id.slice("rename-".length);
    const answer = await named(field.value, id), wanted = parameters(), values = wanted.getAll("new");
    if (!answer) return climate.write(field, values.find((value) => value.startsWith(id + ":")).slice(id.length + 1));
    wanted.delete("new");
    for (const value of values) wanted.append("new", value.startsWith(id + ":") ? answer.value : value);
    climate.keepFocus(document.activeElement);
    go(wanted);
  }

  /* ---- what the buttons look like */
  function show() {
    const idle = climate.steps.idle();
    for (const button of document.querySelectorAll("[data-plan]")) {
      if (button.dataset.plan in idle) button.setAttribute("aria-disabled", String(idle[button.dataset.plan]));
    }
    for (const button of document.querySelectorAll("[data-brush]")) {
      button.setAttribute("aria-pressed", String(button.dataset.brush === held()));
    }
    for (const button of document.querySelectorAll("[data-plan=also]")) button.setAttribute("aria-pressed", String(also));
    document.body.classList.toggle("brushing", active());
  }

  const { undo, redo, reset } = climate.steps;
  const DO = { undo, redo, reset, found, import: climate.importFile, also: () => ((also = !also), show()) };

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const plan = at("[data-plan]"), paint = at("[data-brush]"), move = at("[data-assign]"), member = at("[data-toggle-member]");
    if (plan) DO[plan.dataset.plan]();
    else if (paint) {
      brush = brush === paint.dataset.brush ? null : paint.dataset.brush;
      show();
    } else if (member) toggle(member.dataset.number, member.dataset.toggleMember);
    else if (move) {
      const to = move.dataset.to || held();
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
    else if (event.target.id.startsWith("rename-")) return rename(event.target);
    else return;
    requestAnimationFrame(() => climate.keepFocus(document.activeElement)); // where Tab went while the page answers
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "found-name" && event.key === "Enter") found();
    if (event.key === "Escape" && active() && event.target.closest("#map, .plan-tools") && event.target.nodeName !== "INPUT") {
      brush = null; // put away: a press on the map chooses again
      show();
    }
    if (document.body.dataset.view !== "plan" || !(event.ctrlKey || event.metaKey) || /^(INPUT|TEXTAREA)$/.test(event.target.nodeName)) return;
    if (event.key.toLowerCase() === "z") {
      event.preventDefault();
      climate.keepFocus(document.activeElement);
      (event.shiftKey ? redo : undo)();
    }
  });

  new MutationObserver(show).observe(document.documentElement, { childList: true, subtree: true });

  climate.plan = { active, scenario, assign: (numbers) => assign(numbers, held()) };
})();
