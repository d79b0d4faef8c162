/* The cases that pytest runs too. */
import { readFileSync } from "node:fs";

/** @param {string} name */
export function readCases(name) {
  return JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), "utf-8"));
}
