/**
 * What can be done at the desk: a button each, with its shortcut on it. One that cannot be used now says why, does
 * nothing twice, and tells beside itself what the server refused.
 */

import {byId, el, fill} from './dom.js';
import {Refused, newKey} from './api.js';
import {shortcut} from './keys.js';
import {follow, isFresh, known} from './platz-desk.js';

const LOST = 'Gerade besteht keine Verbindung zum Server; sie wird wieder aufgebaut.';
const NO_ANSWER = new Set([0, 500, 502, 503, 504]);
const UNDER_WAY = 'idempotency-under-way';

const actions = [];
const keys = new Map();

/**
 * A button that does something.
 *
 * @param {{id: string, keys: string, words: string, place: string, why: (state: Object) => string|null,
 *     act: () => Promise<void>|void}} action id: of the button; keys: its shortcut; words: for the help; place: the id
 *     of where refusals are told; why: why it cannot be used now, null when it can; act: does it
 */
export function action({id, keys: combination, words, place, why, act}) {
  const button = byId(id);
  const reason = el('span', {class: 'visually-hidden', id: `${id}-grund`});
  button.after(reason);
  const one = {button, reason, place: byId(place), why, act, busy: false};
  actions.push(one);
  shown(button, combination);
  button.addEventListener('click', event => {
    event.preventDefault();
    press(one);
  });
  shortcut(combination, words, () => button.closest('[hidden]') === null && press(one));
  return () => press(one);
}

/** A shortcut that leads to a field. */
export function leadsTo(id, combination, words, open = () => {}) {
  const label = document.querySelector(`label[for="${id}"]`);
  byId(id).setAttribute('aria-keyshortcuts', spoken(combination));
  label?.append(' ', el('kbd', {'aria-hidden': 'true'}, short(combination)));
  shortcut(combination, words, () => {
    open();
    byId(id).focus();
  });
}

function shown(button, combination) {
  button.setAttribute('aria-keyshortcuts', spoken(combination));
  button.append(el('kbd', {'aria-hidden': 'true'}, short(combination)));
}

function spoken(combination) {
  return combination.replace('alt+', 'Alt+').replace('shift+', 'Shift+');
}

function short(combination) {
  return combination.replace('alt+', 'Alt ').replace('shift+', 'Umschalt ').replace(/.$/, key => key.toUpperCase());
}

/** Changes the words on a button, not its shortcut. */
export function named(button, words) {
  const first = button.firstChild;
  if (first.nodeValue !== words) {
    first.nodeValue = words;
  }
}

/** Refuses while there is no connection: what would be sent is told nobody. */
export function needsConnection() {
  if (!isFresh()) {
    throw new Refused(0, 'silence', LOST);
  }
}

function whyNot(one) {
  return isFresh() ? one.why(known()) : LOST;
}

async function press(one) {
  if (one.busy) {
    return;
  }
  const reason = whyNot(one);
  fill(one.place);
  if (reason !== null) {
    complain(one.place, reason);
    return;
  }
  one.busy = true;
  one.button.setAttribute('aria-busy', 'true');
  try {
    await one.act();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    complain(one.place, refused.words);
  } finally {
    one.busy = false;
    one.button.removeAttribute('aria-busy');
    refresh();
  }
}

/** Says this where it belongs. */
export function complain(place, words) {
  fill(place, words);
}

/** Looks again at what can be used now. */
export function refresh() {
  for (const one of actions) {
    const reason = whyNot(one);
    set(one.button, 'aria-disabled', reason === null ? null : 'true');
    set(one.button, 'aria-describedby', reason === null ? null : one.reason.id);
    set(one.button, 'title', reason);
    if (one.reason.textContent !== (reason ?? '')) {
      fill(one.reason, reason);
    }
  }
}

function set(node, name, value) {
  if (value === null) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

/**
 * Asks with an idempotency key, which stays the same until there is an answer: whoever presses again after silence
 * does it once.
 *
 * @param {string} what is done, and with what: another wish is another thing
 * @param {(key: string) => Promise<T>} send
 * @returns {Promise<T>}
 * @template T
 */
export async function once(what, send) {
  const key = keys.get(what) ?? newKey();
  keys.set(what, key);
  try {
    const answer = await send(key);
    keys.delete(what);
    return answer;
  } catch (refused) {
    const isOpen = refused instanceof Refused && (NO_ANSWER.has(refused.status) || refused.kind === UNDER_WAY);
    if (!isOpen) {
      keys.delete(what);
    }
    throw refused;
  }
}

document.addEventListener('change', refresh);

/** What was complained of in another state of the seat is no news any more. */
follow((state, before) => {
  if (before !== null && (state.state !== before.state || state.talk?.id !== before.talk?.id)) {
    actions.forEach(one => fill(one.place));
  }
  refresh();
});
