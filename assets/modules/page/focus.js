/* A choice redraws the part of the page that holds what was pressed: its successor gets the focus, what was open stays. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  /* What a control stands for, whatever it was drawn anew as. */
  const NAMES = ["id", "data-network-toggle", "data-toggle-member", "data-brush", "data-assign", "data-plan", "data-example", "data-keep", "data-dissolve", "data-go", "lang", "href"];
  const ROOMS = ".report[id], details[id], .plan-tools";
  const PATIENCE_MS = 2000;
  const opened = new Set();

  function itself(pressed) {
    if (pressed.localName === "summary") return pressed.parentElement.id && `#${pressed.parentElement.id} > summary`;
    const name = NAMES.find((attribute) => pressed.hasAttribute(attribute));
    if (!name) return null;
    const to = pressed.dataset.to ? `[data-to="${CSS.escape(pressed.dataset.to)}"]` : "";
    return `${pressed.localName}[${name}="${CSS.escape(pressed.getAttribute(name))}"]${to}`;
  }

  /* The planner's sections around it, the nearest first. */
  function rooms(pressed) {
    const found = [];
    for (let room = pressed.parentElement?.closest(ROOMS); room; room = room.parentElement.closest(ROOMS)) found.push(`#${room.id}`);
    return found;
  }

  /** Another focus meanwhile is left alone. Where there is no successor, its section, the panel or the map gets it. */
  climate.keepFocus = function (pressed) {
    if (pressed === document.body) return; // nothing had the focus
    const self = itself(pressed), around = rooms(pressed);
    const places = [
      ...(self ? [...around.map((room) => `${room} ${self}`), self] : []),
      pressed.dataset.dissolve && "#found-name",
      ...around.flatMap((room) => [`${room} > summary`, `${room} :is(button, input, summary)`, `${room} h2`]),
      pressed.closest(".panel") && ".panel-body", '#map [tabindex="0"]', "#main",
    ].filter(Boolean);
    const until = performance.now() + PATIENCE_MS;
    (function look() {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost) {
        const found = places.flatMap((place) => [...document.querySelectorAll(place)]).find((node) => node.getClientRects().length);
        if (found && found.localName === "h2") found.tabIndex = -1;
        if (found) found.focus({ preventScroll: true });
      } else if (document.activeElement !== pressed) return;
      if (performance.now() < until) requestAnimationFrame(look);
    })();
  };

  document.addEventListener("toggle", ({ target }) => {
    if (target.localName !== "details" || !target.id) return;
    if (target.open) opened.add(target.id);
    else if (target.isConnected) opened.delete(target.id);
  }, true);

  /* What is being typed outlives the drawing anew of its field: text, focus and caret. */
  const drafts = new Map(), known = new WeakSet();
  let typedIn = null, held = null, left = false; // the field, one not yet told of, whether left since the last letter
  const isText = (node) => node.localName === "input" && node.type === "text" && node.id && node.closest(".plan-tools, .report");

  /** Write into a field as a hand does, so that Dash hears of it. */
  climate.write = function (field, text) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  document.addEventListener("focusin", ({ target }) => {
    const passed = held && held.isConnected && held.id !== target.id ? held : null;
    held = null;
    if (passed) { // it is still there: somebody, or their software, went on to another control
      left = true;
      passed.dispatchEvent(new Event("change", { bubbles: true }));
    }
    typedIn = isText(target) ? target : null;
    if (typedIn) known.add(target);
  });
  document.addEventListener("pointerdown", () => {
    typedIn = null;
    left = true;
  }, true);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Tab" || key === "Enter") left = true;
  }, true);
  document.addEventListener("input", ({ target, isTrusted }) => {
    if (!isTrusted) return; // written by climate.write, not typed
    left = false;
    if (isText(target)) drafts.set(target.id, target.value);
  });
  /* Chromium also tells of a change when it takes away a field that somebody types in: that is none. */
  document.addEventListener("change", (event) => {
    if (!isText(event.target)) return;
    if (left) return drafts.delete(event.target.id);
    event.stopImmediatePropagation();
    held = event.target;
  }, true);

  function restoreDrafts() {
    for (const [id, text] of drafts) {
      const field = document.getElementById(id);
      if (!field || known.has(field)) continue;
      known.add(field);
      climate.write(field, text);
    }
    if (!typedIn || typedIn.isConnected || document.activeElement !== document.body) return;
    const field = document.getElementById(typedIn.id);
    if (!field) return;
    known.add(field);
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  window.addEventListener("popstate", () => climate.keepFocus(document.activeElement));

  new MutationObserver(() => {
    restoreDrafts();
    for (const id of opened) {
      const details = document.getElementById(id);
      if (details && !details.open && !details.dataset.kept) details.open = true;
      if (details) details.dataset.kept = "true";
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
