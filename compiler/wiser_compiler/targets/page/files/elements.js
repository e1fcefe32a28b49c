/** Elements of the page. Text becomes text, whatever it holds; nothing here reads HTML. */

/** An element with attributes and what is inside it. A function is a listener, `true` an attribute without a value.
 * @param {string} tag
 * @param {Record<string, string | boolean | null | undefined | ((event: any) => void)>} attributes
 * @param {...(Node | string | null | undefined)} inside
 * @returns {any}
 */
export function el(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...inside.filter((each) => each !== null && each !== undefined));
  return made;
}

/** The elements that a parent holds, by their keys. @type {WeakMap<Element, Map<string, any>>} */
const HELD = new WeakMap();

/** Make a parent hold one element for each item, in this order. What is there stays, with its focus and its text.
 *
 * An element in which the reader is stays too, even if its item is gone, until they go on.
 * @template Item
 * @param {Element} parent
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => any} make
 * @param {(element: any, item: Item) => void} update
 */
export function hold(parent, items, keyOf, make, update = () => {}) {
  const before = HELD.get(parent) ?? new Map();
  const after = new Map(items.map((item) => [keyOf(item), before.get(keyOf(item)) ?? make(item)]));
  for (const item of items) update(after.get(keyOf(item)), item);
  for (const [key, element] of before) {
    if (after.has(key)) continue;
    if (element.contains(document.activeElement)) after.set(key, element);
    else element.remove();
  }
  const order = [...after.values()];
  const kept = [...before.values()].filter((element) => order.includes(element));
  const inPlace = kept.every((element, at) => at === 0 || order.indexOf(kept[at - 1]) < order.indexOf(element));
  if (inPlace) {
    let next = null;
    for (const element of order.reverse()) {
      if (element.parentNode !== parent) parent.insertBefore(element, next);
      next = element;
    }
  } else {
    parent.append(...order);
  }
  HELD.set(parent, after);
}

/** Forget and remove everything that a parent holds.
 * @param {Element} parent
 */
export function empty(parent) {
  HELD.delete(parent);
  parent.replaceChildren();
}

/** Say another text, if it is another one: a live region is read aloud whenever it changes.
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A link to a place of this page, which opens what it lies in, and takes the reader into the field there.
 * @param {string} id
 * @param {string} text
 */
export function linkTo(id, text) {
  return el("a", { href: `#${id}`, click: (event) => {
    event.preventDefault();
    const place = document.getElementById(id);
    if (place === null) return;
    for (let around = /** @type {any} */ (place); around !== null; around = around.parentElement) {
      if (around.matches("details")) around.open = true;
    }
    place.scrollIntoView({ block: "center" });
    const field = place.matches("input, select") ? place : place.querySelector("summary, input:checked") ?? place.querySelector("input, select");
    /** @type {any} */ (field)?.focus({ preventScroll: true });
  } }, text);
}
