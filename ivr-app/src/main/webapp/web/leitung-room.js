/** Both queues in numbers. */

import {byId, el, fill} from './dom.js';
import {everySecond, follow, now} from './leitung-board.js';
import {count, dated, percent, PHASES, range, share, spanInWords} from './leitung-words.js';
import {language, span} from './platz-words.js';

const HOUR_MS = 3_600_000;

const ROOMS = {
  selbst: {of: board => board.selfService, busy: 'in der Ansage'},
  mensch: {of: board => board.people, busy: 'Plätze im Gespräch'},
};

/** Begins to show them. */
export function begin() {
  Object.keys(ROOMS).forEach(id => fill(byId(`${id}-zahlen`), tiles(id)));
  follow(board => Object.keys(ROOMS).forEach(id => show(id, board)));
  everySecond(board => Object.keys(ROOMS).forEach(id => tick(id, board)));
}

function tiles(id) {
  return [
    tile(`${id}-warten`, 'warten jetzt', 'big'),
    tile(`${id}-laengste`, 'längste Wartezeit', 'big'),
    tile(`${id}-bereich`, 'wird Neuen gesagt'),
    tile(`${id}-quote`, 'rechtzeitig durch'),
    tile(`${id}-aufgegeben`, 'heute aufgegeben'),
    tile(`${id}-belegt`, ROOMS[id].busy),
    tile(`${id}-rueckrufe`, 'Rückrufe offen'),
    tile(`${id}-heute`, 'Anrufe heute'),
  ];
}

/** A number with its name, and room for a word on it. */
export function tile(id, name, kind = '') {
  return el('div', {class: `tile ${kind}`, id: `${id}-feld`},
      el('dt', {}, name), el('dd', {class: 'figure', id}, '–'), el('dd', {class: 'soft', id: `${id}-dazu`}));
}

function show(id, board) {
  const room = ROOMS[id].of(board);
  fill(byId(`${id}-phase`), phase(room));
  byId(id).dataset.phase = room.phase;
  put(`${id}-warten`, count(room.waiting), languages(room));
  put(`${id}-bereich`, room.known ? range(room.fromMinutes, room.untilMinutes) : '–');
  put(`${id}-belegt`, `${count(room.dialogues)} von ${count(room.limit)}`,
      room.set > room.limit && id === 'selbst' ? `erlaubt ${count(room.set)}` : null);
  put(`${id}-rueckrufe`, count(room.callbacks), room.absent > 0 ? `${count(room.absent)} gerade getrennt` : null);
  today(id, room.today, board.serviceLevel);
  tick(id, board);
}

function phase(room) {
  if (!room.known) {
    return 'Noch nichts bekannt';
  }
  return room.phase !== 'OPEN' && room.opens ? `${PHASES[room.phase]}: ${dated(room.opens)} Uhr` : PHASES[room.phase];
}

function languages({languages = {}}) {
  const others = Object.entries(languages).filter(([code]) => code !== 'de').sort(([, a], [, b]) => b - a);
  return others.slice(0, 3).map(([code, number]) => `${count(number)} ${language(code)}`).join(', ');
}

function today(id, day, {seconds, goalPercent}) {
  const part = day ? 100 * day.inTime / day.measured : NaN;
  put(`${id}-quote`, day ? share(day.inTime, day.measured) : '–',
      `in höchstens ${spanInWords(seconds)}; Ziel ${percent(goalPercent)}${part < goalPercent ? ', verfehlt' : ''}`);
  byId(`${id}-quote-feld`).dataset.level = part < goalPercent ? 'warn' : '';
  put(`${id}-aufgegeben`, day ? count(day.abandoned) : '–',
      day?.entered > 0 ? `${share(day.abandoned, day.entered)} der Anrufe` : null);
  put(`${id}-heute`, day ? count(day.entered) : '–', day ? `${count(day.putThrough)} durchgekommen` : null);
}

function tick(id, board) {
  const {oldest} = ROOMS[id].of(board);
  const [words, unit] = oldest ? waited(now() - Date.parse(oldest)) : ['–', 'niemand wartet'];
  put(`${id}-laengste`, words, unit);
}

/** Seconds are of no use from an hour on, and have no room. */
function waited(ms) {
  return ms < HOUR_MS ? [span(ms), 'Minuten'] : [span(ms).replace(/:\d\d$/, ''), 'Stunden'];
}

/** Shows a number, and a word on it. */
export function put(id, number, more = null) {
  set(byId(id), number);
  set(byId(`${id}-dazu`), more ?? '');
}

function set(node, words) {
  if (node.textContent !== String(words)) {
    fill(node, words);
  }
}
