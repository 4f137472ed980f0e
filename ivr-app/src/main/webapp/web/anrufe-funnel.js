/** Where callers give up, by text and language. */

import {ask} from './api.js';
import * as words from './anrufe-words.js';
import {save} from './csv.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {count, share} from './leitung-words.js';
import {language} from './platz-words.js';

const FEW = 12;

let funnel = null;
let all = false;

/** Begins, with today. */
export async function begin(show) {
  const today = new Date().toLocaleDateString('sv-SE', {timeZone: 'Europe/Berlin'});
  byId('tag-von').value = today;
  byId('tag-bis').value = today;
  sends(byId('verlust'), wrong, async () => {
    await read();
    byId('verlust-titel').focus();
  });
  byId('verlust-alle').addEventListener('click', () => {
    all = true;
    draw(show);
  });
  byId('verlust-csv').addEventListener('click', download);
  byId('drucken').addEventListener('click', () => print());
  byId('verlust').addEventListener('gelesen', () => draw(show));
  await read();
}

function wrong() {
  const from = byId('tag-von').value;
  const until = byId('tag-bis').value;
  if (from === '' || until === '') {
    return {[from === '' ? 'tag-von' : 'tag-bis']: 'Bitte einen Tag.'};
  }
  return until < from ? {'tag-bis': 'Bitte denselben oder einen späteren Tag.'} : {};
}

async function read() {
  const query = new URLSearchParams({from: byId('tag-von').value, until: byId('tag-bis').value});
  if (byId('verlust-sprache').value !== '') {
    query.set('language', byId('verlust-sprache').value);
  }
  funnel = await ask('GET', `/call-history/funnel?${query}`);
  all = false;
  byId('verlust').dispatchEvent(new Event('gelesen'));
}

function draw(show) {
  const lossy = funnel.prompts.filter(one => one.lost > 0);
  const shown = all ? funnel.prompts : lossy.slice(0, FEW);
  fill(byId('verlust-worte'), funnel.calls === 0 ? 'In dieser Zeit ist kein Anruf zu Ende gegangen.'
    : `Von ${count(funnel.calls)} ${funnel.calls === 1 ? 'Anruf' : 'Anrufen'} ${funnel.lost === 1 ? 'wurde' : 'wurden'} ${count(funnel.lost)} aufgelegt, ohne dass etwas erledigt war: `
      + `${share(funnel.lost, funnel.calls)}.`);
  byId('verlust-teil').hidden = shown.length === 0;
  byId('verlust-alle').hidden = shown.length >= funnel.prompts.length;
  fill(byId('verlust-zeilen'), shown.map(one => el('tr', {},
      el('th', {scope: 'row'}, words.brief(one.prompt)),
      el('td', {}, language(one.language)),
      el('td', {class: 'number'}, count(one.reached)),
      el('td', {class: 'number'}, count(one.lost)),
      el('td', {}, el('meter', {min: 0, max: 1, value: one.lost / one.reached, 'aria-hidden': 'true'}), ' ', share(one.lost, one.reached)),
      el('td', {}, one.lost === 0 ? null : el('button', {type: 'button', class: 'button quiet',
        'aria-label': `Anrufe, die bei »${words.brief(one.prompt)}« aufgelegt wurden`,
        on: {click: () => show(one, byId('tag-von').value, byId('tag-bis').value)}}, 'Anrufe')))));
}

function download() {
  save('auflegen.csv', [['Text', 'Kennung', 'Sprache', 'gehört', 'aufgelegt', 'Anteil'],
    ...funnel.prompts.map(one => [words.text(one.prompt), one.prompt, language(one.language), one.reached, one.lost, one.lost / one.reached])]);
}
