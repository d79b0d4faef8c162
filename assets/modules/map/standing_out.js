/* Who stands out where networks alone filter. The same rule as dashboard/view/selection.py, held together by
   tests/cases/standing_out.json. */

/**
 * The municipalities that do not stand out; null where another filter asks what only the server knows.
 * @param {URLSearchParams} query
 * @param {Record<string, string[]>} groups networks of each municipality, or "none"
 * @param {string[]} filters names of the parameters that filter
 * @returns {string[] | null}
 */
export function dimmedBy(query, groups, filters) {
  if (filters.some((name) => name !== "networks" && query.has(name))) return null;
  if (!query.has("networks")) return [];
  const networks = (query.get("networks") || "").split(",");
  return Object.keys(groups).filter((number) => !groups[number].some((id) => networks.includes(id)));
}
