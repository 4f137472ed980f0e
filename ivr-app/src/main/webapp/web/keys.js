/**
 * Keyboard shortcuts, and the help that lists them. One that is a single sign works only outside of fields, and can
 * be switched off (WCAG 2.1.4): speech input would trigger it.
 */

import {el, fill} from './dom.js';

const SWITCHED_OFF = 'durchkommen.kuerzel.aus';
const SHOWN = {alt: 'Alt', ctrl: 'Strg', shift: 'Umschalt', escape: 'Esc', enter: 'Eingabe', ' ': 'Leertaste',
  arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', delete: 'Entf'};

const shortcuts = new Map();
let help = null;

/**
 * Registers a shortcut.
 *
 * @param {string} keys as `?`, `n`, `alt+b`, `escape`; small letters, modifiers first: ctrl, alt, shift
 * @param {string} words what it does, for the help
 * @param {(event: KeyboardEvent) => void} act
 * @returns {() => void} takes it back
 */
export function shortcut(keys, words, act) {
  if (shortcuts.has(keys)) {
    throw new Error(`There is a shortcut ${keys}`);
  }
  shortcuts.set(keys, {words, act});
  return () => shortcuts.delete(keys);
}

/** Begins to listen; `?` shows the help. */
export function begin() {
  shortcut('?', 'Diese Hilfe zeigen', showHelp);
  document.addEventListener('keydown', pressed);
}

function pressed(event) {
  const found = event.isComposing || event.repeat ? undefined : shortcuts.get(nameOf(event));
  if (found === undefined || document.querySelector('dialog[open]') !== null) {
    return;
  }
  if (isSingleSign(nameOf(event)) && (isSwitchedOff() || isField(event.target))) {
    return;
  }
  event.preventDefault();
  found.act(event);
}

/** Shift counts where it does not make another sign. */
function nameOf(event) {
  const key = event.key.toLowerCase();
  const shift = event.shiftKey && (key.length > 1 || event.ctrlKey || event.altKey) ? 'shift+' : '';
  return `${event.ctrlKey ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${shift}${key}`;
}

function isSingleSign(name) {
  return name.length === 1;
}

function isField(target) {
  return target instanceof Element
      && target.closest('input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]')
          !== null;
}

function isSwitchedOff() {
  try {
    return localStorage.getItem(SWITCHED_OFF) === 'ja';
  } catch {
    return false;
  }
}

function switchOff(off) {
  try {
    localStorage.setItem(SWITCHED_OFF, off ? 'ja' : 'nein');
  } catch {
    // Then it holds as long as the page is open: not at all.
  }
}

/** Shows all shortcuts of this page. */
export function showHelp() {
  help ??= madeHelp();
  fill(help.list, ...[...shortcuts].map(([keys, {words}]) =>
      el('div', {}, el('dt', {}, keysShown(keys)), el('dd', {}, words))));
  help.single.checked = !isSwitchedOff();
  help.dialog.showModal();
}

function keysShown(keys) {
  return keys.split(/\+(?!$)/)
      .flatMap((key, i) => [i === 0 ? null : ' + ', el('kbd', {}, SHOWN[key] ?? key.toUpperCase())]);
}

function madeHelp() {
  const list = el('dl', {class: 'shortcuts'});
  const single = el('input', {type: 'checkbox', id: 'einzelne-zeichen'});
  single.addEventListener('change', () => switchOff(!single.checked));
  const close = el('button', {type: 'button', class: 'button', autofocus: true}, 'Schließen');
  const dialog = el('dialog', {class: 'sheet', 'aria-labelledby': 'kuerzel'},
      el('h2', {id: 'kuerzel'}, 'Tastenkürzel'),
      list,
      el('p', {class: 'choice'}, single, el('label', {for: 'einzelne-zeichen'},
          'Kürzel aus einem einzelnen Zeichen verwenden')),
      el('p', {class: 'actions'}, close));
  close.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  return {dialog, list, single};
}
