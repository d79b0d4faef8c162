/* What has time. */

/**
 * Do it when the browser has nothing better to do.
 * @param {() => void} act
 */
export function whenIdle(act) {
  if ("requestIdleCallback" in window) window.requestIdleCallback(act);
  else setTimeout(act);
}
