/* What Dash calls in the browser. It may call before the modules are there: each call waits for them. */
(function () {
  "use strict";
  /** @type {(functions: import("./modules/sent.js").Clientside) => void} */
  let begin = () => {};
  /** @type {Promise<import("./modules/sent.js").Clientside>} */
  const modules = new Promise((done) => (begin = done));
  const page = /** @type {any} */ (window);
  page.dash_clientside = Object.assign(page.dash_clientside || {}, {
    modules: { begin },
    climate: { show: async (/** @type {[any, any]} */ ...sent) => (await modules).show(...sent) },
    charts: { draw: async (/** @type {[any, any]} */ ...sent) => (await modules).draw(...sent) },
  });
})();
