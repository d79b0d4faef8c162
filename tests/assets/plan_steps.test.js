/* Undo, redo, reset. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "../../assets/modules/page/query.js";
import { blank, followed, left, planOf, redone, undone, withPlan } from "../../assets/modules/plan/plan_steps.js";
import { foundedIds } from "../../assets/modules/plan/scenario.js";
import { readCases } from "./cases.js";

const { parameters } = readCases("query"), { numbers, networks } = readCases("scenario");
const A = planOf("?scenario=9101:aust"), B = planOf("?scenario=9101:midt"), C = planOf("?scenario=9101:none");
const from = (present, past = [], future = []) => ({ past, future, present });

for (const { about, query, reset } of readCases("founded").cases) {
  test(`a plan is reset: ${about}`, () => {
    const founded = new URLSearchParams(query).getAll("new");
    const plan = blank(planOf(query), { numbers, networks: [...networks, ...foundedIds(founded)] });
    const text = written(withPlan(query, plan), parameters);
    assert.equal(text === "?" ? "" : text, reset);
  });
}

test("of a query the plan is scenario, founded networks and what is compared", () => {
  const plan = planOf("?view=plan&compare=9101:midt&new=ny:Nytt&scenario=9101:ny&title=Plan");
  assert.deepEqual(plan, [["scenario", "9101:ny"], ["new", "ny:Nytt"], ["compare", "9101:midt"]]);
});

test("another plan leaves the rest of a query", () => {
  assert.equal(written(withPlan("?view=plan&scenario=9101:aust&lang=en", B), parameters), "?lang=en&view=plan&scenario=9101:midt");
});

test("what is left can be had back, and taken again", () => {
  const after = left(from(A), A, B);
  assert.deepEqual(after, from(B, [A]));
  const back = undone(after, B);
  assert.deepEqual(back, from(A, [], [B]));
  assert.deepEqual(redone(back, A), from(B, [A]));
});

test("where there is no step, nothing is undone or redone", () => {
  assert.equal(undone(from(A), A), null);
  assert.equal(redone(from(A), A), null);
});

test("a new change forgets what was taken back", () => assert.deepEqual(left(from(A, [], [B]), A, C), from(C, [A])));

test("at most a hundred steps are kept, the oldest go", () => {
  let steps = from(A);
  for (let step = 0; step < 120; step++) steps = left(steps, [["scenario", String(step)]], B);
  assert.equal(steps.past.length, 100);
  assert.deepEqual(steps.past[0], [["scenario", "20"]]);
});

test("the browser's Back is an undo, over several steps too", () => {
  assert.deepEqual(followed(from(C, [A, B]), B), from(B, [A], [C]));
  assert.deepEqual(followed(from(C, [A, B]), A), from(A, [], [C, B]));
});

test("the browser's Forward is a redo, over several steps too", () => {
  assert.deepEqual(followed(from(A, [], [C, B]), B), from(B, [A], [C]));
  assert.deepEqual(followed(from(A, [], [C, B]), C), from(C, [A, B], []));
});

test("Back to the same plan, or to one that nobody knows, is no step", () => {
  assert.deepEqual(followed(from(A, [B]), A), from(A, [B]));
  assert.deepEqual(followed(from(A, [B]), C), from(C, [B]));
});
