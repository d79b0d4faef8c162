/* d3-zoom as it was published, from assets/lib: a classic script, which stands in the page before any module runs. */

/** @type {Pick<typeof import("d3-selection"), "select"> & Pick<typeof import("d3-zoom"), "zoom" | "zoomIdentity" | "zoomTransform">} */
const d3 = /** @type {any} */ (globalThis).d3;
export const { select, zoom, zoomIdentity, zoomTransform } = d3;
