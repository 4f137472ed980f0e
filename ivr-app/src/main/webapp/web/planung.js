/** How many agents are needed: for a goal, for a number that is there, and for today hour by hour. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {save} from './csv.js';
import {sends} from './form.js';
import {about, count, share, spanInWords} from './leitung-words.js';
import {begin} from './shell.js';

const ZONE = 'Europe/Berlin';
const HOUR_MS = 3_600_000;
const FIELDS = {anrufe: [0, 100_000], gespraech: [1, 14_400], geduld: [1, 14_400], frist: [0, 3_600], ziel: [0, 100],
  verlust: [0, 100], ausfall: [0, 90]};
const hourOf = new Intl.DateTimeFormat('de-DE', {hour: '2-digit', timeZone: ZONE});

let table = [];

const {live} = await begin();
sends(byId('rechnen'), () => wrong(Object.keys(FIELDS)), needed);
sends(byId('umgekehrt'), thereWrong, there);
byId('heutige').addEventListener('click', () => guarded('heutige-worte', estimates));
byId('tag-rechnen').addEventListener('click', () => guarded('tag-fehler', day));
byId('tag-csv').addEventListener('click', download);
byId('drucken').addEventListener('click', () => print());
live.start();

function number(id) {
  const typed = byId(id).value.trim().replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : NaN;
}

function wrong(ids) {
  const found = {};
  for (const id of ids) {
    const [least, most] = FIELDS[id];
    if (!(number(id) >= least && number(id) <= most)) {
      found[id] = `Bitte eine Zahl von ${count(least)} bis ${count(most)}.`;
    }
  }
  return found;
}

function load(calls = number('anrufe')) {
  return new URLSearchParams({calls, handling: number('gespraech'), patience: number('geduld'), within: number('frist')});
}

function goal(calls) {
  const query = load(calls);
  query.set('share', number('ziel') / 100);
  query.set('abandoned', number('verlust') / 100);
  return query;
}

/** Some are not at their telephones, so more are on duty. */
function onDuty(agents) {
  return Math.ceil(agents / (1 - number('ausfall') / 100));
}

async function needed() {
  const so = await asked(goal());
  fill(byId('ergebnis'),
      el('p', {class: 'figure'}, count(so.agents)),
      el('p', {}, `Menschen zugleich an den Telefonen. Einzuteilen sind dafür ${count(onDuty(so.agents))}.`),
      facts(so));
  byId('da').value = so.agents;
  byId('ergebnis-titel').focus();
}

async function asked(query) {
  try {
    return await ask('GET', `/planning/agents?${query}`);
  } catch (refused) {
    if (refused instanceof Refused && refused.kind === 'not-enough') {
      throw new Refused(422, refused.kind, 'So viele Menschen gibt es nicht, dass dieses Ziel zu halten wäre. Bitte verlangen Sie weniger.');
    }
    throw refused;
  }
}

function thereWrong() {
  const found = wrong(['anrufe', 'gespraech', 'geduld', 'frist']);
  if (!/^\d{1,5}$/.test(byId('da').value.trim()) || Number(byId('da').value) > 10_000) {
    found.da = 'Bitte eine Zahl von 0 bis 10.000.';
  }
  return found;
}

async function there() {
  const query = load();
  query.set('agents', byId('da').value.trim());
  fill(byId('umgekehrt-ergebnis'), facts(await ask('GET', `/planning/performance?${query}`)));
}

function facts(so) {
  const rows = {
    'kommen rechtzeitig dran': share(so.inTime, 1),
    'legen vorher auf': percent(so.abandoned),
    'müssen überhaupt warten': share(so.waits, 1),
    'warten im Mittel': so.waitSeconds < 1 ? 'unter einer Sekunde' : spanInWords(Math.round(so.waitSeconds)),
    'Auslastung der Menschen': share(so.occupancy, 1),
    'Last': `${about(so.erlangs)} Gespräche zugleich, wenn niemand auflegt`,
  };
  return el('dl', {class: 'facts'}, Object.entries(rows).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function percent(part) {
  return `${about(100 * part)} %`;
}

async function estimates() {
  const was = await ask('GET', '/planning/estimates?days=7');
  const words = [];
  if (was.talks > 0) {
    byId('gespraech').value = Math.max(1, Math.round(was.handlingSeconds));
    words.push(`Dauer aus ${count(was.talks)} Gesprächen (ohne Nacharbeit)`);
  }
  if (was.abandonments > 0) {
    byId('geduld').value = Math.min(14_400, Math.max(1, Math.round(was.patienceSeconds)));
    words.push(`Geduld aus allen, die warteten, von denen ${count(was.abandonments)} aufgelegt haben`);
  }
  fill(byId('heutige-worte'), words.length === 0
    ? 'In den letzten 7 Tagen gab es dafür zu wenige Gespräche; die Werte bleiben, wie sie sind.' : `${words.join('; ')}.`);
}

/** Calls of each hour: those that came, and those to be expected. */
async function day() {
  const found = wrong(Object.keys(FIELDS).filter(id => id !== 'anrufe'));
  if (Object.keys(found).length > 0) {
    throw new Refused(0, 'none', 'Bitte füllen Sie oben alle Felder aus.');
  }
  const {points} = await ask('GET', '/wallboard/history?span=day');
  const hours = new Map();
  for (const point of points) {
    const at = Math.floor(Date.parse(point.at) / HOUR_MS) * HOUR_MS;
    const calls = point.people?.entered ?? point.expected?.people ?? null;
    const hour = hours.get(at) ?? {at, calls: 0, known: false};
    hour.calls += calls ?? 0;
    hour.known ||= calls !== null;
    hours.set(at, hour);
  }
  table = [];
  for (const hour of [...hours.values()].filter(one => one.known).sort((a, b) => a.at - b.at)) {
    table.push({...hour, so: await asked(goal(hour.calls))});
  }
  fill(byId('tag-zeilen'), table.length === 0
    ? el('tr', {}, el('td', {colspan: 6}, 'Für heute ist noch nichts bekannt, und für einen Vergleich fehlen frühere Wochen.'))
    : table.map(row));
}

function row({at, calls, so}) {
  return el('tr', {}, el('th', {scope: 'row'}, span(at)),
      [about(calls), count(so.agents), count(onDuty(so.agents)), share(so.inTime, 1), percent(so.abandoned)]
          .map(value => el('td', {class: 'number'}, value)));
}

function span(at) {
  return `${hourOf.format(at).replace(' Uhr', '')} bis ${hourOf.format(at + HOUR_MS)}`;
}

function download() {
  save('planung.csv', [
    ['Stunde', 'Anrufe', 'gebraucht', 'einzuteilen', 'rechtzeitig', 'legen auf'],
    ...table.map(({at, calls, so}) => [span(at), calls, so.agents, onDuty(so.agents), so.inTime, so.abandoned])]);
}

async function guarded(place, work) {
  try {
    fill(byId(place));
    await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId(place), refused.words);
  }
}
