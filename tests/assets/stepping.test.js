/* Keys and fingers of the presentation; colours of its charts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { filled } from "../../assets/modules/page/filled.js";
import { isScrolling, stepByKey, stepBySwipe } from "../../assets/modules/story/stepping.js";

const press = (key, shiftKey = false, onControl = false) => stepByKey({ key, shiftKey }, onControl);

test("arrows and pages step", () => {
  assert.deepEqual(["ArrowRight", "ArrowDown", "PageDown"].map((key) => press(key)), ["next", "next", "next"]);
  assert.deepEqual(["ArrowLeft", "ArrowUp", "PageUp"].map((key) => press(key)), ["previous", "previous", "previous"]);
  assert.deepEqual([press("Home"), press("End")], ["first", "last"]);
});

test("the space bar steps, and back with Shift, but presses what has the focus", () => {
  assert.deepEqual([press(" "), press(" ", true), press(" ", false, true)], ["next", "previous", undefined]);
});

test("letters act, large or small", () => {
  const acts = ["o", "O", "f", "F", "b", "B", ".", "?", "Escape"].map((key) => press(key));
  assert.deepEqual(acts, ["overview", "overview", "fullscreen", "fullscreen", "blank", "blank", "blank", "keys", "leave"]);
});

test("other keys are not the presentation's", () => {
  for (const key of ["x", "Enter", "Tab", "1", "F5"]) assert.equal(press(key), undefined);
});

test("a finger steps when it goes far enough, and not down", () => {
  assert.deepEqual([stepBySwipe(-80, 0), stepBySwipe(80, 10)], [1, -1]);
  assert.deepEqual([stepBySwipe(50, 0), stepBySwipe(-80, 60)], [0, 0]);
});

test("up and down scroll what can be scrolled", () => {
  const high = { scrollHeight: 900, clientHeight: 400 };
  assert.equal(isScrolling("ArrowDown", high), true);
  assert.equal(isScrolling("ArrowRight", high), false);
  assert.equal(isScrolling("ArrowDown", { scrollHeight: 401, clientHeight: 400 }), false);
  assert.equal(isScrolling("ArrowDown", null), false);
});

test("a figure's variables become colours, wherever they stand", () => {
  const figure = { data: [{ marker: { color: "var(--ink)" }, width: 2, text: ["var(--line)", null] }] };
  assert.deepEqual(filled(figure, (name) => `<${name}>`), { data: [{ marker: { color: "<--ink>" }, width: 2, text: ["<--line>", null] }] });
});
