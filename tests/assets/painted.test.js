/* Fills, borders, who stands out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { borderKind } from "../../assets/modules/map/borders.js";
import { colourOf, fillOf, patternId, tileOf } from "../../assets/modules/map/fills.js";
import { dimmedBy } from "../../assets/modules/map/standing_out.js";
import { readCases } from "./cases.js";

const groups = (ids) => (ids.length ? ids : ["none"]);
const PATTERNS = {
  hatches: { none: { step: 9, angle: -45, bars: [[0, 9, "gap-fill"]] }, "class-unknown": { step: 9, angle: 0, bars: [] } },
  stripes: { angle: 45, several: 9 },
};

for (const { before, after, dialogue, fill } of readCases("fills").cases) {
  test(`the fill of ${before} that becomes ${after}, ${dialogue ? "in" : "without"} dialogue`, () => {
    assert.equal(fillOf(groups(after), dialogue), fill);
  });
}

for (const { left, right, kind, gap } of readCases("borders").cases) {
  test(`the border between ${groups(left)} and ${right && groups(right)}`, () => {
    const classes = borderKind(groups(left), right && groups(right)).split(" ");
    assert.deepEqual(classes, [kind, ...(gap ? ["gap"] : [])]);
  });
}

const standing = readCases("standing_out");
for (const { query, dimmed } of standing.cases) {
  test(`who does not stand out at "${query}"`, () => {
    const painted = Object.fromEntries(Object.entries(standing.groups).map(([number, ids]) => [number, groups(ids)]));
    assert.deepEqual(dimmedBy(new URLSearchParams(query), painted, ["networks", "q"]), dimmed);
  });
}

test("where another filter asks, only the server knows", () => {
  assert.equal(dimmedBy(new URLSearchParams("?networks=vest&q=nes"), { 9101: ["vest"] }, ["networks", "q"]), null);
});

test("one colour needs no pattern", () => {
  for (const fill of ["vest", "class-3"]) assert.equal(tileOf(fill, PATTERNS), null);
});

test("several networks share a tile", () => {
  const tile = { step: 18, angle: 45, bars: [[0, 9, "network-vest"], [9, 9, "network-aust"]] };
  assert.deepEqual(tileOf("vest+aust", PATTERNS), tile);
});

test("a hatch is as it was sent", () => assert.equal(tileOf("none", PATTERNS), PATTERNS.hatches.none));

test("names of colours and ids of patterns", () => {
  assert.deepEqual(["vest", "class-2"].map(colourOf), ["network-vest", "class-2"]);
  assert.deepEqual(["none", "vest+aust+ny"].map(patternId), ["fill-none", "fill-vest.aust.ny"]);
});
