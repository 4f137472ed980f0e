/** Days on which a centre is closed: which, why, and who must be told. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {count, dated, dayOf} from './leitung-words.js';
import {appointment, language} from './platz-words.js';
import {who} from './schlangen-versions.js';
import {booked} from './zentren-use.js';
import {say} from './toast.js';

const NOON = 'T11:00:00Z';
const LONGEST_DAYS = 366;

let centre = '';
let wish = null;
let changed = async () => {};
let shown = null;

/** Begins to show them; `after` is called when a day is closed or open again. */
export function begin(after) {
  changed = after;
  sends(byId('schliessen'), wrong, preview);
  sends(byId('wirklich'), () => ({}), close);
  byId('folgen-zu').addEventListener('click', () => byId('folgen').close());
  byId('leute-zu').addEventListener('click', () => byId('leute').close());
  byId('leute').addEventListener('close', () => guarded('zu-fehler', () => look(centre)));
  byId('leute-mehr').addEventListener('click', () => guarded('leute-fehler', more));
}

/** Shows those of a centre, from today on. */
export async function look(id) {
  centre = id;
  const {items} = await ask('GET', `${path()}?after=${yesterday()}&size=100`);
  if (centre !== id) {
    return;
  }
  fill(byId('zu-fehler'));
  fill(byId('zu-liste'), items.length === 0 ? el('li', {}, 'Kein Tag ist geschlossen.') : items.map(item));
}

function path() {
  return `/centres/${encodeURIComponent(centre)}/closures`;
}

function yesterday() {
  return new Date(Date.now() - 86_400_000).toLocaleDateString('sv-SE', {timeZone: 'Europe/Berlin'});
}

function item(one) {
  const left = one.toTell - one.told;
  const words = one.toTell === 0 ? 'Niemand hat dort einen Termin.'
    : left === 0 ? `Alle ${count(one.toTell)} wissen es.` : `${count(left)} von ${count(one.toTell)} wissen es noch nicht.`;
  const again = el('button', {type: 'button', class: 'button quiet', 'aria-label': `${dayOf(one.day + NOON)} wieder öffnen`},
      'Wieder öffnen');
  again.addEventListener('click', () => guarded('zu-fehler', () => open(one.day)));
  const told = el('button', {type: 'button', class: 'button quiet', 'aria-label': `Wer es für ${dayOf(one.day + NOON)} wissen muss`},
      'Wer muss es wissen');
  told.addEventListener('click', () => guarded('zu-fehler', () => people(one)));
  return el('li', {'data-day': one.day},
      el('p', {}, el('strong', {}, dayOf(one.day + NOON)), `: „${one.reason}“ (${who(one.closedBy)}, ${dated(one.closedAt)} Uhr)`),
      el('p', {class: left > 0 ? 'wrong' : 'soft'}, words),
      el('div', {class: 'people-buttons'}, one.toTell > 0 ? told : null, again));
}

function wrong() {
  const found = {};
  const day = byId('schliessen-tag').value;
  const until = byId('schliessen-bis').value;
  if (day === '' || day <= yesterday()) {
    found['schliessen-tag'] = 'Bitte heute oder einen späteren Tag.';
  }
  if (until !== '' && day !== '' && (until < day || (Date.parse(until) - Date.parse(day)) / 86_400_000 >= LONGEST_DAYS)) {
    found['schliessen-bis'] = 'Bitte denselben oder einen späteren Tag, höchstens ein Jahr weiter.';
  }
  if (byId('schliessen-grund').value.trim() === '') {
    found['schliessen-grund'] = 'Bitte sagen Sie in einem Satz, warum.';
  }
  return found;
}

async function preview() {
  const day = byId('schliessen-tag').value;
  const until = byId('schliessen-bis').value || day;
  wish = {day, until, reason: byId('schliessen-grund').value.trim()};
  const people = booked(day, until);
  const span = day === until ? `Am ${dayOf(day + NOON)}` : `Von ${dayOf(day + NOON)} bis ${dayOf(until + NOON)}`;
  fill(byId('folgen-worte'), `${span} wird dort nichts mehr angeboten. `
    + (people === null ? 'Wie viele dort schon Termine haben, sehen Sie danach.'
      : people === 0 ? 'Niemand hat dort einen Termin.'
        : `${count(people)} ${people === 1 ? 'Termin ist' : 'Termine sind'} dort schon gebucht: Sie bleiben gebucht, bis jemand sie verlegt,`
          + ' und wer sie hat, muss es erfahren.'));
  byId('wirklich-fehler').hidden = true;
  byId('folgen').showModal();
}

async function close() {
  await ask('POST', path(), {body: wish, timeLimitMs: 60_000});
  byId('folgen').close();
  byId('schliessen').reset();
  say('Geschlossen. Die Liste zeigt, wer es noch nicht weiß.');
  await changed();
  byId('zu-titel').focus();
}

async function open(day) {
  await ask('DELETE', `${path()}/${day}`);
  say(`${dayOf(day + NOON)} ist wieder offen.`);
  await changed();
  byId('zu-titel').focus();
}

async function people(closure) {
  shown = {day: closure.day, next: null};
  fill(byId('leute-titel'), `Wer es für ${dayOf(closure.day + NOON)} wissen muss`);
  fill(byId('leute-worte'), `Grund: ${closure.reason}`);
  fill(byId('leute-zeilen'));
  fill(byId('leute-fehler'));
  byId('leute').showModal();
  byId('leute-titel').focus();
  await more();
}

async function more() {
  const page = await ask('GET', `${path()}/${shown.day}/people?size=50${shown.next === null ? '' : `&after=${shown.next}`}`);
  shown.next = page.next ?? null;
  byId('leute-zeilen').append(...page.items.map(row));
  byId('leute-mehr').hidden = shown.next === null;
}

function row(one) {
  const state = el('td');
  tick(one, state);
  return el('tr', {},
      el('th', {scope: 'row'}, one.confirmation),
      el('td', {}, `${one.dose}. ${appointment(one.dose === 1 ? one.firstAt : one.secondAt)}`),
      el('td', {}, one.phone ?? 'keine Nummer'),
      el('td', {}, language(one.language)),
      state);
}

function tick(one, state) {
  if (one.toldAt !== undefined && one.toldAt !== null) {
    fill(state, `${dated(one.toldAt)} Uhr, ${who(one.toldBy)}`);
    return;
  }
  const button = el('button', {type: 'button', class: 'button quiet', 'aria-label': `${one.confirmation}: gesagt`}, 'Ist gesagt');
  button.addEventListener('click', () => guarded('leute-fehler', async () => {
    await ask('POST', `${path()}/${shown.day}/people/${one.person}/told`);
    fill(state, 'gesagt');
  }));
  fill(state, button);
}

async function guarded(errors, work) {
  try {
    fill(byId(errors));
    await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId(errors), refused.words);
  }
}
