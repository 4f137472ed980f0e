/** A new agent: account, telephone, languages and skills, one after the other; what failed is said, the rest stays. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {able, show, wrong as ableWrong} from './plaetze-skills.js';

const NAME = /^[a-z][a-z0-9-]{1,39}$/;
const PHONE = /^[a-z0-9-]{1,30}$/;
const NOBODY = {languages: ['de'], skills: []};

/** Begins to show it; `after` is called when somebody is new. */
export function begin(after) {
  show('neu', NOBODY);
  sends(byId('neu'), wrong, () => make(after));
  byId('angelegt-zu').addEventListener('click', () => byId('angelegt').close());
  // Nothing secret stays in the page.
  byId('angelegt').addEventListener('close', () => {
    fill(byId('angelegt-fakten'));
    byId('neu-name').focus();
  });
  byId('angelegt').addEventListener('cancel', event => event.preventDefault());
}

function wrong() {
  const found = {};
  if (!NAME.test(value('neu-name'))) {
    found['neu-name'] = 'Bitte 2 bis 40 kleine Buchstaben, Ziffern und Striche; am Anfang ein Buchstabe.';
  }
  if (value('neu-gezeigt') === '') {
    found['neu-gezeigt'] = 'Bitte geben Sie den Namen ein, den andere sehen.';
  }
  if (value('neu-telefon') !== '' && !PHONE.test(value('neu-telefon'))) {
    found['neu-telefon'] = 'Bitte höchstens 30 kleine Buchstaben, Ziffern und Striche.';
  }
  return {...found, ...ableWrong('neu')};
}

function value(id) {
  return byId(id).value.trim();
}

/** Without the account nothing else makes sense. */
async function make(after) {
  const name = value('neu-name');
  const phone = value('neu-telefon');
  const account = await ask('POST', '/accounts', {body: {name, shownName: value('neu-gezeigt'), role: 'AGENT'}});
  const failures = [];
  await tried('Sprachen und Kenntnisse', failures, () => ask('PUT', `/agents/${name}`, {body: able('neu')}));
  const access = phone === '' ? null
    : await tried('Telefon', failures, () => ask('POST', '/agents/phones', {body: {name: phone}}));
  fill(byId('angelegt-fakten'),
      fact('Name zum Anmelden', name), secret('Erstes Passwort', account.firstPassword),
      access ? [fact('Benutzer im Telefon', access.user), secret('Passwort im Telefon', access.password)] : null);
  fill(byId('angelegt-fehler'), failures.map(words => el('p', {class: 'notice danger'}, words)));
  byId('angelegt').showModal();
  byId('neu').reset();
  show('neu', NOBODY);
  after();
}

async function tried(what, failures, act) {
  try {
    return await act();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    failures.push(`${what}: ${refused.words} Das Konto ist angelegt.`);
    return null;
  }
}

function fact(name, words) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, words));
}

function secret(name, words) {
  return el('div', {}, el('dt', {}, name), el('dd', {class: 'secret'}, words));
}
