/** Earlier versions of the settings: who changed what, when and why, and one click that takes it back. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {dated} from './leitung-words.js';
import {changes} from './schlangen-diff.js';
import {listed} from './schlangen-preview.js';

const SIZE = 10;

let versions = [];
let next = null;
let undo = async () => {};

/** Begins to show them; `act(version, why)` puts an earlier one in force again. */
export function begin(act) {
  undo = act;
  byId('fassungen-mehr').addEventListener('click', () => read(next));
}

/**
 * Reads the newest ones again. Until they are there the old ones can do nothing: whoever takes back what is in force must
 * not take back what was before it.
 */
export async function look() {
  byId('fassungen').querySelectorAll('button').forEach(button => button.setAttribute('aria-busy', 'true'));
  versions = [];
  await read(null);
}

/** Each is compared with the one before it, so one more is read than is shown. */
async function read(after) {
  try {
    const page = await ask('GET', `/queue/settings/versions?size=${SIZE}${after === null ? '' : `&after=${after}`}`);
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
  fill(byId('fassungen-fehler'));
  fill(byId('fassungen'), versions.length === 0
    ? el('li', {}, 'Bisher hat niemand etwas geändert.')
    : versions.map((one, i) => item(one, versions[i + 1], i === 0)));
  byId('fassungen-mehr').hidden = next === null;
}

function item(version, before, isNewest) {
  const button = isNewest
    ? el('button', {type: 'button', class: 'button quiet', id: 'rueckgaengig'}, 'Rückgängig machen')
    : el('button', {type: 'button', class: 'button quiet', 'aria-label': `Fassung ${version.version} wieder in Kraft setzen`},
        'Wieder in Kraft setzen');
  button.addEventListener('click', () => pressed(button, isNewest ? version.version - 1 : version.version,
      isNewest ? `Rückgängig: Fassung ${version.version}` : `Wieder wie in Fassung ${version.version}`));
  const found = before === undefined ? [] : changes(before.settings, version.settings);
  return el('li', {},
      el('p', {}, el('strong', {}, `Fassung ${version.version}`), `, ${dated(version.at)} Uhr, ${who(version.actor)}`),
      el('p', {}, `„${version.why}“`),
      found.length > 0 ? el('ul', {class: 'changes soft'}, listed(before.settings, version.settings)) : null,
      button);
}

/** One click, once. */
async function pressed(button, version, why) {
  if (button.getAttribute('aria-busy') === 'true') {
    return;
  }
  button.setAttribute('aria-busy', 'true');
  try {
    await undo(version, why);
    byId('fassungen-titel').focus();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('fassungen-fehler'), refused.words);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

/** A person or a program, as it is written in the audit. */
export function who(actor) {
  return actor.startsWith('@') ? actor.slice(1) : `Programm ${actor}`;
}
