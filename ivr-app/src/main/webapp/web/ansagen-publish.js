/** Before callers hear it: who that is, for how long, what is missing; and that somebody has listened to it. */

import {ask, Refused} from './api.js';
import {heardOf, listening, missingWords} from './ansagen-list.js';
import {stop} from './sound.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {about, count, dated, timeOf} from './leitung-words.js';
import {language} from './platz-words.js';

let under = null;
let done = async () => {};

/** Begins to show it; `after(told)` is called when it was published. */
export function begin(after) {
  done = after;
  byId('senden-zu').addEventListener('click', () => byId('senden-kasten').close());
  byId('senden-kasten').addEventListener('close', stop);
  sends(byId('senden'), wrong, publish);
}

/** Shows what publishing this would do. */
export async function show(one) {
  const told = await ask('GET', `/announcements/${one.id}/preview`);
  if (told.version !== one.version) {
    throw new Refused(409, 'outdated', 'Jemand anderes hat das inzwischen geändert. Die Liste zeigt gleich den neuen Stand.');
  }
  under = one;
  fill(byId('senden-name'), `„${one.name}“`);
  fill(byId('senden-folgen'), effect(one, told));
  fill(byId('senden-sprachen'), one.words.map(words => line(one, words.language, told)));
  warn('senden-fehlt', told.missing.length > 0 ? missingWords(told.missing) : '');
  warn('senden-zugleich', told.overlaps.length > 0 ? together(told.overlaps) : '');
  byId('senden-warum').value = '';
  byId('senden-fehler').hidden = true;
  byId('senden-kasten').showModal();
  byId('senden-warum').focus();
}

function warn(id, words) {
  byId(id).hidden = words === '';
  fill(byId(id), words);
}

function effect(one, {waiting, waitingForPeople}) {
  const begins = new Date(one.startsAt) <= new Date() ? 'Ab sofort' : `Ab ${dated(one.startsAt)} Uhr`;
  const numbers = waiting === undefined || waiting === null
    ? 'Wie viele gerade warten, ist nicht bekannt.'
    : `Gerade warten ${count(waiting + (waitingForPeople ?? 0))}; sie hören es einmal vor ihrer nächsten Position.`;
  return `${begins} für alle, die anrufen, vor allem anderen, bis ${dated(one.endsAt)} Uhr. ${numbers}`;
}

function line(one, tag, {seconds, mostSeconds}) {
  const length = seconds[tag];
  const state = el('span', {id: `gehoert-${tag}`}, heardOf(one).includes(tag) ? ', angehört' : ', noch nicht angehört');
  const words = length === undefined
    ? 'gerade keine Stimme'
    : `${about(length)} Sekunden${length > mostSeconds ? `, höchstens ${mostSeconds} sind möglich` : ''}`;
  return el('li', {class: 'spoken'},
      el('span', {}, `${language(tag)}: ${words}`, state),
      listening(one, tag, `probe-${tag}`, () => fill(state, ', angehört')));
}

function together(others) {
  const names = others.map(other => `„${other.name}“ (ab ${timeOf(other.startsAt)} Uhr)`).join(', ');
  return `In derselben Zeit ist auch zu hören: ${names}. Alle werden gesagt, in der Reihenfolge ihres Beginns.`;
}

function wrong() {
  return byId('senden-warum').value.trim() === '' ? {'senden-warum': 'Bitte sagen Sie in einem Satz, warum.'} : {};
}

async function publish() {
  const missing = under.words.map(words => words.language).filter(tag => !heardOf(under).includes(tag));
  if (missing.length > 0) {
    throw new Refused(0, 'not-heard', `Bitte erst bis zum Ende anhören: ${missing.map(language).join(', ')}.`);
  }
  const told = await ask('POST', `/announcements/${under.id}/publish`,
      {body: {basedOn: under.version, heard: heardOf(under), why: byId('senden-warum').value.trim()}});
  byId('senden-kasten').close();
  await done(told);
}
