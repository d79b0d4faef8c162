/* The grammar of a scenario, and what a brush does to it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assigned, foundedIds, readScenario, toggled, writeScenario } from "../../assets/modules/plan/scenario.js";
import { readCases } from "./cases.js";

const { numbers, networks, today: groups, cases } = readCases("scenario");
const today = (number) => (groups[number].length ? groups[number] : ["none"]);
const known = (founded = []) => ({ numbers, networks: [...networks, ...foundedIds(founded)], today });
const write = (changes) => writeScenario(changes, known());

for (const { about, scenario, new: founded, written } of cases) {
  test(`a scenario is read and written: ${about}`, () => {
    assert.equal(writeScenario(readScenario(scenario, known(founded)), known(founded)), written);
  });
}

test("no scenario changes nothing", () => assert.equal(readScenario(null, known()).size, 0));

test("a brush puts one into its network", () => {
  assert.equal(write(assigned(new Map(), ["9101"], "aust", false, today)), "9101:aust");
});

test("a brush puts several there at once", () => {
  assert.equal(write(assigned(new Map(), ["9104", "9101"], "aust", false, today)), "9101:aust,9104:aust");
});

test("a brush beside puts one into one more", () => {
  assert.equal(write(assigned(new Map(), ["9101"], "aust", true, today)), "9101:vest+aust");
  assert.equal(write(assigned(new Map([["9101", ["midt"]]]), ["9101"], "aust", true, today)), "9101:aust+midt");
});

test("beside nothing it is alone", () => assert.equal(write(assigned(new Map(), ["9103"], "aust", true, today)), "9103:aust"));

test("none and today take everything away, beside or not", () => {
  const changes = new Map([["9101", ["aust"]]]);
  for (const also of [true, false]) {
    assert.equal(write(assigned(changes, ["9101"], "none", also, today)), "9101:none");
    assert.equal(write(assigned(changes, ["9101"], "today", also, today)), "");
  }
});

test("a toggle goes in and out", () => {
  const into = toggled(new Map(), "9101", "aust", today);
  assert.equal(write(into), "9101:vest+aust");
  assert.equal(write(toggled(into, "9101", "aust", today)), "");
  assert.equal(write(toggled(new Map(), "9101", "vest", today)), "9101:none");
  assert.equal(write(toggled(new Map(), "9103", "vest", today)), "9103:vest");
});

test("what was there is not changed by a change", () => {
  const changes = new Map([["9101", ["aust"]]]);
  assigned(changes, ["9101"], "midt", false, today);
  toggled(changes, "9101", "midt", today);
  assert.deepEqual([...changes], [["9101", ["aust"]]]);
});
