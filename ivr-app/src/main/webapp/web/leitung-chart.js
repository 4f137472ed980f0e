/** What was: a chart of today, of seven or of 31 days, with what was to be expected; and the same as a table. */

import uPlot from './uplot/dist/uPlot.esm.js';
import {ask, Refused} from './api.js';
import {save} from './csv.js';
import {byId, el, fill} from './dom.js';
import {about, count, dayOf, share, timeOf} from './leitung-words.js';

const AGE_MS = 60_000;
const HEIGHT = 260;
const MOST_HEIGHT = 520;

/** What is below the lines at a wall: their names, and the sentence on them. */
const BELOW = 150;
const SPANS = ['day', 'week', 'month'];

const FIGURES = {
  entered: {words: 'Anrufe', lines: [
    line('Ansage', '--accent', point => point.selfService?.entered),
    line('Ansage, erwartet', '--accent', point => point.expected?.selfService, true),
    line('Mensch', '--warn', point => point.people?.entered),
    line('Mensch, erwartet', '--warn', point => point.expected?.people, true)]},
  abandoned: both('Aufgegeben', flow => flow.abandoned),
  inTime: both('Rechtzeitig durch, in Prozent', flow => flow.measured > 0 ? 100 * flow.inTime / flow.measured : null),
  waiting: both('Wartende, höchstens', flow => flow.waiting),
  longest: both('Längste Wartezeit, in Minuten', flow => minutes(flow.longestSeconds)),
  booked: {words: 'Buchungen', lines: [
    line('Gebucht', '--accent', point => point.booked),
    line('erwartet', '--accent', point => point.expected?.booked, true)]},
};

let span = 'day';
let figure = 'entered';
let history = null;
let askedAt = 0;
let chart = null;

function line(words, colour, value, expected = false) {
  return {words, colour, value: point => value(point) ?? null, expected};
}

function both(words, value) {
  return {words, lines: [
    line('Ansage', '--accent', point => point.selfService ? value(point.selfService) : null),
    line('Mensch', '--warn', point => point.people ? value(point.people) : null)]};
}

function minutes(seconds) {
  return seconds === undefined || seconds === null ? null : seconds / 60;
}

/** Begins to show it. */
export function begin() {
  fill(byId('groesse'), Object.entries(FIGURES).map(([value, {words}]) => el('option', {value}, words)));
  byId('groesse').addEventListener('change', event => {
    figure = event.target.value;
    draw();
  });
  SPANS.forEach(one => byId(`zeitraum-${one}`).addEventListener('click', () => choose(one)));
  byId('tabelle-teil').addEventListener('toggle', table);
  byId('verlauf-csv').addEventListener('click', download);
  byId('verlauf-drucken').addEventListener('click', () => print());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new ResizeObserver(resized).observe(byId('bild'));
  // Asking now and then by itself would keep a session going that nobody uses.
  for (const kind of ['pointerdown', 'keydown', 'focus']) {
    window.addEventListener(kind, () => look());
  }
  look();
}

function choose(one) {
  span = one;
  SPANS.forEach(other => byId(`zeitraum-${other}`).setAttribute('aria-pressed', String(other === one)));
  look(true);
}

/** Asks for it again when it is old. */
export async function look(anew = false) {
  if (!anew && Date.now() - askedAt < AGE_MS) {
    return;
  }
  askedAt = Date.now();
  const wanted = span;
  try {
    const found = await ask('GET', `/wallboard/history?span=${wanted}`);
    if (wanted === span) {
      fill(byId('verlauf-fehler'));
      history = found;
      draw();
    }
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('verlauf-fehler'), refused.words);
  }
}

/** Draws it anew. */
export function draw() {
  if (history === null) {
    return;
  }
  const {lines, words} = FIGURES[figure];
  const shown = lines.filter(one => history.points.some(point => one.value(point) !== null));
  const times = history.points.map(point => Date.parse(point.at) / 1_000);
  const values = shown.map(one => history.points.map(one.value));
  chart?.destroy();
  byId('bild').hidden = false;
  chart = shown.length === 0 ? null : new uPlot(options(shown), [times, ...values], byId('bild'));
  fill(byId('verlauf-worte'), summary(words, shown));
  byId('bild').hidden = chart === null;
  byId('bild').setAttribute('aria-label', `${words}, als Linien`);
  table();
}

