/** Who is at the telephones, what was booked, what is left, and what does not work. */

import {byId, el, fill} from './dom.js';
import {everySecond, follow, now} from './leitung-board.js';
import {put, tile} from './leitung-room.js';
import {count, FAULTS, STOCK, timeOf} from './leitung-words.js';
import {PAUSES, STATES} from './platz-words.js';

const OLD_MS = 15_000;

let said = '';

/** Begins to show it. */
export function begin() {
  fill(byId('buchungen'), tile('gebucht-stunde', 'gebucht in der letzten Stunde'), tile('gebucht-heute', 'heute gebucht'));
  follow(show);
  everySecond(tick);
}

function show(board) {
  agents(board.agents ?? []);
  put('gebucht-stunde', count(board.bookings.lastHour));
  put('gebucht-heute', count(board.bookings.today));
  stock(board.stock ?? []);
  faults(board.faults ?? []);
  tick(board);
}

/** How many are in each state, and who. */
function agents(all) {
  const groups = Object.entries(STATES).map(([state, words]) => ({words, state, those: all.filter(one => one.state === state)}));
  fill(byId('plaetze-liste'), all.length === 0
    ? el('div', {}, el('dt', {}, 'Angemeldet'), el('dd', {class: 'figure'}, '0'))
    : groups.map(({words, state, those}) => el('div', {'data-state': state},
        el('dt', {}, words), el('dd', {class: 'figure'}, those.length),
        el('dd', {class: 'soft names'}, those.map(named).join(', ')))));
}

function named(agent) {
  const more = agent.state === 'PAUSED' ? PAUSES[agent.reason] : agent.reachable === false ? 'Telefon nicht erreichbar' : null;
  return more ? `${agent.shownName} (${more})` : agent.shownName;
}

function stock(centres) {
  fill(byId('vorrat-zeilen'), centres.length === 0
    ? el('tr', {}, el('td', {colspan: 3}, 'Wird gerade gezählt.'))
    : centres.map(one => el('tr', {'data-level': one.kind === 'AVAILABLE' ? '' : 'warn'},
        el('th', {scope: 'row'}, one.name),
        el('td', {class: 'number figure'}, STOCK[one.kind] ?? count(one.pairs)),
        el('td', {class: 'number'}, timeOf(one.at)))));
}

/** New faults are said once. */
function faults(kinds) {
  const words = kinds.map(kind => FAULTS[kind] ?? `Eine Prüfung schlägt fehl: ${kind}`);
  const all = words.join(' ');
  byId('stoerungen').hidden = words.length === 0;
  if (all !== said) {
    fill(byId('stoerungen-liste'), words.map(one => el('li', {}, one)));
    fill(byId('ansage'), all === '' ? 'Alles geht wieder.' : all);
    said = all;
  }
}

function tick(board) {
  const age = now() - Date.parse(board.at);
  fill(byId('stand'), `Stand ${timeOf(board.at)} Uhr${age > OLD_MS ? ', seitdem nichts Neues vom Server' : ''}`);
}
