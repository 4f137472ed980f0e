/** What happened to calls: where callers give up, a search, and the path of each. */

import {ask} from './api.js';
import * as funnel from './anrufe-funnel.js';
import * as path from './anrufe-path.js';
import * as words from './anrufe-words.js';
import {save} from './csv.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {count, dated} from './leitung-words.js';
import {language} from './platz-words.js';
import {begin} from './shell.js';
import {complain} from './toast.js';

const SIZE = 50;
const PAGE = 500;
const MOST = 10_000;
const LANGUAGES = ['de', 'en', 'tr', 'ru', 'uk', 'pl', 'it', 'ar'];

let lines = [];
let next = null;
let only = {};

const {live} = await begin();
fill(byId('ausgang'), el('option', {value: ''}, 'alle'),
    Object.entries(words.OUTCOMES).map(([value, name]) => el('option', {value}, name)));
for (const id of ['sprache', 'verlust-sprache']) {
  fill(byId(id), el('option', {value: ''}, 'alle'), LANGUAGES.map(tag => el('option', {value: tag}, language(tag))));
}
sends(byId('suche'), wrong, () => look(true));
byId('mehr').addEventListener('click', () => guarded(read));
byId('csv').addEventListener('click', () => guarded(download));
byId('nur-weg').addEventListener('click', () => guarded(() => narrow({}, '')));
await guarded(words.begin);
await guarded(() => funnel.begin(lostAt));
await guarded(() => look(false));
live.start();

function wrong() {
  const from = byId('von').value;
  const until = byId('bis').value;
  const number = byId('nummer').value.trim();
  const faults = {};
  if (from !== '' && until !== '' && until < from) {
    faults.bis = 'Bitte dieselbe oder eine spätere Zeit.';
  }
  if (number !== '' && !/^[+0-9][0-9 ()/-]{2,}$/.test(number)) {
    faults.nummer = 'Bitte eine Telefonnummer mit Vorwahl, wie 0611 123456.';
  }
  if (byId('kennung').value !== '' && !/^[A-Za-z0-9.@_:+~=-]+$/.test(byId('kennung').value.trim())) {
    faults.kennung = 'Bitte die Kennung, wie sie in den Meldungen steht.';
  }
  return faults;
}

function wish(size, after) {
  const given = {from: byId('von').value, until: byId('bis').value, number: byId('nummer').value.trim(),
    outcome: byId('ausgang').value, language: byId('sprache').value, callId: byId('kennung').value.trim(), ...only};
  const body = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  return {...body, size, ...after === null ? {} : {after}};
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
  const page = await ask('POST', '/call-history/search', {body: wish(SIZE, next)});
  lines = [...lines, ...page.items];
  next = page.next ?? null;
  fill(byId('treffer-stand'), lines.length === 0 ? 'Nichts gefunden.'
    : `${count(lines.length)}${next === null ? '' : ' und weitere'} ${lines.length === 1 && next === null ? 'Anruf' : 'Anrufe'}`);
  fill(byId('zeilen'), lines.map(line => el('tr', {}, el('th', {scope: 'row'}, `${dated(line.begunAt)} Uhr`),
      el('td', {class: 'number'}, words.lasted(seconds(line))), el('td', {class: 'number'}, words.lasted(line.waitedSeconds)),
      el('td', {}, language(line.language)), el('td', {}, words.outcome(line.outcome)),
      el('td', {}, line.lastPrompt ? words.brief(line.lastPrompt) : '–'),
      el('td', {}, el('button', {type: 'button', class: 'button quiet', 'aria-label': `Anruf von ${dated(line.begunAt)} Uhr ansehen`,
        on: {click: () => guarded(() => path.show(line.id, caller => guarded(() => narrow({caller}, 'Nur Anrufe von derselben Nummer.'))))}},
      'Ansehen')))));
  byId('mehr').hidden = next === null;
}

function seconds(line) {
  return Math.round((new Date(line.endedAt) - new Date(line.begunAt)) / 1_000);
}

/** Calls that were hung up at a text on these days. */
function lostAt(one, from, until) {
  const end = new Date(`${until}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  byId('suche').reset();
  byId('von').value = `${from}T00:00`;
  byId('bis').value = `${end.toISOString().slice(0, 10)}T00:00`;
  byId('ausgang').value = 'HUNG_UP';
  byId('sprache').value = one.language;
  return guarded(() => narrow({lastPrompt: one.prompt}, `Nur Anrufe, die bei »${words.brief(one.prompt)}« aufgelegt wurden.`));
}

function narrow(how, told) {
  if (how.caller !== undefined) {
    byId('suche').reset();
  }
  only = how;
  fill(byId('nur-worte'), told);
  byId('nur').hidden = told === '';
  return look(true);
}

/** All that the search finds, up to a limit that is told. */
async function download() {
  let all = [];
  let after = null;
  do {
    const page = await ask('POST', '/call-history/search', {body: wish(PAGE, after)});
    all = [...all, ...page.items];
    after = page.next ?? null;
  } while (after !== null && all.length < MOST);
  save('anrufe.csv', [['Beginn', 'Ende', 'gewartet (s)', 'Sprache', 'Ausgang', 'Zuletzt gehört', 'Kennung'],
    ...all.map(line => [line.begunAt, line.endedAt, line.waitedSeconds, language(line.language), words.outcome(line.outcome),
      line.lastPrompt ? words.text(line.lastPrompt) : '', line.callId])]);
  if (after !== null) {
    complain(`Gespeichert sind die neuesten ${count(all.length)} Anrufe. Für frühere grenzen Sie bitte den Zeitraum ein.`);
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
