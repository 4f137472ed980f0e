/** How full a centre is, day by day: a chart, and the same as a table. */

import uPlot from './uplot/dist/uPlot.esm.js';
import {ask} from './api.js';
import {byId, el, fill} from './dom.js';
import {count, dayOf, share} from './leitung-words.js';

const HEIGHT = 240;
const NOON = 'T11:00:00Z';

let days = [];
let chart = null;

/** Begins to show it. */
export function begin() {
  byId('auslastung-tabelle').addEventListener('toggle', table);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new ResizeObserver(() => chart?.setSize({width: width(), height: HEIGHT})).observe(byId('auslastung-bild'));
}

/** Shows those of a centre. */
export async function look(centre, number) {
  const {items} = await ask('GET', `/centres/${encodeURIComponent(centre)}/utilisation?days=${number}`);
  days = items;
  draw();
}

/** How many have an appointment on these days, as far as they are shown; null when they are not. */
export function booked(from, until) {
  const shown = days.filter(one => one.day >= from && one.day <= until);
  const all = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  return shown.length === all ? shown.reduce((sum, one) => sum + one.booked, 0) : null;
}

function draw() {
  const times = days.map(one => Date.parse(one.day + NOON) / 1_000);
  const seats = days.reduce((sum, one) => sum + one.seats, 0);
  const taken = days.reduce((sum, one) => sum + one.booked, 0);
  const free = days.reduce((sum, one) => sum + one.free, 0);
  chart?.destroy();
  chart = seats === 0 ? null : new uPlot(options(), [times, days.map(one => one.seats), days.map(one => one.booked)],
      byId('auslastung-bild'));
  fill(byId('auslastung-worte'), seats === 0
    ? 'In diesem Zeitraum gibt es keine Plätze.'
    : `${count(taken)} von ${count(seats)} Plätzen sind gebucht (${share(taken, seats)}), ${count(free)} sind frei. Ein Paar braucht zwei.`);
  table();
}

function width() {
  return Math.max(240, byId('auslastung-bild').clientWidth);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function options() {
  const ink = colour('--soft');
  const grid = {stroke: colour('--line'), width: 1};
  const bars = uPlot.paths.bars({size: [0.7, 60]});
  return {
    width: width(),
    height: HEIGHT,
    cursor: {drag: {x: false, y: false}},
    scales: {y: {range: (_, least, most) => [0, Math.max(1, (most ?? 0) * 1.05)]}},
    axes: [
      {stroke: ink, grid, ticks: grid, space: 70, values: (_, splits) => splits.map(at => dayOf(at * 1_000))},
      {stroke: ink, grid, ticks: grid, size: 60, values: (_, splits) => splits.map(count)},
    ],
    series: [
      {label: 'Tag', value: (_, at) => at === null ? '' : dayOf(at * 1_000)},
      {label: 'Plätze', stroke: colour('--edge'), fill: colour('--sunken'), paths: bars, points: {show: false}, value: number},
      {label: 'gebucht', stroke: colour('--accent'), fill: colour('--accent'), paths: bars, points: {show: false}, value: number},
    ],
  };
}

function number(_, value) {
  return value === null || value === undefined ? '–' : count(value);
}

function table() {
  if (!byId('auslastung-tabelle').open) {
    return;
  }
  fill(byId('auslastung-zeilen'), days.map(one => el('tr', {'data-closed': String(one.closed)},
      el('th', {scope: 'row'}, dayOf(one.day + NOON), one.closed ? ' (geschlossen)' : ''),
      [count(one.seats), count(one.booked), count(one.free), share(one.booked, one.seats)]
          .map(cell => el('td', {class: 'number'}, cell)))));
}
