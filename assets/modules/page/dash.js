/* What of the page is Dash's: properties of its components. */

/** @typedef {{ set_props?: (id: string, props: Record<string, unknown>) => void, no_update: unknown }} Dash */

/** @returns {Dash & { modules: { begin: (functions: import("../sent.js").Clientside) => void } }} */
export function dash() {
  return /** @type {any} */ (window).dash_clientside;
}

/**
 * Give a component other properties, once Dash is there.
 * @param {string} id
 * @param {Record<string, unknown>} props
 */
export function setProps(id, props) {
  dash().set_props?.(id, props);
}
