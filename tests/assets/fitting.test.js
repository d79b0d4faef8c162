/* Views that hold what they should, and letters that lead to names. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStartingWith } from "../../assets/modules/map/alphabet.js";
import { around, fit, toNearest } from "../../assets/modules/map/view_box.js";

const EDGES = { left: 10, right: 30, top: 10, bottom: 20 };

test("a view shows its box whole, in the middle of what the edges leave", () => {
  const { x, y, scale } = fit([0, 0, 100, 50], [240, 130], EDGES, 9);
  assert.equal(scale, 2);
  assert.deepEqual([x, y], [10, 10]);
  assert.equal(fit([0, 0, 100, 50], [240, 130], EDGES, 0.5).scale, 0.5);
});

test("a window smaller than its edges still has a view", () => assert.ok(fit([0, 0, 100, 50], [20, 20], EDGES, 9).scale > 0));

test("the box around boxes", () => assert.deepEqual(around([[0, 5, 10, 15], [-5, 8, 3, 30]]), [-5, 5, 10, 30]));

test("a window that shows some area stays, one that shows none moves to the nearest", () => {
  const boxes = [[0, 0, 10, 10], [100, 0, 110, 10]];
  assert.deepEqual(toNearest(boxes, [5, 5, 20, 20]), [0, 0]);
  assert.deepEqual(toNearest(boxes, [20, 0, 40, 10]), [-10, 0]);
  assert.deepEqual(toNearest(boxes, [80, 0, 95, 10]), [5, 0]);
});

test("letters jump through names in the alphabet of the language, and around", () => {
  const names = { 1: "Asker", 2: "Ål", 3: "Aremark", 4: "Nes", 5: "Nesbyen" };
  const next = (letter, at) => nextStartingWith(letter, names, at, "nb");
  assert.equal(next("a", "4"), "3");
  assert.equal(next("a", "3"), "1");
  assert.equal(next("a", "1"), "3");
  assert.equal(next("Å", "1"), "2");
  assert.equal(next("n", "4"), "5");
  assert.equal(next("n", "5"), "4");
  assert.equal(next("x", "1"), undefined);
});
