/** What can be done on the line: music, other agents, interpreters, back to self-service, the end. */

import {ask, Refused} from './api.js';
import {byId, fill} from './dom.js';
import {action, complain, leadsTo, named, refresh} from './platz-action.js';
import {offer} from './platz-choice.js';
import {does, everySecond, follow, known, looked, now} from './platz-desk.js';
import {asksFirst} from './platz-question.js';
import {IN_VAIN, language, LISTENS, POINTS, RECORDINGS, span, STATES} from './platz-words.js';

const COLLEAGUES_MS = 5_000;
const NO_TALK = 'Das geht nur, solange Sie mit jemandem sprechen.';
const QUESTION = 'Sie werden gefragt: das Gespräch führt, wer Sie fragt.';
const ASKED = 'Erst muss die Rücksprache zu Ende sein.';
const PLACE = 'leitung-fehler';

/** Begins to show it. */
export function begin() {
  action({id: 'halten', keys: 'alt+h', words: 'Halten mit Musik, oder zurückholen', place: PLACE,
    why: inTalk, act: () => does('POST', known().talk.heldAt ? 'talk/resume' : 'talk/hold')});
  action({id: 'beenden', keys: 'alt+e', words: 'Gespräch beenden', place: PLACE,
    why: cannotEnd, act: () => does('POST', 'talk/end')});
  leadsTo('kollegin', 'alt+k', 'Zu den Kolleginnen und Kollegen');
  action({id: 'ruecksprache', keys: 'alt+r', words: 'Erst fragen, oder zurück zum Anruf', place: PLACE,
    why: cannotAsk, act: askOrReturn});
  action({id: 'direkt', keys: 'alt+d', words: 'Direkt weitergeben', place: PLACE, why: cannotPass,
    act: () => does('POST', 'talk/transfer', {to: byId('kollegin').value, ask: false})});
  action({id: 'uebergeben', keys: 'alt+t', words: 'Nach der Rücksprache: übergeben', place: PLACE,
    why: cannotComplete, act: () => completes('completion', 'notiz')});
  action({id: 'zu-dritt', keys: 'alt+z', words: 'Nach der Rücksprache: zu dritt sprechen', place: PLACE,
    why: cannotComplete, act: () => completes('conference', 'halten')});
  action({id: 'dolmetscher', keys: 'alt+o', words: 'Dolmetscher dazurufen', place: PLACE, why: cannotInterpret,
    act: () => does('POST', 'talk/interpreter', {language: byId('dolmetscher-sprache').value})});
  action({id: 'zurueck', keys: 'alt+y', words: 'Zurück zur Ansage geben', place: PLACE, why: alone,
    act: () => does('POST', 'talk/back', {point: byId('punkt').value})});
  action({id: 'aufnahme-weg', keys: 'alt+x', words: 'Aufnahmen löschen, auf Wunsch des Menschen am Telefon',
    place: PLACE, why: cannotForget, act: forgets});
  follow(show);
  everySecond(tick);
  // This goes on with the session as well: who talks is there, even when they type nothing for long.
  setInterval(colleagues, COLLEAGUES_MS);
}

function askOrReturn() {
  return known().talk.asked
    ? does('DELETE', 'talk/transfer')
    : does('POST', 'talk/transfer', {to: byId('kollegin').value, ask: true});
}

/** What the caller takes back is gone at once, with all of an earlier day when it is known who calls. */
async function forgets() {
  const all = known().talk.authenticated;
  if (await asksFirst('Aufnahmen löschen?', all ? 'Gelöscht werden auch alle früheren Gespräche dieser Person.'
      : 'Das lässt sich nicht zurücknehmen.', 'Ja, löschen')) {
    await ask('DELETE', `/desk/talk/recording${all ? '?all=true' : ''}`);
    await looked();
  }
}

function cannotForget(state) {
  return ['TALKING', 'WRAPPING'].includes(state.state) && state.talk ? null : NO_TALK;
}

/** Its button goes with it: the focus goes on. */
async function completes(how, next) {
  await does('POST', `talk/transfer/${how}`);
  byId(next).focus();
}

function inTalk(state) {
  if (state.state !== 'TALKING' || !state.talk) {
    return NO_TALK;
  }
  return state.talk.question ? QUESTION : null;
}

function cannotEnd(state) {
  return state.state === 'TALKING' ? null : NO_TALK;
}

function alone(state) {
  return inTalk(state) ?? (state.talk.asked ? ASKED : null);
}

function cannotPass(state) {
  return alone(state) ?? (byId('kollegin').value === '' ? 'Gerade ist niemand bereit.' : null);
}

