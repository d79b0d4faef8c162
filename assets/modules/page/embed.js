/* In a frame of somebody's site: tell the parent how high the page is, whenever that changes. Nothing else is said. */

import { only } from "./elements.js";

/** Tell it from now on. */
export function tellHeight() {
  if (window.parent === window) return;
  let told = 0;
  function tell() {
    const page = document.querySelector(".page");
    if (!page || !document.body.hasAttribute("data-embed")) return;
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (Math.abs(height - told) < 2) return;
    told = height;
    window.parent.postMessage({ climateNetworks: { height } }, "*");
  }
  const sizes = new ResizeObserver(tell);
  for (const node of [document.body, only(".page")]) sizes.observe(node);
}
