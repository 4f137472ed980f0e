/** The waiting list for the caller: where they stand, and a dialog to put them on it or take them off. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {action, needsConnection, once} from './platz-action.js';
import {caller, onPerson, reload} from './platz-caller.js';
import {follow, known, looked, talkId} from './platz-desk.js';
import {appointment, at} from './platz-words.js';
import {say as toast} from './toast.js';

const PAIR_MS = 15_000;
const MANY = 1_000;

let standing = null;
let about = null;

/** Begins to show it. */
export function begin() {
  action({id: 'warteliste', keys: 'alt+j', words: 'Auf die Warteliste, oder von ihr', place: 'termine-fehler',
    why: cannot, act: opens});
  sends(byId('liste'), flaws, signUp, byId('liste-telefon'));
  byId('liste-zu').addEventListener('click', () => byId('liste-kasten').close());
  byId('liste-weg').addEventListener('click', () => does(leave));
  byId('liste-buchen').addEventListener('click', () => does(book));
  byId('liste-kasten').addEventListener('close', () => byId('warteliste').focus());
  onPerson(told => look(told));
  follow(state => {
    if ((state.talk?.id ?? null) !== about) {
      about = state.talk?.id ?? null;
      became(null);
      byId('liste').reset();
      byId('liste-kasten').close();
    }
  });
}

function cannot(state) {
  if (!['TALKING', 'WRAPPING'].includes(state.state) || !state.talk) {
    return 'Das geht im Gespräch und in der Nachbearbeitung.';
  }
  if (caller() === null) {
    return 'Erst muss feststehen, wer anruft.';
  }
  return caller().appointments ? 'Wer Termine hat, braucht keine Warteliste.' : null;
}

async function look(told) {
  if (told === null || told.appointments) {
    became(null);
    return;
  }
  const talk = talkId();
  const answer = await ask('GET', '/desk/waiting-list').catch(() => null);
  if (talk === talkId()) {
    became(answer);
  }
}

function became(next) {
  standing = next;
  const line = byId('warteliste-stand');
  const said = words();
  line.hidden = said === '';
  fill(line, said === '' ? null : [el('strong', {}, 'Warteliste: '), said]);
  fill(byId('liste-stand'), said === '' ? 'Steht nicht auf der Warteliste.' : `Warteliste: ${said}`);
  byId('liste-weg').hidden = said === '';
  byId('liste-buchen').hidden = standing?.state !== 'OFFERED';
}

function words() {
  switch (standing?.state) {
    case 'WAITING': return ahead(standing.ahead);
    case 'OFFERED': {
      const {centre, vaccine, first, second, until} = standing.offer;
      return `angeboten sind ${appointment(first)} und ${appointment(second)} Uhr, ${centre.name}, ${vaccine.name},`
          + ` bis ${at(until)} Uhr.`;
    }
    default: return '';
  }
}

function ahead(count) {
  if (count === 0) {
    return 'steht als Nächstes an der Reihe.';
  }
  return count >= MANY ? `davor stehen über ${MANY} Personen.` : `davor ${count === 1 ? 'steht eine Person' : `stehen ${count} Personen`}.`;
}

async function opens() {
  await look(caller());
  byId('liste-fehler').hidden = true;
  byId('liste-kasten').showModal();
  byId('liste-telefon').focus();
}

function flaws() {
  return byId('liste-telefon').value.replace(/\D/g, '').length < 6
    ? {'liste-telefon': 'Bitte mit Vorwahl, so: 0561 123456'}
    : {};
}

async function signUp() {
  needsConnection();
  const talk = talkId();
  const next = await ask('POST', '/desk/waiting-list',
      {body: {phone: byId('liste-telefon').value.trim(), language: known().talk.language}});
  if (talk === talkId()) {
    became(next);
    byId('liste-kasten').close();
    toast('Steht auf der Warteliste.');
  }
}

/** What was refused is told in the dialog. */
async function does(work) {
  try {
    needsConnection();
    await work();
    byId('liste-kasten').close();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('liste-fehler'), el('p', {}, refused.words));
    byId('liste-fehler').hidden = false;
    byId('liste-fehler').focus();
  }
}

async function leave() {
  await ask('DELETE', '/desk/waiting-list');
  await look(caller());
  toast('Steht nicht mehr auf der Warteliste.');
}

async function book() {
  const pair = await once(`list/${talkId()}`,
      key => ask('POST', '/desk/waiting-list/booking', {body: {}, key, timeLimitMs: PAIR_MS}));
  toast(`Die Termine sind gebucht. Nummer ${pair.confirmation}.`);
  await reload();
  await looked();
}
