/* The order of the modules: each says what it needs, none needs itself by way of others, none is left lying about. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../assets/modules", import.meta.url));
const files = readdirSync(ROOT, { recursive: true }).map(String).filter((name) => name.endsWith(".js")).map((name) => name.replaceAll("\\", "/"));
const needs = Object.fromEntries(files.map((name) => {
  const text = readFileSync(join(ROOT, name), "utf-8");
  const named = [...text.matchAll(/^import .*?from "(\..*?)";$/gms)].map(([, path]) => join(dirname(name), path));
  const ours = named.map((path) => relative("", path).replaceAll("\\", "/"));
  return [name, ours.filter((path) => !path.startsWith("../lib/"))]; // those were published, and need nothing of ours
}));

/** All that a module needs, by way of others too. */
function reached(name, found = new Set()) {
  for (const one of needs[name]) {
    if (!found.has(one)) reached(one, found.add(one));
  }
  return found;
}

test("what is imported is there", () => {
  assert.deepEqual(Object.values(needs).flat().filter((name) => !files.includes(name)), []);
});

test("no module needs itself by way of others", () => {
  assert.deepEqual(files.filter((name) => reached(name).has(name)), []);
});

test("every module is reached from where the page begins, but for the types", () => {
  assert.deepEqual(files.filter((name) => !reached("main.js").has(name)).sort(), ["main.js", "sent.js"]);
});

test("no module speaks by globals", () => {
  const global = (name) => /window\.climate|window\.d3/.test(readFileSync(join(ROOT, name), "utf-8"));
  assert.deepEqual(files.filter(global), []);
});
