/* Founding and renaming a network: the server makes the id and looks at the name, as Python does everywhere. */
import { go, text } from "../page/address.js";
import { say, toast } from "../page/announce.js";
import { byId } from "../page/elements.js";

/** @import { Named } from "../sent.js" */

let asking = false;
const parameters = () => new URLSearchParams(window.location.search);

/**
 * @param {string} name
 * @param {string} [id] of the network that is renamed
 */
async function named(name, id) {
  const query = parameters();
  query.set("name", name);
  if (id) query.set("id", id);
  /** @type {Named} */
  const answer = await (await fetch("found?" + query)).json();
  if (answer.problem === undefined) return answer;
  say(answer.problem);
  return null;
}

/**
 * Found the network whose name stands in its field.
 * @param {(id: string) => void} then what is done with its id before the page knows it
 */
export async function found(then) {
  const field = /** @type {HTMLInputElement} */ (byId("found-name"));
  if (asking) return; // a second press while the first is on its way
  asking = true;
  const answer = await named(field.value).finally(() => (asking = false));
  if (!answer) return field.focus();
  field.value = "";
  const wanted = parameters();
  wanted.append("new", answer.value);
  then(answer.id);
  go(text(wanted));
  toast(answer.said);
}

/**
 * Give the network of a field the name that stands there.
 * @param {HTMLInputElement} field
 */
export async function rename(field) {
  const id = field.id.slice("rename-".length);
  const answer = await named(field.value, id), wanted = parameters(), values = wanted.getAll("new");
  const isIt = (/** @type {string} */ value) => value.startsWith(id + ":");
  if (!answer) return void (field.value = (values.find(isIt) || "").slice(id.length + 1));
  wanted.delete("new");
  for (const value of values) wanted.append("new", isIt(value) ? answer.value : value);
  go(text(wanted));
}
