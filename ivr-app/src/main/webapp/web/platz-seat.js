/** The own seat: the telephone, ready, pause, and the figures of the day. */

import {ask, Refused} from './api.js';
import {byId, fill} from './dom.js';
import {action, complain, leadsTo, named, refresh} from './platz-action.js';
import {offer} from './platz-choice.js';
import {does, everySecond, follow, known, now} from './platz-desk.js';
import {asksFirst} from './platz-question.js';
import {at, language, PAUSES, SIGNED_OUT, span, STATES} from './platz-words.js';
import {logOut} from './session.js';

const PHONE = 'durchkommen.telefon';
const PHONES_MS = 5_000;
const IN_TALK = ['RINGING', 'TALKING', 'WRAPPING'];

let askedAt = 0;

/** Begins to show it. */
export function begin() {
  action({id: 'platz-nehmen', keys: 'alt+l', words: 'Am Telefon anmelden', place: 'platz-fehler',
    why: cannotSignIn, act: take});
  action({id: 'platz-verlassen', keys: 'alt+q', words: 'Den Platz verlassen', place: 'platz-fehler',
    why: cannotLeave, act: leave});
  action({id: 'bereit', keys: 'alt+b', words: 'Bereit für den nächsten Anruf', place: 'platz-fehler',
    why: cannotBeReady, act: () => does('POST', 'seat/ready')});
  action({id: 'pause', keys: 'alt+p', words: 'Pause, jetzt oder nach dem Gespräch', place: 'platz-fehler',
    why: cannotPause, act: () => does('POST', 'seat/pause', {reason: byId('pause-grund').value})});
  leadsTo('pause-grund', 'alt+i', 'Zum Grund der Pause');
  follow(show);
  everySecond(tick);
  // Asking now and then by itself would keep a session going that nobody uses.
  for (const kind of ['pointerdown', 'keydown', 'focus']) {
    window.addEventListener(kind, () => Date.now() - askedAt > PHONES_MS && phones());
  }
  byId('abmelden').addEventListener('click', logsOut, {capture: true});
}

async function leave() {
  await does('DELETE', 'seat');
  byId('telefon-wahl').focus();
}

/** Who logs out leaves the seat, too: a telephone would ring at which nobody sees who calls. */
async function logsOut(event) {
  if (!known()?.state) {
    return;
  }
  event.stopImmediatePropagation();
  if (cannotLeave(known()) === null) {
    await does('DELETE', 'seat').catch(() => {});
    logOut();
  } else if (await asksFirst('Sie sind in einem Anruf.', 'Am Telefon geht er weiter, aber Sie sehen hier nichts mehr davon.',
      'Trotzdem abmelden')) {
    logOut();
  }
}

async function take() {
  const phone = byId('telefon-wahl').value;
  await does('PUT', 'seat', {phone});
  remember(phone);
  byId('bereit').focus();
}

function cannotSignIn(state) {
  if (state.state) {
    return 'Sie sind schon an einem Telefon.';
  }
  return byId('telefon-wahl').value === '' ? 'Es ist gerade kein Telefon frei. Bitte fragen Sie die Leitung.' : null;
}

function cannotLeave(state) {
  if (!state.state) {
    return 'Sie sind an keinem Telefon.';
  }
  return ['RINGING', 'TALKING'].includes(state.state) ? 'Erst muss das Gespräch zu Ende sein.' : null;
}

function cannotBeReady(state) {
  if (!state.state) {
    return 'Bitte melden Sie sich erst mit einem Telefon an.';
  }
  if (state.state === 'READY') {
    return 'Sie sind schon bereit.';
  }
  return IN_TALK.includes(state.state) && !state.pauseNext
    ? 'Nach dem Abschluss sind Sie von selbst wieder bereit.'
    : null;
}

function cannotPause(state) {
  return state.state ? null : 'Bitte melden Sie sich erst mit einem Telefon an.';
}

function show(state, before) {
  const isIn = Boolean(state.state);
  const inTalk = IN_TALK.includes(state.state);
  document.querySelector('main').dataset.platz = state.state ?? '';
  fill(byId('zustand'), isIn ? STATES[state.state] : SIGNED_OUT);
  fill(byId('danach'), after(state, inTalk));
  byId('danach').hidden = byId('danach').textContent === '';
  shownPhone(state, isIn);
  named(byId('bereit'), inTalk ? 'Danach bereit' : 'Bereit');
  named(byId('pause'), inTalk ? 'Danach Pause' : 'Pause');
  offer(byId('pause-grund'), (state.choices?.pauses ?? []).map(value => ({value, words: PAUSES[value] ?? value})));
  byId('anlage-warnung').hidden = state.exchange !== false;
  figures(state.figures);
  tick(state);
  if (!isIn && (before === null || before.state)) {
    phones();
  }
}

function after(state, inTalk) {
  if (state.state === 'PAUSED') {
    return PAUSES[state.reason] ?? null;
  }
  return inTalk && state.pauseNext ? `Danach: Pause (${PAUSES[state.reason] ?? state.reason})` : null;
}

function shownPhone(state, isIn) {
  byId('telefon-feld').hidden = isIn;
  byId('platz-nehmen').hidden = isIn;
  byId('bereit').hidden = !isIn;
  byId('pause-feld').hidden = !isIn;
  byId('pause').hidden = !isIn;
  byId('platz-verlassen').hidden = !isIn;
  byId('platz-fakten').hidden = !isIn;
  fill(byId('telefon'), state.phone);
  fill(byId('sprachen'), (state.languages ?? []).map(language).join(', '));
  byId('telefon-warnung').hidden = !isIn || state.phoneReachable !== false;
}

function figures({talks = 0, talkSeconds = 0, booked = 0, unanswered = 0} = {}) {
  fill(byId('tag-gespraeche'), talks);
  fill(byId('tag-dauer'), span(talkSeconds * 1_000));
  fill(byId('tag-gebucht'), booked);
  fill(byId('tag-verpasst'), unanswered);
}

function tick(state) {
  const since = state.since ? Date.parse(state.since) : NaN;
  const words = Number.isNaN(since) ? '' : span(now() - since);
  fill(byId('seit'), words);
  byId('seit').title = Number.isNaN(since) ? '' : `seit ${at(since)} Uhr`;
}

/** Which telephones there are; not while somebody chooses one. */
async function phones() {
  const select = byId('telefon-wahl');
  const state = known();
  if (state === null || state.state || (document.activeElement === select && select.options.length > 0)) {
    return;
  }
  askedAt = Date.now();
  try {
    const {items} = await ask('GET', '/desk/phones');
    const isFirst = select.options.length === 0;
    offer(select, items.map(phone => ({value: phone.name, words: phone.name + note(phone), off: phone.taken})));
    const last = remembered();
    if (isFirst && items.some(phone => phone.name === last && !phone.taken)) {
      select.value = last;
    }
    refresh();
  } catch (refused) {
    if (refused instanceof Refused) {
      complain(byId('platz-fehler'), refused.words);
    }
  }
}

function note({taken, reachable}) {
  return taken ? ' (vergeben)' : reachable === false ? ' (nicht erreichbar)' : '';
}

function remember(phone) {
  try {
    localStorage.setItem(PHONE, phone);
  } catch {
    // Then it is chosen each time.
  }
}

function remembered() {
  try {
    return localStorage.getItem(PHONE);
  } catch {
    return null;
  }
}
