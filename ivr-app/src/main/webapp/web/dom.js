/**
 * Building pages out of text, never out of HTML: what came from a caller or a colleague stays text.
 */

const FORBIDDEN = /^(on.*|style|srcdoc|formaction)$/;
const OUR_ADDRESS = /^(\/(?![/\\])|#)/;

/**
 * An element.
 *
 * @param {string} tag its name
 * @param {Object<string, string|number|boolean|null|undefined|Object<string, Function>>} attributes
 *     true sets one without a value; false, null and undefined leave it out; `on` holds listeners by event
 * @param {...(Node|string|number|null|undefined|Array)} children text or nodes
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
    } else if (value !== false && value !== null && value !== undefined) {
      set(node, name, value);
    }
  }
  node.append(...nodes(children));
  return node;
}

function set(node, name, value) {
  if (FORBIDDEN.test(name)) {
    throw new Error(`Attribute ${name} is not allowed`);
  }
  if ((name === 'href' || name === 'src' || name === 'action') && !OUR_ADDRESS.test(value)) {
    throw new Error(`${name} leads to another site`);
  }
  node.setAttribute(name, value === true ? '' : String(value));
}

function nodes(children) {
  return children
      .flat(Infinity)
      .filter(child => child !== null && child !== undefined && child !== false)
      .map(child => child instanceof Node ? child : document.createTextNode(String(child)));
}

/**
 * Puts these in the place of all that is in a node.
 *
 * @param {Element} node
 * @param {...(Node|string|number|null|undefined|Array)} children
 */
export function fill(node, ...children) {
  node.replaceChildren(...nodes(children));
}

/**
 * The element with this id, which has to be there.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (node === null) {
    throw new Error(`No element ${id}`);
  }
  return node;
}
