/** The form for another password, at the first login and in the account. */

import {ask} from './api.js';
import {byId} from './dom.js';
import {reveals, sends} from './form.js';

const SHORTEST = 10;
const LONGEST = 128;

/**
 * Watches the form `passwort` with the fields `bisher`, `neu` and `nochmal`.
 *
 * @param {() => string} old the password until now
 * @param {(told: Object) => void} changed done afterwards, with the session that the server has begun
 */
export function changes(old, changed) {
  const form = byId('passwort');
  const fields = ['neu', 'nochmal', 'bisher'].map(byId);
  reveals(byId('neu'), byId('neu-zeigen'));
  sends(form, () => flaws(old), async () => {
    const told = await ask('PUT', '/session/password', {body: {old: old(), new: byId('neu').value}});
    fields.forEach(field => {
      field.value = '';
    });
    changed(told);
  });
}

function flaws(old) {
  const chosen = byId('neu').value;
  const length = [...chosen.normalize('NFKC')].length;
  const wrong = {};
  if (old() === '') {
    wrong.bisher = 'Bitte geben Sie Ihr bisheriges Passwort ein.';
  }
  if (length < SHORTEST) {
    wrong.neu = `Das neue Passwort braucht mindestens ${SHORTEST} Zeichen.`;
  } else if (length > LONGEST) {
    wrong.neu = `Das neue Passwort darf höchstens ${LONGEST} Zeichen haben.`;
  } else if (byId('nochmal').value !== chosen) {
    wrong.nochmal = 'Die beiden neuen Passwörter sind nicht gleich.';
  }
  return wrong;
}
