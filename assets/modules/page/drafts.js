/* What is being typed outlives the drawing anew of its field: text, focus and caret. */

/** @type {Map<string, string>} */
const drafts = new Map();
/** @type {WeakSet<EventTarget>} */
const known = new WeakSet();
/** @type {HTMLInputElement | null} */
let typedIn = null; // the field
/** @type {HTMLInputElement | null} */
let held = null; // one not yet told of
let left = false; // whether it was left since the last letter

/**
 * @param {EventTarget | null} node
 * @returns {node is HTMLInputElement}
 */
function isText(node) {
  return node instanceof HTMLInputElement && node.type === "text" && node.id !== "" && node.closest(".plan-tools, .report") !== null;
}

/**
 * Write into a field as a hand does, so that Dash hears of it.
 * @param {HTMLInputElement} field
 * @param {string} text
 */
export function write(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {FocusEvent} event */
function enter({ target }) {
  const passed = held && held.isConnected && target instanceof Element && held.id !== target.id ? held : null;
  held = null;
  if (passed) { // it is still there: somebody, or their software, went on to another control
    left = true;
    passed.dispatchEvent(new Event("change", { bubbles: true }));
  }
  typedIn = isText(target) ? target : null;
  if (typedIn) known.add(typedIn);
}

/** @param {Event} event */
function type({ target, isTrusted }) {
  if (!isTrusted) return; // written by `write`, not typed
  left = false;
  if (isText(target)) drafts.set(target.id, target.value);
}

/**
 * Chromium also tells of a change when it takes away a field that somebody types in: that is none.
 * @param {Event} event
 */
function change(event) {
  const { target } = event;
  if (!isText(target)) return;
  if (left) return void drafts.delete(target.id);
  event.stopImmediatePropagation();
  held = target;
}

function restore() {
  for (const [id, text] of drafts) {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement) || known.has(field)) continue;
    known.add(field);
    write(field, text);
  }
  if (!typedIn || typedIn.isConnected || document.activeElement !== document.body) return;
  const field = document.getElementById(typedIn.id);
  if (!(field instanceof HTMLInputElement)) return;
  known.add(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Keep drafts from now on. */
export function keepDrafts() {
  document.addEventListener("focusin", enter);
  document.addEventListener("pointerdown", () => {
    typedIn = null;
    left = true;
  }, true);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Tab" || key === "Enter") left = true;
  }, true);
  document.addEventListener("input", type);
  document.addEventListener("change", change, true);
  new MutationObserver(restore).observe(document.documentElement, { childList: true, subtree: true });
}
