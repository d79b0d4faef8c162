/* Choosing a municipality, or none: the outline comes at once, the panel with the answer. */
import { go, query } from "../page/address.js";
import { map, outline } from "./instrument.js";
import { showNames } from "./labels.js";
import { isHeld } from "./zoom.js";

/** @param {string | null} number */
export function choose(number) {
  if (number === map.chosen || isHeld()) return;
  outline(number);
  showNames();
  go(query({ municipality: number }));
}
