/* Names that fit, and views that hold what they should. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStartingWith } from "../../assets/modules/map/alphabet.js";
import { boxAt, movesOf, overlaps, shrunk, within } from "../../assets/modules/map/fitting.js";
import { around, fit, toNearest } from "../../assets/modules/map/view_box.js";

const BOX = { left: 0, right: 10, top: 0, bottom: 10 };
const EDGES = { left: 10, right: 30, top: 10, bottom: 20 };

test("a name shrinks as far as it must and never grows", () => {
  assert.equal(shrunk({ em: 100, size: 12 }, 0.12), 1);
  assert.equal(shrunk({ em: 100, size: 20 }, 0.16), 0.8);
  assert.equal(shrunk({ em: 1e9, size: 12 }, 0.01), 1);
});

test("boxes that only touch do not overlap", () => {
  assert.equal(overlaps(BOX, { ...BOX, left: 10, right: 20 }), false);
  assert.equal(overlaps(BOX, { ...BOX, left: 9, right: 20 }), true);
  assert.equal(overlaps(BOX, { left: 2, right: 3, top: 2, bottom: 3 }), true);
  assert.equal(overlaps(BOX, { ...BOX, top: 11, bottom: 20 }), false);
});

test("a box may fill its frame, not leave it", () => {
  assert.equal(within(BOX, BOX), true);
  assert.equal(within({ ...BOX, right: 10.5 }, BOX), false);
  assert.equal(within({ ...BOX, top: -0.5 }, BOX), false);
});

test("a box stands around its point", () => {
  assert.deepEqual(boxAt({ width: 40, height: 10 }, [100, 50], 0.5), { left: 90, right: 110, top: 47.5, bottom: 52.5 });
});

test("a name that must stand begins at its place, or above and below it", () => {
  assert.deepEqual(movesOf({ width: 40, height: 10 }, false)[0], [0, 0]);
  assert.deepEqual(movesOf({ width: 40, height: 10 }, true).slice(0, 2), [[0, -16], [0, 16]]);
  assert.equal(movesOf({ width: 40, height: 10 }, false).length, 17);
});

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
