/* Names that stand, by the cases that Python runs too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { crosses, meet, place, placeMost } from "../../assets/modules/map/placing.js";
import { readCases } from "./cases.js";

const FIELDS = ["x", "y", "side", "largest", "width", "height", "target"];

function wanted({ size, candidates, passes = [[1, 0]], must = false, reach = 0 }) {
  const read = (one, layout) => ({ ...Object.fromEntries(FIELDS.map((field, at) => [field, one[at]])), layout });
  return { size, passes, must, reach, candidates: candidates.map(read) };
}

for (const { about, frame, names, stands } of readCases("placing").cases) {
  test(about, () => {
    const ground = { frame, boxes: [], leaders: [] }, asked = names.map(wanted);
    const must = asked.filter((name) => name.must), together = placeMost(ground, must);
    const found = asked.map((name) => (name.must ? together[must.indexOf(name)] : place(ground, name)));
    assert.deepEqual(found.map((stand) => stand && [stand.candidate.layout, stand.part]), stands);
    assert.equal(ground.boxes.length, found.filter(Boolean).length);
    assert.equal(ground.leaders.length, found.filter((stand) => stand?.leader).length);
  });
}

test("a line that only touches a box does not cross it", () => {
  assert.equal(crosses([0, 0, 10, 0], [0, 0, 10, 10]), false);
  assert.equal(crosses([0, 5, 10, 5], [0, 0, 10, 10]), true);
  assert.equal(crosses([20, 0, 20, 10], [0, 0, 10, 10]), false);
  assert.equal(crosses([5, 20, 5, 5], [0, 0, 10, 10]), true);
});

test("lines that end at each other do not cross", () => {
  assert.equal(meet([0, 0, 10, 10], [0, 10, 10, 0]), true);
  assert.equal(meet([0, 0, 10, 10], [10, 10, 20, 0]), false);
  assert.equal(meet([0, 0, 10, 0], [0, 5, 10, 5]), false);
});
