/** Appointments for the caller: looking, holding, booking, moving, cancelling. */

import {ask} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {action, leadsTo, needsConnection, once} from './platz-action.js';
import {caller, onPerson, reload} from './platz-caller.js';
import {offer} from './platz-choice.js';
import {follow, looked, talkId} from './platz-desk.js';
import {appointment, at, isoDay} from './platz-words.js';
import {asksFirst} from './platz-question.js';
import {say as toast} from './toast.js';

const PLACE = 'termine-fehler';
const NO_TALK = 'Das geht im Gespräch und in der Nachbearbeitung.';
const UNKNOWN = 'Erst muss feststehen, wer anruft.';
const NOTHING_HELD = 'Erst muss etwas vorgemerkt sein.';
const PAIR_MS = 15_000;

let found = [];
let about = null;

/** Begins to show it. */
export function begin() {
  sends(byId('suche'), flaws, search);
  leadsTo('suche-plz', 'alt+s', 'Zur Suche nach Terminen');
  const hold = action({id: 'vormerken', keys: 'alt+m', words: 'Den gewählten Termin vormerken', place: PLACE,
    why: cannotHold, act: holds});
  action({id: 'freigeben', keys: 'alt+g', words: 'Vorgemerktes freigeben', place: PLACE,
    why: state => served(state) ?? (state.talk.hold ? null : 'Es ist nichts vorgemerkt.'), act: release});
  action({id: 'buchen', keys: 'alt+u', words: 'Vorgemerktes buchen', place: PLACE, why: cannotBook,
    act: () => changed('booking', 'Die Termine sind gebucht.')});
  action({id: 'verlegen', keys: 'alt+v', words: 'Termine auf das Vorgemerkte verlegen', place: PLACE,
    why: cannotMove, act: () => changed('move', 'Die Termine sind verlegt.')});
  action({id: 'absagen', keys: 'alt+a', words: 'Beide Termine absagen', place: PLACE, why: cannotCancel,
    act: cancel});
  byId('frei').addEventListener('keydown', event => event.key === 'Enter' && hold());
  byId('frei').addEventListener('dblclick', hold);
  byId('suche-plz').addEventListener('change', centres);
  follow(state => (state.talk?.id ?? null) !== about && fresh(state.talk?.id ?? null));
  onPerson(told => {
    if (told !== null && byId('suche-plz').value === '') {
      byId('suche-plz').value = told.postcode;
      centres();
    }
  });
}

/** Nothing of one caller is seen by the next. */
function fresh(talk) {
  about = talk;
  found = [];
  byId('suche').reset();
  offer(byId('suche-zentrum'), [{value: '', words: 'das nächste'}]);
  byId('frei-feld').hidden = true;
  fill(byId('frei'));
  fill(byId('frei-worte'));
}

function served(state) {
  return ['TALKING', 'WRAPPING'].includes(state.state) && state.talk ? null : NO_TALK;
}

function ofSomebody(state) {
  // Who is on the screen is known, also before the next state says so.
  return served(state) ?? (state.talk.authenticated || caller() !== null ? null : UNKNOWN);
}

function cannotHold(state) {
  return served(state) ?? (found[byId('frei').selectedIndex] ? null : 'Erst suchen, und dann einen Termin wählen.');
}

function cannotBook(state) {
  return ofSomebody(state) ?? (caller()?.appointments
    ? 'Es ist schon etwas gebucht: bitte verlegen.'
    : state.talk.hold ? null : NOTHING_HELD);
}

function cannotMove(state) {
  return ofSomebody(state) ?? (caller() !== null && !caller().appointments
    ? 'Es ist noch nichts gebucht.'
    : state.talk.hold ? null : NOTHING_HELD);
}

function cannotCancel(state) {
  return ofSomebody(state) ?? (caller() !== null && !caller().appointments ? 'Es ist nichts gebucht.' : null);
}

function flaws() {
  const wrong = {};
  if (!/^\d{5}$/.test(byId('suche-plz').value.trim())) {
    wrong['suche-plz'] = 'Fünf Ziffern.';
  }
  for (const id of ['suche-ab', 'suche-bis']) {
    if (byId(id).value.trim() !== '' && isoDay(byId(id).value) === null) {
      wrong[id] = 'So: 19.1.2021';
    }
  }
  return wrong;
}

function wish() {
  const day = id => isoDay(byId(id).value) ?? undefined;
  return {
    postcode: byId('suche-plz').value.trim(),
    from: day('suche-ab'),
    to: day('suche-bis'),
    daypart: byId('suche-zeit').value,
    centre: byId('suche-zentrum').value || undefined,
  };
}

async function search() {
  needsConnection();
  const talk = talkId();
  const {items, asOf} = await ask('POST', '/desk/appointments/search', {body: wish(), timeLimitMs: PAIR_MS});
  if (talk !== talkId()) {
    return;
  }
  found = items;
  fill(byId('frei-worte'), items.length === 0
    ? `Nichts frei, das passt (Stand ${at(asOf)} Uhr).`
    : `${items.length === 1 ? 'Ein Tag' : `${items.length} Tage`} mit freien Terminen, Stand ${at(asOf)} Uhr.`
        + ' Mit den Pfeiltasten wählen, mit der Eingabetaste vormerken.');
  byId('frei-feld').hidden = items.length === 0;
  fill(byId('frei'), items.map((pair, i) => el('option', {value: i}, line(pair))));
  if (items.length > 0) {
    byId('frei').selectedIndex = 0;
    byId('frei').focus();
  }
}

function line({centre, vaccine, first, second}) {
  return `${appointment(first)} und ${appointment(second)} · ${centre.name} · ${vaccine.name}`;
}

/** Exactly this pair: its centre, day, hour and vaccine are what is wished for. */
async function holds() {
  const {centre, vaccine, first} = found[byId('frei').selectedIndex];
  const [day, hour] = [first.slice(0, 10), first.slice(11, 16)];
  const body = {postcode: byId('suche-plz').value.trim(), centre: centre.id, vaccine: vaccine.id, from: day, to: day,
    hoursFrom: hour, hoursUntil: hour};
  await once(`hold/${talkId()}/${JSON.stringify(body)}`,
      key => ask('POST', '/desk/appointments/hold', {body, key, timeLimitMs: PAIR_MS}));
  await looked();
  toast('Die Termine sind vorgemerkt.');
}

async function release() {
  await ask('DELETE', '/desk/appointments/hold');
  await looked();
}

async function changed(what, words) {
  const pair = await once(`${what}/${talkId()}`,
      key => ask('POST', `/desk/appointments/${what}`, {body: {}, key, timeLimitMs: PAIR_MS}));
  toast(`${words} Nummer ${pair.confirmation}.`);
  await reload();
  await looked();
}

async function cancel() {
  if (await asksFirst('Beide Termine absagen?', 'Die Plätze sind danach für andere frei.', 'Ja, absagen')) {
    await changed('cancellation', 'Die Termine sind abgesagt.');
  }
}

/** The nearest first; without an answer the nearest one is searched all the same. */
async function centres() {
  const postcode = byId('suche-plz').value.trim();
  if (!/^\d{5}$/.test(postcode)) {
    return;
  }
  const talk = talkId();
  const answer = await ask('GET', `/centres?postcode=${postcode}`).catch(() => null);
  if (answer !== null && talk === talkId()) {
    offer(byId('suche-zentrum'), [{value: '', words: 'das nächste'},
      ...answer.items.map(({id, name}) => ({value: id, words: name}))]);
  }
}
