/* What the page carries for its scripts: places, patterns, names of parameters. It never changes while the server runs. */
import { byId } from "./elements.js";

/** @type {import("../sent.js").Chart} */
export const chart = JSON.parse(byId("chart").textContent || "");
