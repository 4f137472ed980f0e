/** Short news at the edge of the page, which a screen reader says. What is wrong stays until it is closed. */

import {el} from './dom.js';

const SHOWN_MS = 8_000;
const MOST = 4;

const politely = el('div', {class: 'toasts', role: 'status', 'aria-live': 'polite'});
const urgently = el('div', {class: 'toasts urgent', role: 'alert'});

/** Puts the place for them into the page. */
export function begin() {
  document.body.append(el('div', {class: 'toast-corner'}, urgently, politely));
}

/** Something that went well, or is good to know. */
export function say(words) {
  const toast = shown(politely, words);
  let timer = setTimeout(() => toast.remove(), SHOWN_MS);
  toast.addEventListener('pointerenter', () => clearTimeout(timer));
  toast.addEventListener('focusin', () => clearTimeout(timer));
  toast.addEventListener('pointerleave', () => {
    timer = setTimeout(() => toast.remove(), SHOWN_MS);
  });
}

/** Something that did not work. */
export function complain(words) {
  shown(urgently, words);
}

function shown(place, words) {
  const close = el('button', {type: 'button', class: 'close', 'aria-label': 'Meldung schließen'}, '×');
  const toast = el('div', {class: 'toast'}, el('p', {}, words), close);
  close.addEventListener('click', () => toast.remove());
  place.append(toast);
  while (place.children.length > MOST) {
    place.firstElementChild.remove();
  }
  return toast;
}
