/* The address as a text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, mended, merged, written } from "../../assets/modules/page/query.js";
import { readCases } from "./cases.js";

const { parameters, cases } = readCases("query");

for (const { about, query, written: expected } of cases) {
  test(`a query is written in one way: ${about}`, () => {
    assert.equal(written(new URLSearchParams(query), parameters), expected);
    assert.equal(written(new URLSearchParams(expected), parameters), expected);
  });
}

const numbers = readCases("numbers");
for (const { about, query, written: expected } of numbers.cases) {
  test(`numbers of a later edition become those of the base edition: ${about}`, () => {
    const known = { renumbered: numbers.renumbered, numbered: ["near", "municipality", "scenario", "compare"], parameters };
    assert.equal(mended(query, known), expected);
  });
}

test("a query without such numbers stays as it was typed", () => {
  const known = { renumbered: { 3303: "3006" }, numbered: ["near"], parameters };
  assert.equal(mended("?view=plan&lang=en", known), "?view=plan&lang=en");
  assert.equal(mended("?view=plan&near=3303&lang=en", known), "?lang=en&view=plan&near=3006");
});

test("the bare address is a question mark alone", () => assert.equal(written(new URLSearchParams(""), parameters), "?"));

test("what no list names comes last, in its order", () => {
  assert.equal(written(new URLSearchParams("?b=2&a=1&view=plan"), parameters), "?view=plan&b=2&a=1");
});

test("changes set parameters and take them away", () => {
  const query = changed("?lang=en&q=nes", { q: null, view: "table" });
  assert.equal(written(query, parameters), "?lang=en&view=table");
});

test("two quick choices both count", () => {
  // Painted is the bare page; the first choice already changed the address, the second link was written before that.
  const query = merged("?networks=follo", "", "?municipality=3006");
  assert.equal(written(query, parameters), "?networks=follo&municipality=3006");
});

test("a link takes away what it was written without", () => {
  const query = merged("?lang=en", "?lang=en&q=nes", "?lang=en&q=nes&view=table");
  assert.equal(written(query, parameters), "?lang=en&view=table");
});

test("of lists, two quick presses both count, and the way back to all clears them", () => {
  const list = (target, painted, search) => merged(target, painted, search).get("networks");
  assert.equal(list("?networks=none", "", "?networks=follo"), "follo,none");
  assert.equal(list("?networks=naik", "?networks=naik,follo", "?networks=naik,follo,none"), "naik,none");
  assert.equal(list("?networks=naik,follo", "?networks=naik", "?networks=none"), "none,follo");
  assert.equal(list("?networks=naik,none", "?networks=naik", "?networks=naik,none"), "naik,none");
  assert.equal(list("", "?networks=naik", "?networks=naik,none"), null);
});

test("repeated parameters are merged whole", () => {
  const query = merged("?new=a:A&new=b:B", "?new=a:A", "?new=a:A&view=plan");
  assert.deepEqual(query.getAll("new"), ["a:A", "b:B"]);
});

test("outside the presentation no step stays", () => {
  assert.equal(merged("?view=plan", "?view=present", "?view=present&step=4").has("step"), false);
  assert.equal(merged("?view=present", "?view=present", "?view=present&step=4").get("step"), "4");
});
