/* The presentation: all steps are on the page, one is seen; stepping asks nobody, so it goes on without a connection. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const FORWARD = ["ArrowRight", "ArrowDown", "PageDown"], BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
  const SWIPE = 50; // pixels
  let story = null, at = 1, touch = null, shown = null;
  let origin = null; // the view that the presentation was opened from

  const active = () => document.body.dataset.view === "present" && story !== null;
  const sections = () => [...document.querySelectorAll(".step[data-step]")];
  const bar = () => document.querySelector(".story-bar");
  const overview = () => document.getElementById("story-overview");

  /** The step that the server understood; past the last it is the last. */
  function asked(paint) {
    return Math.min(Number(new URLSearchParams(paint.state).get("step") || 1), story.length);
  }

  /* What is seen of the page: one step, its place, its layout. Dash may draw the steps anew, so this can be repeated. */
  function face() {
    for (const section of sections()) section.classList.toggle("now", Number(section.dataset.step) === at);
    const place = document.querySelector(".story-place"), progress = document.querySelector(".story-progress span");
    if (!place) return;
    place.textContent = `${at} / ${story.length}`;
    progress.style.width = `${(100 * at) / story.length}%`;
    document.querySelector('[data-story="previous"]').setAttribute("aria-disabled", String(at === 1));
    document.querySelector('[data-story="next"]').setAttribute("aria-disabled", String(at === story.length));
    for (const button of overview().querySelectorAll("[data-step-go]")) {
      if (Number(button.dataset.stepGo) === at) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
  }

  function picture() {
    const step = story[at - 1], map = climate.map;
    document.body.dataset.layout = step.layout;
    if (step.map) {
      map.paint = { ...map.paint, ...step.map };
      map.lit = null;
      map.colour(map.paint);
      map.moved(map.paint);
    }
    climate.zoom.hold(step.focus);
    climate.labels.show();
  }

  function go(step) {
    const next = Math.min(Math.max(step, 1), story.length);
    if (next === at) return;
    const within = document.activeElement.closest(".step");
    at = next;
    const query = new URLSearchParams(window.location.search);
    query.set("view", "present"); // whatever was asked for that no server answered
    if (at === 1) query.delete("step");
    else query.set("step", at);
    const text = climate.text(query);
    window.history.replaceState(window.history.state, "", window.location.pathname + (text === "?" ? "" : text));
    face();
    picture();
    const section = document.getElementById(`step-${at}`);
    section.scrollTop = 0;
    if (within) section.focus({ preventScroll: true }); // a reader's place goes along
    window.scrollTo(0, 0);
    climate.announce(`${section.getAttribute("aria-label")}: ${section.querySelector("h2").textContent}`);
  }

  async function fullscreen() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      tell(bar().dataset.refused);
    }
  }

  function tell(words) {
    climate.announce(words);
    climate.toast(words);
  }

  /* Back to where one came from. Where no server answers the page stays as it is, and so does its address. */
  async function leave() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    const answer = await fetch("healthz", { cache: "no-store" }).catch(() => null);
    if (!answer || !answer.ok) return tell(bar().dataset.alone);
    climate.keepFocus(bar().querySelector('[data-story="leave"]'));
    climate.go(climate.query({ view: origin === "overview" ? null : origin, step: null }));
  }

  const blank = () => document.body.classList.toggle("blank");
  const acts = {
    next: () => go(at + 1),
    previous: () => go(at - 1),
    overview: () => {
      overview().showModal();
      overview().querySelector("[aria-current]").focus(); // from where one is
    },
    keys: () => climate.help(),
    fullscreen,
    leave,
  };

  /** A key of the presentation's; true when it was one. */
  function press({ key, shiftKey, target }) {
    const control = target.closest("button, a, summary");
    if (document.body.classList.contains("blank")) document.body.classList.remove("blank");
    else if (key === " " && !control) go(at + (shiftKey ? -1 : 1));
    else if (FORWARD.includes(key)) go(at + 1);
    else if (BACK.includes(key)) go(at - 1);
    else if (key === "Home") go(1);
    else if (key === "End") go(story.length);
    else if (key === "o" || key === "O") acts.overview();
    else if (key === "f" || key === "F") fullscreen();
    else if (key === "b" || key === "B" || key === ".") blank();
    else if (key === "?") climate.help();
    else if (key === "Escape") leave();
    else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (!active() || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const scrolls = event.target.closest(".table-scroll, .step"); // arrows scroll what has the focus and can be scrolled
    if (scrolls && scrolls.scrollHeight > scrolls.clientHeight + 1 && /^Arrow(Up|Down)$/.test(event.key)) return;
    if (!press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });

  document.addEventListener("click", (event) => {
    if (!active() || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const control = event.target.closest("[data-story]"), jump = event.target.closest("[data-step-go]");
    if (control && acts[control.dataset.story]) {
      event.preventDefault();
      acts[control.dataset.story]();
    }
    if (jump) {
      overview().close();
      go(Number(jump.dataset.stepGo));
    }
  }, { capture: true }); // before the address follows the link of the way out

  document.addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 && !event.target.closest(".table-scroll, .story-bar, dialog") ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!active() || !touch) return;
    const end = event.changedTouches[0], x = end.clientX - touch.clientX, y = end.clientY - touch.clientY;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 1.5 * Math.abs(y)) go(at + (x < 0 ? 1 : -1));
  }, { passive: true });

  /* The map of each step for paper, fetched when the page has nothing better to do. */
  function drawForPaper() {
    for (const holder of document.querySelectorAll("[data-picture-of]:empty")) {
      holder.append(Object.assign(new Image(), { alt: "", fetchPriority: "low", src: holder.dataset.pictureOf }));
    }
  }

  window.addEventListener("beforeprint", drawForPaper);

  let watched = null;

  climate.story = {
    active,

    /** Begin, go on or end, as the painted state says. Called after each painting of the map. */
    show(paint) {
      story = paint.story && paint.story.length ? paint.story : null;
      if (!story) {
        if (paint.view !== "present") origin = paint.view;
        delete document.body.dataset.layout;
        document.body.classList.remove("blank");
        climate.keys.rest(false);
        return climate.zoom.hold(null);
      }
      if (paint !== shown) at = asked(paint);
      shown = paint;
      if (!watched) {
        watched = new MutationObserver(() => active() && face());
        watched.observe(document.getElementById("story"), { childList: true });
      }
      climate.keys.rest(true);
      face();
      requestAnimationFrame(() => active() && face()); // after Dash has drawn what came with this answer
      picture();
      (window.requestIdleCallback || setTimeout)(drawForPaper);
    },
  };
})();
