/** Who did what, the newest first: searched, saved, printed. */

import {ask} from './api.js';
import {save} from './csv.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {count, dated} from './leitung-words.js';
import {begin} from './shell.js';
import {complain} from './toast.js';

const SIZE = 50;
const PAGE = 500;
const MOST = 10_000;

const ACTIONS = {
  ACCOUNT_ADDED_AGENT: 'Konto angelegt (Telefonplatz)', ACCOUNT_ADDED_SUPERVISOR: 'Konto angelegt (Leitung)',
  ACCOUNT_IS_AGENT: 'Rolle ist jetzt Telefonplatz', ACCOUNT_IS_SUPERVISOR: 'Rolle ist jetzt Leitung',
  ACCOUNT_DISABLED: 'Konto gesperrt', ACCOUNT_ENABLED: 'Konto wieder geöffnet',
  ACCOUNT_NAMED: 'Konto anders genannt', AGENT_IS_ABLE: 'Kenntnisse geändert', AGENT_PAUSED: 'In die Pause geschickt',
  AGENT_PHONE_ADDED: 'Telefon angelegt', AGENT_PHONE_REMOVED: 'Telefon entfernt', ANNOUNCEMENT_DRAFT: 'Dringende Ansage geschrieben',
  ANNOUNCEMENT_PUBLISHED: 'Dringende Ansage gesendet', ANNOUNCEMENT_WITHDRAWN: 'Dringende Ansage zurückgezogen',
  APPOINTMENTS_EXPORTED: 'Tagesliste ausgegeben', CALLS_SEARCHED_BY_NUMBER: 'Anrufe nach Nummer gesucht',
  CENTRE_BREAKS_CHANGED: 'Pausen eines Zentrums geändert', CENTRE_CHANGED: 'Zentrum geändert', CENTRE_DAY_CLOSED: 'Tag geschlossen',
  CENTRE_DAY_OPENED: 'Tag wieder geöffnet', CENTRE_HOURS_CHANGED: 'Öffnungszeiten eines Zentrums geändert',
  LOGIN_REFUSED: 'Anmeldung abgewiesen', LOGIN_REFUSED_WHILE_LOCKED: 'Anmeldung abgewiesen, gesperrt',
  PASSWORD_CHANGED: 'Passwort geändert', PASSWORD_RENEWED: 'Neues erstes Passwort', PEOPLE_DELETED: 'Berechtigte gelöscht',
  PEOPLE_IMPORTED: 'Berechtigte eingelesen', PROMPT_AS_DELIVERED: 'Text wie ausgeliefert', PROMPT_PUBLISHED: 'Text veröffentlicht',
  PROMPT_VERSION_ADDED: 'Text geschrieben', QUEUE_SETTINGS_CHANGED: 'Warteschlange geändert', QUEUE_TICKET_ENDED: 'Platz beendet',
  RECORDINGS_DELETED: 'Aufnahmen gelöscht', RECORDINGS_LISTED: 'Aufnahmen aufgelistet', RECORDING_DELETED: 'Aufnahme gelöscht',
  RECORDING_REVOKED: 'Aufnahme widerrufen', RECORDING_HEARD: 'Aufnahme angehört', SEATS_GENERATED: 'Plätze angelegt', SUPPLY_PLANNED: 'Lieferung geplant',
  TALK_OBSERVED_LISTEN: 'Bei einem Gespräch zugehört', TALK_OBSERVED_WHISPER: 'Einem Telefonplatz zugeflüstert',
  TALK_OBSERVED_JOIN: 'In einem Gespräch mitgesprochen', VACCINE_CHANGED: 'Impfstoff geändert',
};
const CHANNELS = {OPERATOR: 'am Rechner', SYSTEM: 'von selbst'};

let lines = [];
let next = null;

const {live} = await begin();
fill(byId('was'), el('option', {value: ''}, 'alles'), Object.entries(ACTIONS).map(([value, words]) => el('option', {value}, words)));
sends(byId('suche'), wrong, () => look(true));
byId('mehr').addEventListener('click', () => guarded(read));
byId('csv').addEventListener('click', () => guarded(download));
byId('drucken').addEventListener('click', () => print());
await guarded(() => look(false));
live.start();

function wrong() {
  const from = byId('von').value;
  const until = byId('bis').value;
  return from !== '' && until !== '' && until < from ? {bis: 'Bitte denselben oder einen späteren Tag.'} : {};
}

function query(size, after) {
  const all = new URLSearchParams({size: String(size)});
  const who = byId('wer').value.trim();
  const given = {from: byId('von').value, until: byId('bis').value, actor: who === '' ? '' : byId('art').value + who.replace(/^@/, ''),
    action: byId('was').value, after: after ?? ''};
  Object.entries(given).filter(([, value]) => value !== '').forEach(([name, value]) => all.set(name, value));
  return all;
}

async function look(asked) {
  lines = [];
  next = null;
  await read();
  if (asked) {
    byId('treffer-titel').focus();
  }
}

async function read() {
  const page = await ask('GET', `/audit?${query(SIZE, next)}`);
  lines = [...lines, ...page.items];
  next = page.next ?? null;
  fill(byId('treffer-stand'), lines.length === 0 ? 'Nichts gefunden.'
    : `${count(lines.length)}${next === null ? '' : ' und weitere'} ${lines.length === 1 && next === null ? 'Eintrag' : 'Einträge'}`);
  fill(byId('zeilen'), lines.map(line => el('tr', {}, el('th', {scope: 'row'}, `${dated(line.at)} Uhr`),
      cells(line).slice(1).map((cell, i) => el('td', {class: i === 3 ? 'number' : null}, typeof cell === 'number' ? count(cell) : cell)))));
  byId('mehr').hidden = next === null;
}

function cells(line) {
  return [line.at, actor(line), ACTIONS[line.action] ?? line.action, line.subject, line.count, line.reference];
}

function actor({actor: name, channel}) {
  const who = name.startsWith('@') ? name.slice(1) : name === '' ? 'die Leitung selbst' : `Programm ${name}`;
  return channel === 'OPERATOR' ? `${name} (${CHANNELS.OPERATOR})` : who;
}

/** All that the search finds, up to a limit that is told. */
async function download() {
  let all = [];
  let after = null;
  do {
    const page = await ask('GET', `/audit?${query(PAGE, after)}`);
    all = [...all, ...page.items];
    after = page.next ?? null;
  } while (after !== null && all.length < MOST);
  save('protokoll.csv', [['Wann', 'Wer', 'Was', 'Woran', 'Anzahl', 'Kennung'], ...all.map(cells)]);
  if (after !== null) {
    complain(`Gespeichert sind die neuesten ${count(all.length)} Einträge. Für frühere grenzen Sie bitte den Zeitraum ein.`);
  }
}

async function guarded(work) {
  try {
    await work();
  } catch (refused) {
    if (refused.words === undefined) {
      throw refused;
    }
    complain(refused.words);
  }
}
