/** Lists to choose from, which stay as they are while somebody chooses; and whether somebody types. */

import {el, fill} from './dom.js';

const THINKING_MS = 10_000;

let typedAt = 0;

/**
 * Shows these; what was chosen stays chosen while it is there.
 *
 * @param {HTMLSelectElement} select
 * @param {Array<{value: string, words: string, off?: boolean}>} choices
 */
export function offer(select, choices) {
  const shown = JSON.stringify(choices);
  if (select.dataset.shown === shown) {
    return;
  }
  const chosen = select.value;
  select.dataset.shown = shown;
  fill(select, choices.map(({value, words, off = false}) => el('option', {value, disabled: off}, words)));
  const still = choices.find(choice => choice.value === chosen && !choice.off);
  select.value = (still ?? choices.find(choice => !choice.off))?.value ?? '';
}

/** Whether somebody is typing or choosing right now, or thinks about the next word. */
export function isTyping() {
  const at = document.activeElement;
  return document.querySelector('dialog[open]') !== null
      || (at !== null && at.matches('input, textarea, select') && Date.now() - typedAt < THINKING_MS);
}

document.addEventListener('input', () => {
  typedAt = Date.now();
});