function options(shown) {
  const ink = colour('--soft');
  const grid = {stroke: colour('--line'), width: 1};
  return {
    width: Math.max(240, byId('bild').clientWidth),
    height: height(),
    cursor: {drag: {x: false, y: false}},
    scales: {y: {range: (_, least, most) => [Math.min(0, least ?? 0), Math.max(1, (most ?? 0) * 1.05)]}},
    axes: [
      {stroke: ink, grid, ticks: grid, space: 70, values: (_, splits) => splits.map(at => label(at * 1_000))},
      {stroke: ink, grid, ticks: grid, size: 60, values: (_, splits) => splits.map(about)},
    ],
    legend: {markers: {dash: (_, index) => shown[index - 1]?.expected ? 'dashed' : 'solid'}},
    series: [
      {label: 'Zeit', value: (_, at) => at === null ? '' : labelWhole(at * 1_000)},
      ...shown.map(one => ({
        label: one.words,
        stroke: colour(one.colour),
        width: one.expected ? 1.5 : 2,
        dash: one.expected ? [6, 5] : undefined,
        points: {show: history.step === 'day' && !one.expected, filter: alone},
        value: (_, value) => value === null || value === undefined ? '–' : about(value),
      })),
    ],
  };
}

/** Where points are drawn: a value between two that are not known is no line, and would not be seen. */
function alone(drawn, index, all) {
  if (all) {
    return null;
  }
  const values = drawn.data[index];
  const isKnown = at => values[at] !== null && values[at] !== undefined;
  return [...values.keys()].filter(at => isKnown(at) && !isKnown(at - 1) && !isKnown(at + 1));
}

function height() {
  if (!document.body.classList.contains('wall')) {
    return HEIGHT;
  }
  const room = window.innerHeight - byId('bild').getBoundingClientRect().top - window.scrollY - BELOW;
  return Math.min(MOST_HEIGHT, Math.max(HEIGHT, room));
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function label(at) {
  return history.step === 'quarter' ? timeOf(at) : dayOf(at);
}

function labelWhole(at) {
  return history.step === 'day' ? dayOf(at) : `${dayOf(at)}, ${timeOf(at)}`;
}

function summary(words, shown) {
  if (shown.length === 0) {
    return 'Für diesen Zeitraum ist noch nichts bekannt.';
  }
  if (figure !== 'entered' && figure !== 'booked') {
    return words;
  }
  const past = history.points.filter(point => point.booked !== undefined && point.booked !== null);
  const sum = (points, value) => points.reduce((all, point) => all + (value(point) ?? 0), 0);
  const was = shown.find(one => !one.expected);
  const hoped = shown.find(one => one.expected);
  if (was === undefined) {
    return 'Bisher ist in diesem Zeitraum nichts bekannt; gestrichelt steht, was zu erwarten ist.';
  }
  const told = `${words} (${was.words}) in diesem Zeitraum: ${count(sum(past, was.value))}`;
  return hoped === undefined
    ? `${told}. Für einen Vergleich fehlen noch frühere Wochen.`
    : `${told}, das sind ${share(sum(past, was.value), sum(past, hoped.value))} dessen, was bis jetzt zu erwarten war.`
      + ' Gestrichelt: Mittel desselben Wochentags der letzten vier Wochen.';
}

/** Made when somebody wants to see it. */
function table() {
  if (!byId('tabelle-teil').open || history === null) {
    return;
  }
  const {lines} = FIGURES[figure];
  fill(byId('tabelle-kopf'), el('tr', {}, el('th', {scope: 'col'}, 'Zeit'),
      lines.map(one => el('th', {scope: 'col', class: 'number'}, one.words))));
  fill(byId('tabelle-zeilen'), history.points
      .filter(point => lines.some(one => one.value(point) !== null))
      .map(point => el('tr', {}, el('th', {scope: 'row'}, labelWhole(Date.parse(point.at))),
          lines.map(one => el('td', {class: 'number'}, one.value(point) === null ? '–' : about(one.value(point)))))));
}

/** All figures of the span, not only the one that is drawn. */
function download() {
  if (history === null) {
    return;
  }
  const lines = Object.values(FIGURES).flatMap(({words, lines: some}) => some.map(one => ({...one, words: `${words}: ${one.words}`})));
  save(`verlauf-${history.step}.csv`, [['Zeit', ...lines.map(one => one.words)],
    ...history.points.map(point => [point.at, ...lines.map(one => one.value(point) ?? '')])]);
}

function resized() {
  chart?.setSize({width: Math.max(240, byId('bild').clientWidth), height: height()});
}
