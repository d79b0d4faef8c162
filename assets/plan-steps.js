/* Undo, redo, reset: steps of the scenario only, kept in this tab's session storage, apart from the browser's Back. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const STORE = "climate-plan-steps";
  const PARTS = ["scenario", "new"];
  const MOST = 100;
  let restoring = false;

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  function snapshot(search = window.location.search) {
    const query = new URLSearchParams(search);
    return PARTS.flatMap((name) => query.getAll(name).map((value) => [name, value]));
  }

  /* What is kept belongs to the scenario that was last seen in this tab; somebody else's link begins anew. */
  function load() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(STORE));
      if (kept && same(kept.present, snapshot())) return kept;
    } catch { /* nothing that can be read */ }
    return { past: [], future: [] };
  }

  let { past, future } = load();

  function keep(present) {
    try {
      sessionStorage.setItem(STORE, JSON.stringify({ past, future, present }));
    } catch { /* a full or forbidden store: steps are then forgotten on reload */ }
  }

  /* Networks that only a compared scenario uses are not the plan's to take away. */
  function withCompared(query, founded) {
    const used = new Set(query.getAll("compare").flatMap((text) => text.split(/[,:+ ]/)));
    const there = query.getAll("new").map((value) => value.split(":")[0]);
    for (const value of founded) {
      const id = value.split(":")[0];
      if (used.has(id) && !there.includes(id)) query.append("new", value);
    }
    return climate.text(query);
  }

  function restore(pairs) {
    const query = new URLSearchParams(window.location.search), founded = query.getAll("new");
    PARTS.forEach((name) => query.delete(name));
    pairs.forEach(([name, value]) => query.append(name, value));
    const search = withCompared(query, founded);
    keep(snapshot(search));
    restoring = true;
    climate.go(search);
    restoring = false;
  }

  /* The step before that differs: the browser's Back may have been there already. */
  function last(steps, now) {
    while (steps.length && same(steps[steps.length - 1], now)) steps.pop();
    return steps.pop();
  }

  climate.steps = {
    /** Called before every change of the address: what a change of the scenario leaves can be had back. */
    leave(search) {
      const now = snapshot(), next = snapshot(search);
      if (restoring || same(now, next)) return;
      past = [...past, now].slice(-MOST);
      future = [];
      keep(next);
    },
    undo() {
      const now = snapshot(), back = last(past, now);
      if (!back) return;
      future.push(now);
      restore(back);
    },
    redo() {
      const now = snapshot(), next = last(future, now);
      if (!next) return;
      past.push(now);
      restore(next);
    },
    reset() {
      const now = snapshot();
      if (!now.length) return;
      past.push(now);
      future = [];
      restore([]);
    },
    /** Which of the three have nothing to do. */
    idle: () => ({ undo: !past.length, redo: !future.length, reset: !snapshot().length }),
  };

  window.addEventListener("popstate", () => keep(snapshot()));
})();