function cannotAsk(state) {
  return state.talk?.asked ? inTalk(state) : cannotPass(state);
}

function cannotComplete(state) {
  return inTalk(state) ?? (state.talk.asked ? null : 'Sie haben niemanden gefragt.');
}

function cannotInterpret(state) {
  return alone(state)
      ?? (byId('dolmetscher-sprache').value === '' ? 'Die Leitung hat keine Dolmetscher eingetragen.' : null);
}

function show(state, before) {
  const {talk, choices} = state;
  named(byId('halten'), talk?.heldAt ? 'Zurückholen' : 'Halten');
  named(byId('ruecksprache'), talk?.asked ? 'Zurück zum Anruf' : 'Erst fragen');
  byId('gefragt-teil').hidden = !talk?.asked;
  offer(byId('punkt'), (choices?.points ?? []).map(value => ({value, words: POINTS[value] ?? value})));
  const interpreters = (choices?.interpreters ?? []).map(value => ({value, words: language(value)}));
  offer(byId('dolmetscher-sprache'),
      interpreters.length > 0 ? interpreters : [{value: '', words: 'niemand'}]);
  tick(state);
  observed(state);
  recorded(talk);
  askedInVain(talk);
  if (state.state === 'TALKING' && before?.state !== 'TALKING') {
    colleagues();
  }
}

function tick(state) {
  const {talk} = state;
  fill(byId('leitung-worte'), words(state));
  fill(byId('dauer'), talk?.begunAt && !talk.ended ? span(now() - Date.parse(talk.begunAt)) : null);
}

function words({state, talk, until}) {
  if (state === 'RINGING') {
    return `Bitte nehmen Sie am Telefon ab${until ? `, noch ${span(Date.parse(until) - now())}` : ''}.`;
  }
  if (state !== 'TALKING') {
    return 'Gerade kein Gespräch.';
  }
  if (talk?.question) {
    return 'Eine Kollegin oder ein Kollege fragt Sie um Rat.';
  }
  if (talk?.asked) {
    return `Rücksprache mit ${talk.asked.shownName}.${talk.heldAt ? ' Im Anruf läuft Musik.' : ''}`;
  }
  return talk?.heldAt
    ? `Im Anruf läuft Musik, seit ${span(now() - Date.parse(talk.heldAt))} Minuten.`
    : 'Sie sprechen miteinander.';
}

/** Whether it is recorded is always to be seen, once the caller was asked. */
function recorded(talk) {
  const words = RECORDINGS[talk?.recording] ?? '';
  byId('aufnahme').hidden = words === '' && !talk?.authenticated;
  if (byId('aufnahme-worte').textContent !== words) {
    fill(byId('aufnahme-worte'), words);
  }
  byId('aufnahme').dataset.runs = String(talk?.recording === 'running');
  byId('aufnahme-weg').hidden = !talk?.authenticated && !['running', 'stopped'].includes(talk?.recording);
}

function askedInVain(talk) {
  const ended = talk?.asked ? null : talk?.askedEnded;
  const words = ended ? `${ended.shownName} ${IN_VAIN[ended.why] ?? IN_VAIN.NO_ANSWER}` : '';
  const line = byId('rat-ende');
  if (line.textContent !== words) {
    fill(line, words);
  }
  line.hidden = words === '';
}

/** Who listens in is always to be seen. */
function observed({talk}) {
  const sign = byId('mithoeren');
  const by = talk?.observed;
  const said = by ? `${by.by.replace(/^@/, '')} ${LISTENS[by.mode] ?? LISTENS.LISTEN}` : '';
  if (sign.textContent !== said) {
    fill(sign, said);
  }
  sign.hidden = said === '';
}

async function colleagues() {
  const select = byId('kollegin');
  if (known()?.state !== 'TALKING' || (document.activeElement === select && select.value !== '')) {
    return;
  }
  try {
    const {items} = await ask('GET', '/desk/colleagues');
    const ready = items.filter(one => one.ready).length;
    const listed = items.map(one => ({value: one.name, off: !one.ready, words: shown(one)}));
    offer(select, ready > 0 ? listed : [{value: '', words: 'niemand bereit'}, ...listed]);
    refresh();
  } catch (refused) {
    if (refused instanceof Refused) {
      complain(byId(PLACE), refused.words);
    }
  }
}

function shown(one) {
  const spoken = one.languages.filter(code => code !== 'de').map(language).join(', ');
  return `${one.shownName}${spoken === '' ? '' : ` (${spoken})`}${one.ready ? '' : ` – ${STATES[one.state]}`}`;
}
