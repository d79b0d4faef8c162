/* Walking through names by their first letters. */

/**
 * The next one whose name begins with a letter, after the present one in the alphabet, around to itself.
 * @param {string} letter
 * @param {Record<string, string>} names
 * @param {string} at whose turn it is
 * @param {string} language
 * @returns {string | undefined}
 */
export function nextStartingWith(letter, names, at, language) {
  const { compare } = new Intl.Collator(language);
  const keys = Object.keys(names).sort((one, other) => compare(names[one], names[other]));
  const turned = [...keys.slice(keys.indexOf(at) + 1), ...keys.slice(0, keys.indexOf(at) + 1)];
  return turned.find((key) => names[key].toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()));
}
