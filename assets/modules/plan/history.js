/* Undo, redo, reset: steps of the plan only, kept in this tab's session storage, apart from the browser's Back. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const STORE = "climate-plan-steps";
  const PARTS = ["scenario", "new", "compare"];
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

  let { past, future } = load(), present = snapshot();

  function keep(next) {
    present = next;
    try {
      sessionStorage.setItem(STORE, JSON.stringify({ past, future, present }));
    } catch { /* a full or forbidden store: steps are then forgotten on reload */ }
  }

  function restore(pairs) {
    const query = new URLSearchParams(window.location.search);
    PARTS.forEach((name) => query.delete(name));
    pairs.forEach(([name, value]) => query.append(name, value));
    keep(pairs);
    restoring = true;
    climate.go(climate.text(query));
    restoring = false;
  }

  /* Today again: what is kept to compare stays, and the networks that it stands in. */
  function blank(now) {
    const used = new Set(now.filter(([name]) => name === "compare").flatMap(([, text]) => text.split(/[,:+ ]/)));
    return now.filter(([name, value]) => name === "compare" || (name === "new" && used.has(value.split(":")[0])));
  }

  /* The browser's Back and Forward go through the same states: they are steps taken elsewhere. */
  function follow() {
    const now = snapshot(), passed = (steps) => steps.findLastIndex((one) => same(one, now));
    const back = passed(past), forth = passed(future);
    if (same(now, present)) return;
    if (back >= 0) {
      future.push(present, ...past.slice(back + 1).reverse());
      past = past.slice(0, back);
    } else if (forth >= 0) {
      past.push(present, ...future.slice(forth + 1).reverse());
      future = future.slice(0, forth);
    }
    keep(now);
  }

  climate.steps = {
    /** Called before every change of the address: what a change of the plan leaves can be had back. */
    leave(search) {
      const now = snapshot(), next = snapshot(search);
      if (restoring || same(now, next)) return;
      past = [...past, now].slice(-MOST);
      future = [];
      keep(next);
    },
    undo() {
      if (!past.length) return;
      future.push(snapshot());
      restore(past.pop());
    },
    redo() {
      if (!future.length) return;
      past.push(snapshot());
      restore(future.pop());
    },
    reset() {
      const now = snapshot();
      if (same(now, blank(now))) return;
      past.push(now);
      future = [];
      restore(blank(now));
    },
    /** Which of the three have nothing to do. */
    idle() {
      const now = snapshot();
      return { undo: !past.length, redo: !future.length, reset: same(now, blank(now)) };
    },
  };

  window.addEventListener("popstate", follow);
})();
