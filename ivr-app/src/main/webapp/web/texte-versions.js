/** Versions of a text in a language: listened to, put in force, taken back; and what is in force. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {dated} from './leitung-words.js';
import {marked} from './texte-words.js';
import {who} from './schlangen-versions.js';

const SIZE = 10;

let versions = [];
let next = null;
let at = null;
let acts = {};

/**
 * Begins to show them.
 *
 * @param {{listen: Function, publish: Function, deliver: Function, undo: Function}} what a button does with a version
 */
export function begin(what) {
  acts = what;
  byId('fassungen-mehr').addEventListener('click', () => read(next));
}

/** Reads those of a text again. */
export async function look(id, side) {
  at = {id, side};
  versions = [];
  await read(null);
}

async function read(after) {
  const {id, side} = at;
  try {
    const page = await ask('GET', `/prompts/${encodeURIComponent(id)}/${side.language}/versions?size=${SIZE}`
        + (after === null ? '' : `&after=${after}`));
    if (at.id !== id || at.side !== side) {
      return;
    }
    versions = [...versions, ...page.items];
    next = page.next ?? null;
    show();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('fassungen-fehler'), refused.words);
  }
}

function show() {
  const {side} = at;
  const now = side.published;
  fill(byId('fassungen-fehler'));
  fill(byId('in-kraft'), now.publication === 0
    ? 'Gesagt wird der Text, wie er ausgeliefert wurde.'
    : [`Gesagt wird ${now.version === undefined ? 'der ausgelieferte Text' : `Fassung ${now.version}`} seit ${dated(now.at)} Uhr,`
      + ` von ${who(now.actor)}: „${now.why}“ `, button('Rückgängig machen', () => acts.undo(), 'rueckgaengig')]);
  fill(byId('fassungen'), versions.map(one => item(one, one.number === now.version)),
      side.delivered === undefined ? null : delivered(side, now.version === undefined));
  byId('fassungen-mehr').hidden = next === null;
}

function item(version, isNow) {
  const name = `Fassung ${version.number}`;
  return el('li', {'data-version': version.number},
      el('p', {}, el('strong', {}, name), version.recorded ? ' (Aufnahme)' : '',
          `, ${dated(version.at)} Uhr, ${who(version.actor)}: „${version.why}“`, isNow ? el('strong', {}, ' – wird gesagt') : null),
      el('p', {class: 'said', lang: version.language, dir: 'auto'}, marked(version.text)),
      el('div', {class: 'version-buttons'},
          button('Anhören', () => acts.listen(version.number), null, `${name} anhören`),
          isNow ? null : button('Veröffentlichen …', () => acts.publish(version), null, `${name} veröffentlichen`)));
}

function delivered(side, isNow) {
  return el('li', {'data-version': 'delivered'},
      el('p', {}, el('strong', {}, 'Wie ausgeliefert'), isNow ? el('strong', {}, ' – wird gesagt') : null),
      el('p', {class: 'said', lang: side.language, dir: 'auto'}, marked(side.delivered)),
      el('div', {class: 'version-buttons'}, isNow
        ? button('Anhören', () => acts.listen(null), null, 'Ausgelieferten Text anhören')
        : button('Wieder sagen …', () => acts.deliver(side.delivered), null, 'Ausgelieferten Text wieder sagen')));
}

function button(words, act, id = null, label = null) {
  const made = el('button', {type: 'button', class: 'button quiet', id, 'aria-label': label}, words);
  made.addEventListener('click', () => pressed(made, act));
  return made;
}

/** One click, once. */
async function pressed(made, act) {
  if (made.getAttribute('aria-busy') === 'true') {
    return;
  }
  made.setAttribute('aria-busy', 'true');
  try {
    await act();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('fassungen-fehler'), refused.words);
  } finally {
    made.removeAttribute('aria-busy');
  }
}
