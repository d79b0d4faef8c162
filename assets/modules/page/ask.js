/* Questions to the server, in the words of Dash's one callback: which state is wanted, and which is painted. The newest
   question counts; one that is overtaken is taken back. Where no answer comes it is said, and asked again. */
import { map } from "../map/instrument.js";
import { take } from "./answer.js";
import { say, toast } from "./announce.js";

/** @import { Answer } from "../sent.js" */

const CALLBACK = "_dash-update-component";
const SLOW_MS = 1500, AGAIN_MS = 1000, AGAIN_AT_MOST_MS = 30_000;
let painted = "";
/** @type {AbortController | null} */
let asking = null;
/** @type {(() => void) | null} */
let again = null; // asks at once what is still unanswered

/**
 * Ask for a state, and show it when the answer is there.
 * @param {string} search
 */
export async function ask(search) {
  asking?.abort();
  const controller = (asking = new AbortController()), { signal } = controller;
  const busy = document.getElementById("main");
  busy?.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => map.captions && toast(map.captions.waiting), SLOW_MS);
  for (let pause = AGAIN_MS; !signal.aborted; pause = Math.min(2 * pause, AGAIN_AT_MOST_MS)) {
    const answer = await answered(search, signal).catch(() => null);
    if (signal.aborted) break;
    clearTimeout(slow);
    if (answer) {
      asking = null;
      busy?.removeAttribute("aria-busy");
      painted = search;
      return take(answer);
    }
    if (map.captions && pause === AGAIN_MS) say(map.captions.unanswered);
    await new Promise((done) => {
      const timer = setTimeout(done, pause);
      again = () => done(clearTimeout(timer));
      signal.addEventListener("abort", again);
    });
  }
  clearTimeout(slow);
}

/**
 * @param {string} search
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
async function answered(search, signal) {
  const body = {
    output: "answer.data",
    outputs: { id: "answer", property: "data" },
    inputs: [{ id: "question", property: "data", value: { search, painted } }],
    changedPropIds: ["question.data"],
  };
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(CALLBACK, { method: "POST", headers, body: JSON.stringify(body), signal });
  if (!response.ok) throw new Error(`${CALLBACK}: ${response.status}`);
  return (await response.json()).response.answer.data;
}

/** The page came painted; what stays unanswered is asked again at once when there is a connection. */
export function beginAsking() {
  painted = window.location.search;
  window.addEventListener("online", () => again?.());
}
