/** The agents: who is there, what they do, and what a supervisor does with it. */

import * as fresh from './plaetze-new.js';
import * as list from './plaetze-list.js';
import {ask, Refused} from './api.js';
import {byId, fill} from './dom.js';
import {sends} from './form.js';
import {took} from './leitung-board.js';
import {able, show, wrong as ableWrong} from './plaetze-skills.js';
import {offer} from './platz-choice.js';
import {begin} from './shell.js';
import {complain, say} from './toast.js';

let whom = null;

const {live} = await begin();
list.begin({pause: askPause, listen: askListen, able: askAble});
fresh.begin(look);
document.querySelectorAll('[data-zu]').forEach(button =>
  button.addEventListener('click', () => button.closest('dialog').close()));
sends(byId('pause'), pauseWrong, () => does('pause', {why: byId('pause-warum').value.trim()}, 'Die Pause ist gesetzt.'));
sends(byId('mithoeren'), listenWrong, () => does('observation',
    {phone: byId('mithoeren-telefon').value, mode: byId('mithoeren-wie').value}, 'Ihr Telefon klingelt gleich.'));
sends(byId('kann'), () => ableWrong('kann'), save);
live.on('wallboard', board => took(board));
await look();
live.start();

async function look() {
  try {
    await list.look();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    complain(refused.words);
  }
}

function open(agent, box, title) {
  whom = agent;
  byId(box).querySelectorAll('.notice').forEach(words => {
    words.hidden = true;
  });
  fill(byId(title.id), title.words);
  byId(box).showModal();
}

function askPause(agent) {
  byId('pause-warum').value = '';
  open(agent, 'pause-kasten', {id: 'pause-titel', words: `Pause setzen: ${agent.shownName}`});
  byId('pause-warum').focus();
}

async function askListen(agent) {
  open(agent, 'mithoeren-kasten', {id: 'mithoeren-titel', words: `Mithören: ${agent.shownName}`});
  try {
    const {items} = await ask('GET', '/desk/phones');
    const free = items.filter(phone => phone.reachable !== false && phone.name !== agent.phone);
    offer(byId('mithoeren-telefon'), free.map(phone =>
      ({value: phone.name, words: phone.taken ? `${phone.name} (jemand sitzt dort)` : phone.name})));
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    complain(refused.words);
  }
}

function askAble(agent) {
  show('kann', agent);
  open(agent, 'kann-kasten', {id: 'kann-titel', words: `Sprachen und Kenntnisse: ${agent.shownName}`});
}

function pauseWrong() {
  return byId('pause-warum').value.trim() === '' ? {'pause-warum': 'Bitte sagen Sie in einem Satz, warum.'} : {};
}

function listenWrong() {
  return byId('mithoeren-telefon').value === '' ? {'mithoeren-telefon': 'Gerade ist kein anderes Telefon erreichbar.'} : {};
}

async function does(what, body, words) {
  await ask('POST', `/agents/${whom.name}/${what}`, {body});
  document.querySelector('dialog[open]').close();
  say(words);
}

async function save() {
  await ask('PUT', `/agents/${whom.name}`, {body: able('kann')});
  byId('kann-kasten').close();
  say('Das gilt ab dem nächsten Anruf.');
  await look();
}
