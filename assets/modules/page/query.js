/* Queries of the address, as texts: written canonically, merged, and in the numbers of the base edition. */

/* Parameters that list several: a press adds one or takes one away. */
const LISTS = ["networks", "county", "status"];

/**
 * Parameters as Python writes them (dashboard/view/state.py): in the order given, commas and colons as they are.
 * @param {URLSearchParams} parameters
 * @param {string[]} order names; others come after them
 * @returns {string} with its "?", which stands alone for the bare address
 */
export function written(parameters, order) {
  const place = (/** @type {string} */ name) => (order.includes(name) ? order.indexOf(name) : order.length);
  const pairs = [...parameters].sort(([one], [other]) => place(one) - place(other));
  return "?" + pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
}

/** @param {string} text */
function encoded(text) {
  const strict = encodeURIComponent(text).replace(/[!'()*]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase());
  return strict.replace(/%2C/g, ",").replace(/%3A/g, ":");
}

/**
 * A query with some parameters changed; null takes one away.
 * @param {string} search
 * @param {Record<string, string | null>} changes
 */
export function changed(search, changes) {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  return parameters;
}

/**
 * Where a link leads. It was written for the state that is painted; what it changes is done to the state that is asked
 * for, so that two quick choices both count.
 * @param {string} target
 * @param {string} painted
 * @param {string} search
 */
export function merged(target, painted, search) {
  const before = new URLSearchParams(painted), wanted = new URLSearchParams(target), parameters = new URLSearchParams(search);
  for (const name of new Set([...before.keys(), ...wanted.keys()])) {
    if (wanted.getAll(name).join() === before.getAll(name).join()) continue;
    const values = LISTS.includes(name) && wanted.get(name) ? together(before, wanted, parameters, name) : wanted.getAll(name);
    parameters.delete(name);
    for (const value of values) parameters.append(name, value);
  }
  if (parameters.get("view") !== "present") parameters.delete("step");
  return parameters;
}

/**
 * A list to which is added what a link adds, and from which is taken what it takes away.
 * @param {URLSearchParams} before
 * @param {URLSearchParams} wanted
 * @param {URLSearchParams} now
 * @param {string} name
 * @returns {string[]} its one value; none where nothing is left in it
 */
function together(before, wanted, now, name) {
  const [was, will, list] = [before, wanted, now].map((query) => (query.get(name) || "").split(",").filter(Boolean));
  const rest = list.filter((one) => will.includes(one) || !was.includes(one));
  const value = [...rest, ...will.filter((one) => !was.includes(one) && !rest.includes(one))].join();
  return value ? [value] : [];
}

/**
 * A query with numbers of a later edition written as those of the base edition.
 * @param {string} search
 * @param {{ renumbered: Record<string, string>, numbered: string[], parameters: string[] }} known
 * @returns {string} the very text where nothing needs mending
 */
export function mended(search, { renumbered, numbered, parameters }) {
  const based = (/** @type {string} */ text) =>
    text.replace(/(^|,)(\d{4})(?=:|$)/g, (all, before, number) => before + (renumbered[number] || number));
  const typed = [...new URLSearchParams(search)];
  const pairs = typed.map(([name, value]) => [name, numbered.includes(name) ? based(value) : value]);
  return pairs.join() === typed.join() ? search : written(new URLSearchParams(pairs), parameters);
}
