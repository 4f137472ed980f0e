/** The login, and the first password of one's own. */

import {ask, Refused, useToken} from './api.js';
import {byId, el, fill} from './dom.js';
import {reveals, say, sends} from './form.js';
import {onward} from './onward.js';
import {changes} from './password.js';

const REASONS = {
  abgemeldet: 'Sie sind abgemeldet.',
  zeit: 'Ihre Anmeldung ist zu Ende. Bitte melden Sie sich wieder an.',
};

const asked = new URLSearchParams(location.search);
let typed = '';

function goOn() {
  location.replace(onward(asked.get('weiter')));
}

function told(session) {
  useToken(session.csrf);
  if (session.mustChange) {
    showChange(session.name);
  } else {
    goOn();
  }
}

function showChange(who) {
  byId('anmeldung').hidden = true;
  byId('erstes').hidden = false;
  byId('anmeldename').value = who;
  byId('bisher-feld').hidden = typed !== '';
  document.title = 'Eigenes Passwort wählen – Durchkommen';
  byId('erstes-titel').focus();
}

function flaws() {
  const wrong = {};
  if (byId('name').value.trim() === '') {
    wrong.name = 'Bitte geben Sie Ihren Namen ein.';
  }
  if (byId('kennwort').value === '') {
    wrong.kennwort = 'Bitte geben Sie Ihr Passwort ein.';
  }
  return wrong;
}

async function logIn() {
  const name = byId('name').value.trim();
  const password = byId('kennwort').value;
  try {
    const session = await ask('POST', '/session', {body: {name, password}});
    typed = password;
    told(session);
  } catch (refused) {
    byId('kennwort').value = '';
    throw refused;
  }
}

/** Somebody who is logged in has nothing to do here; that nobody is, is how it should be. */
async function begin() {
  window.addEventListener('pageshow', event => event.persisted && location.reload());
  reveals(byId('kennwort'), byId('kennwort-zeigen'));
  sends(byId('login'), flaws, logIn, byId('kennwort'));
  changes(() => typed !== '' ? typed : byId('bisher').value, goOn);
  const reason = REASONS[asked.get('grund')];
  if (reason !== undefined) {
    fill(byId('grund'), el('p', {}, reason));
  }
  byId('name').focus();
  try {
    told(await ask('GET', '/session'));
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.status !== 401) {
      say(byId('login-fehler'), refused.words ?? String(refused));
    }
  }
}

begin();
