/* Where the page scrolls under the map, one finger and a plain wheel are the page's: say how the map is moved. */
import { toast } from "../page/announce.js";
import { isPainting } from "../plan/plan.js";
import { map } from "./instrument.js";
import { stacked } from "./zoom.js";

/** Say it from now on. */
export function prepareHint() {
  map.svg.addEventListener("wheel", (event) => {
    if (stacked() && !event.ctrlKey && map.captions) toast(map.captions.hints.wheel);
  }, { passive: true });
  map.svg.addEventListener("touchmove", (event) => {
    if (stacked() && event.touches.length === 1 && !isPainting() && map.captions) toast(map.captions.hints.fingers);
  }, { passive: true });
}
