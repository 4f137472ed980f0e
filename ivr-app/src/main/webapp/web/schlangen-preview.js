/** Before settings are in force: what changes, for how many, and why it is wanted. */

import {ask} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {count, dated} from './leitung-words.js';
import {changes} from './schlangen-diff.js';

let under = null;

/**
 * Begins to show it.
 *
 * @param {(settings: Object, why: string) => Promise<void>} act puts them in force
 */
export function begin(act) {
  byId('vorschau-zu').addEventListener('click', () => byId('vorschau').close());
  sends(byId('kraft'), reasonWrong, async () => {
    await act(under, byId('grund-warum').value.trim());
    byId('vorschau').close();
  });
}

function reasonWrong() {
  return byId('grund-warum').value.trim() === '' ? {'grund-warum': 'Bitte sagen Sie in einem Satz, warum.'} : {};
}

/** Shows what these would change; the server has said what they would do. */
export function show(before, settings, told) {
  under = settings;
  fill(byId('vorschau-aenderungen'), listed(before, settings));
  fill(byId('vorschau-folgen'), effect(told));
  const closes = !told.open;
  byId('vorschau-warnung').hidden = !closes;
  fill(byId('vorschau-warnung'), closes ? closed(settings, told) : null);
  byId('grund-warum').value = '';
  byId('kraft-fehler').hidden = true;
  byId('vorschau').showModal();
  byId('grund-warum').focus();
}

/** Changes as a list, with what was before. */
export function listed(before, after) {
  return changes(before, after).map(one =>
    el('li', {}, `${one.name}: `, el('s', {}, one.before), ' ', el('strong', {}, one.after)));
}

function effect({waiting, waitingForPeople, callbacks, open, closes}) {
  const numbers = waiting === undefined
    ? 'Wie viele gerade warten, ist nicht bekannt.'
    : `Gilt für ${count(waiting)} Wartende in der Ansage und ${count(waitingForPeople ?? 0)}, die auf einen Menschen warten;`
      + ` ${count(callbacks)} Rückrufe sind offen.`;
  return open && closes ? `${numbers} Offen bis ${dated(closes)} Uhr.` : numbers;
}

function closed({closing}, {opens}) {
  const rule = closing === 'SERVE'
    ? 'Wer schon wartet, kommt noch dran.'
    : 'Wer schon wartet, wird zurückgerufen, wenn wieder offen ist.';
  const again = opens ? `Die nächste Öffnung ist am ${dated(opens)} Uhr.` : 'Eine nächste Öffnung steht nicht fest.';
  return `Damit ist die Leitung jetzt geschlossen. ${rule} ${again}`;
}

/** What the server says of these. */
export function asked(basedOn, settings) {
  return ask('POST', '/queue/settings/preview', {body: {basedOn, settings}});
}
