/** All prompts in a language: searched, in pages, with what is in force. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {language} from './platz-words.js';
import {say as sayWrong} from './form.js';

const SIZE = 50;
const TYPED_MS = 300;

let items = [];
let next = null;
let chosen = null;
let asked = 0;
let timer = 0;

/**
 * Begins to show them.
 *
 * @param {Array<string>} languages in which there are texts
 * @param {(id: string, tag: string) => void} choose shows one
 */
export function begin(languages, choose) {
  fill(byId('suche-sprache'), languages.map(tag => el('option', {value: tag}, language(tag))));
  byId('suche-sprache').value = 'de';
  byId('suche').addEventListener('submit', event => {
    event.preventDefault();
    look();
  });
  byId('suche-worte').addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, TYPED_MS);
  });
  byId('suche-sprache').addEventListener('change', () => {
    look();
    if (chosen !== null) {
      choose(chosen, tag());
    }
  });
  byId('suche-anders').addEventListener('change', show);
  byId('liste-mehr').addEventListener('click', () => read(next));
  byId('liste').addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button !== null) {
      choose(button.dataset.id, tag());
    }
  });
}

/** The language that is looked at. */
export function tag() {
  return byId('suche-sprache').value;
}

/** Shows which one is open, and in which language. */
export function mark(id, language) {
  chosen = id;
  if (language !== tag()) {
    byId('suche-sprache').value = language;
    look();
  }
  show();
}

/** Reads the first ones again. */
export async function look() {
  items = [];
  await read(null);
}

async function read(after) {
  const mine = ++asked;
  const query = new URLSearchParams({language: tag(), search: byId('suche-worte').value.trim(), size: String(SIZE)});
  if (after !== null) {
    query.set('after', after);
  }
  try {
    const page = await ask('GET', `/prompts?${query}`);
    if (mine !== asked) {
      return;
    }
    items = [...items, ...page.items];
    next = page.next ?? null;
    byId('suche-fehler').hidden = true;
    show();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    sayWrong(byId('suche-fehler'), refused.words);
  }
}

function show() {
  const shown = items.filter(one => !byId('suche-anders').checked || one.version !== undefined);
  fill(byId('liste-stand'), shown.length === 0 ? 'Nichts gefunden.' : shown.length === 1 && next === null
    ? '1 Text' : `${shown.length}${next === null ? '' : ' und weitere'} Texte`);
  fill(byId('liste'), shown.map(one => el('li', {},
      el('button', {type: 'button', 'data-id': one.id, 'aria-current': one.id === chosen ? 'true' : null},
          el('span', {lang: one.language, dir: 'auto'}, one.text ?? 'Kein Text in dieser Sprache: Anrufende hören Deutsch'),
          el('span', {class: 'soft'}, [one.id, one.version === undefined ? null : 'geändert', one.recorded ? 'Aufnahme' : null]
              .filter(part => part !== null).join(' · '))))));
  byId('liste-mehr').hidden = next === null;
}
