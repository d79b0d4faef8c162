/* The presentation: all steps are on the page, one is seen; stepping asks nobody, so it goes on without a connection. */
import { circles } from "../map/circles.js";
import { colour, map, moved } from "../map/instrument.js";
import { restKeys } from "../map/keys.js";
import { showNames } from "../map/labels.js";
import { hold } from "../map/zoom.js";
import { go as goTo, query, rewrite, text } from "../page/address.js";
import { announce, say } from "../page/announce.js";
import { help } from "../page/dialog.js";
import { all, around, byId, focused, isPlain, only } from "../page/elements.js";
import { whenIdle } from "../page/idle.js";
import { isScrolling, stepByKey, stepBySwipe } from "./stepping.js";

/** @import { Paint, Step } from "../sent.js" */

/** @type {Step[] | null} */
let story = null;
let at = 1;
/** @type {Touch | null} */
let touch = null;
/** @type {Paint | null} */
let shown = null;
/** @type {string | null} */
let origin = null; // the view that the presentation was opened from

const active = () => document.body.dataset.view === "present" && story !== null;
const last = () => story?.length ?? 1;
const bar = () => only(".story-bar");
const overview = () => /** @type {HTMLDialogElement} */ (byId("story-overview"));

/**
 * The step that the server understood; past the last it is the last.
 * @param {Paint} paint
 */
function asked(paint) {
  return Math.min(Number(new URLSearchParams(paint.state).get("step") || 1), last());
}

/* What is seen of the page: one step, its place, its layout. The server may draw the steps anew, so this can be repeated. */
function face() {
  for (const section of all(".step[data-step]")) section.classList.toggle("now", Number(section.dataset.step) === at);
  const place = document.querySelector(".story-place");
  if (!place) return;
  place.textContent = `${at} / ${last()}`;
  only(".story-progress rect").setAttribute("width", `${((100 * at) / last()).toFixed(2)}%`);
  only('[data-story="previous"]').setAttribute("aria-disabled", String(at === 1));
  only('[data-story="next"]').setAttribute("aria-disabled", String(at === last()));
  for (const button of all("[data-step-go]", overview())) {
    if (Number(button.dataset.stepGo) === at) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
}

function picture() {
  const step = story?.[at - 1];
  if (!step || !map.paint) return;
  document.body.dataset.layout = step.layout;
  document.body.toggleAttribute("data-table", document.querySelector(`#step-${at} table`) !== null);
  if (step.map) {
    map.paint = { ...map.paint, ...step.map };
    map.lit = null;
    colour(map.paint);
    circles(map.paint);
    moved(map.paint);
  }
  hold(step.focus);
  showNames();
}

/** @param {number} step */
function go(step) {
  const next = Math.min(Math.max(step, 1), last());
  if (next === at) return;
  const within = focused().closest(".step");
  at = next;
  const parameters = new URLSearchParams(window.location.search);
  parameters.set("view", "present"); // whatever was asked for that no server answered
  if (at === 1) parameters.delete("step");
  else parameters.set("step", String(at));
  rewrite(text(parameters));
  face();
  picture();
  const section = byId(`step-${at}`);
  section.scrollTop = 0;
  if (within) section.focus({ preventScroll: true }); // a reader's place goes along
  window.scrollTo(0, 0);
  announce(`${section.getAttribute("aria-label")}: ${only("h2", section).textContent}`);
}

async function fullscreen() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    say(bar().dataset.refused || "");
  }
}

/* Back to where one came from. Where no server answers the page stays as it is, and so does its address. */
async function leave() {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  const answer = await fetch("healthz", { cache: "no-store" }).catch(() => null);
  if (!answer || !answer.ok) return say(bar().dataset.alone || "");
  goTo(query({ view: origin === "overview" ? null : origin, step: null }));
}

/** @type {Record<string, () => unknown>} */
const ACTS = {
  next: () => go(at + 1),
  previous: () => go(at - 1),
  first: () => go(1),
  last: () => go(last()),
  overview: () => {
    overview().showModal();
    only("[aria-current]", overview()).focus(); // from where one is
  },
  keys: help,
  blank: () => document.body.classList.toggle("blank"),
  fullscreen,
  leave,
};

/**
 * @param {KeyboardEvent} event
 */
function press(event) {
  const { target } = event;
  if (!active() || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (!(target instanceof Element) || isScrolling(event.key, target.closest(".table-scroll, .step"))) return;
  const act = document.body.classList.contains("blank") ? "blank" : stepByKey(event, target.closest("button, a, summary") !== null);
  if (!act) return;
  ACTS[act]();
  event.preventDefault();
  event.stopPropagation();
}

/** @param {MouseEvent} event */
function click(event) {
  if (!active() || !isPlain(event)) return;
  const act = ACTS[around(event, "[data-story]")?.dataset.story || ""], jump = around(event, "[data-step-go]");
  if (act) {
    event.preventDefault();
    act();
  }
  if (jump) {
    event.preventDefault();
    overview().close();
    go(Number(jump.dataset.stepGo));
  }
}

/** @param {TouchEvent} event */
function touchStart(event) {
  touch = event.touches.length === 1 && !around(event, ".table-scroll, .story-bar, dialog") ? event.touches[0] : null;
}

/** @param {TouchEvent} event */
function touchEnd(event) {
  if (!active() || !touch) return;
  const end = event.changedTouches[0];
  go(at + stepBySwipe(end.clientX - touch.clientX, end.clientY - touch.clientY));
}

/* The map of each step for paper, fetched when the page has nothing better to do. */
function drawForPaper() {
  for (const holder of all("[data-picture-of]:empty")) {
    holder.append(Object.assign(new Image(), { alt: "", fetchPriority: "low", src: holder.dataset.pictureOf }));
  }
}

/** Let the presentation be stepped through. */
export function serveStory() {
  document.addEventListener("keydown", press, { capture: true });
  document.addEventListener("click", click, { capture: true }); // before the address follows the link of the way out
  document.addEventListener("touchstart", touchStart, { passive: true });
  document.addEventListener("touchend", touchEnd, { passive: true });
  window.addEventListener("beforeprint", drawForPaper);
}

/**
 * Begin, go on or end, as the painted state says. Called after each painting of the map.
 * @param {Paint} paint
 */
export function tell(paint) {
  story = paint.story && paint.story.length ? paint.story : null;
  if (!story) {
    if (paint.view !== "present") origin = paint.view;
    delete document.body.dataset.layout;
    delete document.body.dataset.table;
    document.body.classList.remove("blank");
    restKeys(false);
    return hold(null);
  }
  if (paint !== shown) at = asked(paint);
  shown = paint;
  restKeys(true);
  face();
  picture();
  whenIdle(drawForPaper);
}
