/** One call from its first word to its last: what was said, what was pressed, who spoke. */

import {ask} from './api.js';
import * as words from './anrufe-words.js';
import {byId, el, fill} from './dom.js';
import {count, dated} from './leitung-words.js';
import {language, RESULTS} from './platz-words.js';

const clock = new Intl.DateTimeFormat('de-DE',
    {hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Europe/Berlin'});
const KINDS = {SAID: 'Ansage', ASKED: 'Frage', KEYED: 'Taste', WAITS: 'Wartet', TURN: 'Ist an der Reihe'};
const SHOWN = 8;

/** Shows the call of which this line is a part. */
export async function show(id, same) {
  const call = await ask('GET', `/call-history/${id}`);
  const first = call.parts[0].line;
  const last = call.parts.at(-1).line;
  fill(byId('anruf-daten'), facts({
    'Beginn': `${dated(first.begunAt)} Uhr (${words.script(first.script)})`,
    'Ende': `${dated(last.endedAt)} Uhr`,
    'Ausgang': words.outcome(last.outcome),
    'Sprache': language(last.language),
    'In Warteschlangen': `${words.lasted(call.parts.reduce((sum, part) => sum + part.line.waitedSeconds, 0))} Minuten`,
    'Anrufende': call.caller === undefined || call.caller === null ? 'ohne Nummer' : `Kennzeichen ${call.caller.slice(0, SHOWN)}, für jede Nummer ein anderes`,
    'Kennung': call.callId,
  }));
  byId('gleiche').hidden = call.caller === undefined || call.caller === null;
  byId('gleiche').onclick = () => same(call.caller);
  const steps = call.parts.flatMap(part => [...part.steps.map(step), ended(part.line)]);
  const all = [...steps, ...call.talks.flatMap(talk)].sort((one, other) => one.at - other.at);
  fill(byId('anruf-weg'), all.map(one => el('li', {}, el('time', {}, clock.format(one.at)),
      el('p', {class: one.keyed ? 'keyed' : null}, el('span', {class: 'kind'}, one.kind), one.what === '' ? null : `: ${one.what}`))));
  byId('anruf').hidden = false;
  byId('anruf-titel').focus();
}

function facts(all) {
  return Object.entries(all).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)));
}

function step({at, kind, what, times}) {
  const keyed = kind === 'KEYED';
  const said = keyed ? (what === '' ? 'mehrere, nicht aufgehoben' : what) : what === '' ? '' : words.text(what);
  return {at: new Date(at), keyed, kind: KINDS[kind], what: times > 1 ? `${said} (${count(times)}-mal)` : said};
}

function ended(line) {
  return {at: new Date(line.endedAt), kind: 'Ende', what: words.outcome(line.outcome)};
}

function talk({agent, about, assignedAt, begunAt, endedAt, ending, wrapCode}) {
  const whom = about === undefined || about === null ? agent : `${agent} (wurde gefragt)`;
  const all = [{at: new Date(assignedAt), kind: 'Es klingelt', what: `bei ${whom}`}];
  if (begunAt) {
    all.push({at: new Date(begunAt), kind: 'Gespräch', what: `mit ${whom}`});
  }
  if (endedAt) {
    all.push({at: new Date(endedAt), kind: begunAt ? 'Gespräch zu Ende' : 'Kein Gespräch',
      what: `${words.ending(ending)}${wrapCode ? `, ${RESULTS[wrapCode] ?? wrapCode}` : ''}`});
  }
  return all;
}
