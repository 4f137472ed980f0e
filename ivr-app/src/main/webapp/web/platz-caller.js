/** The person who calls: their data, what is booked for them, and finding out who it is. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {complain, leadsTo, needsConnection, refresh} from './platz-action.js';
import {follow, known, looked, talkId} from './platz-desk.js';
import {appointment, date, isoDay, language} from './platz-words.js';

const FIELDS = ['wer-geburt', 'wer-code', 'wer-name', 'wer-plz'];
const CODE_LENGTH = 10;

let person = null;
let about = null;
let askedFor = null;
const listeners = [];

/** Begins to show it. */
export function begin() {
  sends(byId('wer'), flaws, identify, byId('wer-geburt'));
  leadsTo('wer-geburt', 'alt+w', 'Feststellen, wer anruft', () => {
    byId('wer-teil').open = true;
  });
  follow(show);
}

/** Calls this when somebody else is known, or something else is booked; with null when nobody is. */
export function onPerson(act) {
  listeners.push(act);
}

/** Who calls; null when that is not known (yet). */
export function caller() {
  return person;
}

/** Something was booked, moved or cancelled: it is asked for anew. */
export async function reload() {
  await load(known());
}

function show(state) {
  const {talk} = state;
  if ((talk?.id ?? null) !== about) {
    about = talk?.id ?? null;
    // Nothing of one caller is seen by the next.
    FIELDS.forEach(id => {
      byId(id).value = '';
    });
    byId('wer-fehler').hidden = true;
    byId('wer-teil').open = Boolean(talk) && !talk.authenticated;
    askedFor = null;
    fill(byId('person-fehler'));
    became(null);
  }
  fill(byId('person-worte'), words(state));
  if (talk?.authenticated && person === null && askedFor !== talk.id) {
    load(state);
  }
}

function words({talk, state}) {
  if (!talk || person !== null) {
    return null;
  }
  if (talk.authenticated) {
    return 'Wird geholt …';
  }
  return state === 'RINGING' ? 'Das lässt sich im Gespräch feststellen.' : null;
}

/** Of two answers under way to the same question the later one holds: both are true. */
async function load(state) {
  const talk = state?.talk?.id ?? null;
  if (talk === null) {
    return;
  }
  askedFor = talk;
  try {
    const told = await ask('GET', '/desk/caller');
    if (talk === about) {
      became(told);
      fill(byId('person-fehler'));
    }
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    // With the next state it is asked again.
    askedFor = null;
    if (talk === about) {
      fill(byId('person-worte'));
      complain(byId('person-fehler'), refused.words);
    }
  }
}

function became(told) {
  person = told;
  const facts = byId('person-fakten');
  facts.hidden = told === null;
  fill(facts, told === null ? null : [
    ['Name', told.name ?? 'steht nicht im Brief'],
    ['Geboren', date(told.birthDate)],
    ['Postleitzahl', told.postcode],
    ['Brief auf', language(told.language)],
  ].map(([what, value]) => el('div', {}, el('dt', {}, what), el('dd', {}, value))));
  booked(told);
  if (told !== null) {
    fill(byId('person-worte'));
    byId('wer-teil').open = false;
  }
  listeners.forEach(act => act(told));
  refresh();
}

function booked(told) {
  const line = byId('termine-gebucht');
  line.hidden = told === null;
  const pair = told?.appointments;
  fill(line, pair
    ? [el('strong', {}, 'Gebucht: '), `${pair.centre.name}, ${appointment(pair.first)} und ${appointment(pair.second)}`
        + ` Uhr, ${pair.vaccine.name}. Nummer `, el('span', {class: 'figure', id: 'nummer'}, pair.confirmation)]
    : 'Nichts gebucht.');
}

function flaws() {
  const wrong = {};
  if (isoDay(byId('wer-geburt').value) === null) {
    wrong['wer-geburt'] = 'Bitte so: 10.4.1938';
  }
  const digits = byId('wer-code').value.replace(/[\s-]/g, '');
  if (digits !== '') {
    if (!/^\d+$/.test(digits) || digits.length !== CODE_LENGTH) {
      wrong['wer-code'] = `Der Code hat ${CODE_LENGTH} Ziffern.`;
    }
    return wrong;
  }
  if (byId('wer-name').value.trim().length < 2) {
    wrong['wer-name'] = 'Code oder Name fehlt.';
  }
  if (!/^\d{5}$/.test(byId('wer-plz').value.trim())) {
    wrong['wer-plz'] = 'Fünf Ziffern.';
  }
  return wrong;
}

async function identify() {
  needsConnection();
  const birthDate = isoDay(byId('wer-geburt').value);
  const code = byId('wer-code').value.replace(/[\s-]/g, '');
  const body = code === ''
    ? {birthDate, name: byId('wer-name').value.trim(), postcode: byId('wer-plz').value.trim()}
    : {birthDate, code};
  const talk = about;
  const told = await ask('POST', '/desk/caller/identification', {body});
  if (talk !== null && talk === talkId()) {
    became(told);
    FIELDS.forEach(id => {
      byId(id).value = '';
    });
    byId('wer-teil').querySelector('summary').focus();
    await looked();
  }
}
