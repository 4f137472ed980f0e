/** Forms: sent once at a time, what is wrong is said before the fields, and where it is wrong beside them. */

import {byId, el, fill} from './dom.js';

/**
 * Watches a form.
 *
 * @param {HTMLFormElement} form has an element `<id>-fehler` for what is wrong
 * @param {() => Object<string, string>} check what is wrong, by the ids of fields; empty when nothing is
 * @param {() => Promise<void>} send sends it; what it throws has `words`
 * @param {HTMLElement} next where to go on when it was refused; without it what was wrong itself
 */
export function sends(form, check, send, next = byId(`${form.id}-fehler`)) {
  const errors = byId(`${form.id}-fehler`);
  let busy = false;
  form.noValidate = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (busy) {
      return;
    }
    clear(form, errors);
    const wrong = check();
    if (Object.keys(wrong).length > 0) {
      show(wrong, errors);
      return;
    }
    busy = true;
    form.setAttribute('aria-busy', 'true');
    try {
      await send();
    } catch (refused) {
      say(errors, refused.words ?? String(refused));
      next.focus();
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
    }
  });
}

/** Says this before the fields. */
export function say(errors, words) {
  fill(errors, el('p', {}, words));
  errors.hidden = false;
}

function clear(form, errors) {
  errors.hidden = true;
  fill(errors);
  form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
  form.querySelectorAll('.wrong').forEach(words => fill(words));
}

function show(wrong, errors) {
  const fields = Object.keys(wrong);
  for (const id of fields) {
    byId(id).setAttribute('aria-invalid', 'true');
    fill(byId(`${id}-fehler`), wrong[id]);
    byId(id).closest('details')?.setAttribute('open', '');
  }
  byId(fields[0]).focus();
}

/**
 * A button that shows what is typed into a password field.
 *
 * @param {HTMLInputElement} field
 * @param {HTMLButtonElement} button
 */
export function reveals(field, button) {
  button.addEventListener('click', () => {
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  });
}
