/* A figure that names colours as CSS variables, with the colours in their places. */

/**
 * @param {unknown} value texts, lists and objects within each other
 * @param {(name: string) => string} colour of a variable, by its name with "--"
 * @returns {unknown}
 */
export function filled(value, colour) {
  if (typeof value === "string") return value.replace(/var\((--[\w-]+)\)/g, (whole, name) => colour(name));
  if (Array.isArray(value)) return value.map((part) => filled(part, colour));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, colour)]));
  }
  return value;
}
