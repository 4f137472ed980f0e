/** The text that somebody writes: placeholders beside it, and the server's check while they type. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {finding, KINDS, placeholders} from './texte-words.js';

const TYPED_MS = 400;

let at = null;
let before = '';
let asked = 0;
let timer = 0;

/** Begins to watch it. */
export function begin() {
  byId('entwurf-text').addEventListener('input', () => {
    clearTimeout(timer);
    chips();
    timer = setTimeout(check, TYPED_MS);
  });
  byId('entwurf-zurueck').addEventListener('click', () => write(before));
  byId('entwurf-platzhalter').addEventListener('click', event => {
    const chip = event.target.closest('button');
    if (chip !== null) {
      put(`{${chip.dataset.name}}`);
    }
  });
}

/**
 * Shows a text to change.
 *
 * @param {{id: string, arguments: Object<string, string>}} prompt
 * @param {string} language
 * @param {string} text what is in force
 */
export function show(prompt, language, text) {
  at = {prompt, language};
  before = text;
  byId('entwurf-text').lang = language;
  byId('entwurf-text').dir = 'auto';
  byId('entwurf-warum').value = '';
  byId('entwurf-fehler').hidden = true;
  write(text);
}

/** What is wrong, by the ids of fields. */
export function wrong() {
  const found = {};
  if (byId('entwurf-text').value.trim() === '') {
    found['entwurf-text'] = 'Bitte schreiben Sie, was gesagt werden soll.';
  }
  if (byId('entwurf-warum').value.trim() === '') {
    found['entwurf-warum'] = 'Bitte sagen Sie in einem Satz, warum.';
  }
  return found;
}

/** What is to be kept. */
export function written() {
  return {text: byId('entwurf-text').value.trim(), why: byId('entwurf-warum').value.trim()};
}

/** Whether something was written that is not kept. */
export function isOpen() {
  return at !== null && byId('entwurf-text').value.trim() !== before.trim();
}

function write(text) {
  byId('entwurf-text').value = text;
  chips();
  check();
}

function put(words) {
  const field = byId('entwurf-text');
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
  field.focus();
  field.dispatchEvent(new Event('input'));
}

function chips() {
  const there = placeholders(byId('entwurf-text').value);
  const all = Object.entries(at.prompt.arguments);
  fill(byId('entwurf-platzhalter'), all.length === 0
    ? el('span', {class: 'soft'}, 'Dieser Text hat keine Platzhalter.')
    : all.map(([name, kind]) => el('button', {type: 'button', class: 'button quiet', 'data-name': name,
        'data-missing': String(!there.has(name)), 'aria-label': `Platzhalter ${name} einfügen, ${KINDS[kind]}`
          + (there.has(name) ? '' : ', fehlt noch')},
    `{${name}} ${KINDS[kind]}${there.has(name) ? '' : ' – fehlt'}`)));
}

async function check() {
  const mine = ++asked;
  const {id} = at.prompt;
  const text = byId('entwurf-text').value.trim();
  if (text === '') {
    said(el('p', {'data-level': 'bad'}, 'Der Text ist leer.'));
    return;
  }
  try {
    const {errors, warnings} = await ask('POST', `/prompts/${encodeURIComponent(id)}/${at.language}/check`, {body: {text}});
    if (mine === asked) {
      said(errors.length + warnings.length === 0 ? el('p', {'data-level': 'good'}, 'Das kann so gesagt werden.') : [
        errors.map(one => el('p', {'data-level': 'bad'}, finding(one))),
        warnings.map(one => el('p', {'data-level': 'warn'}, finding(one)))]);
    }
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    if (mine === asked) {
      said(el('p', {'data-level': 'bad'}, refused.kind === 'invalid'
        ? 'Die Zeichen < > [ ] \\ kann niemand sagen.' : refused.words));
    }
  }
}

function said(...words) {
  fill(byId('entwurf-pruefung'), ...words);
}
