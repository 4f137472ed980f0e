/** The settings as a form: shown, checked in words, and read again. */

import {byId, el, fill} from './dom.js';
import {WEEKDAYS} from './schlangen-diff.js';
import {parsed, written} from './schlangen-hours.js';

const WRONG_HOURS = 'Bitte so: 8-12, 14-20:30. Jede Zeit einmal, das Ende nach dem Anfang.';

const RANGES = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];
const GROUPS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const EARLIEST = 7 * 60;
const LATEST = 22 * 60;

let days = new Map();
let names = new Map();

/** Begins to show it. */
export function begin() {
  fill(byId('woche'), Object.entries(WEEKDAYS).map(([day, words]) => hoursField(`woche-${day}`, words)));
  fill(byId('stufen'), RANGES.map(minutes => el('p', {class: 'choice'},
      el('input', {type: 'checkbox', id: `stufe-${minutes}`}), el('label', {for: `stufe-${minutes}`}, String(minutes)))));
  fill(byId('vorrang'), GROUPS.map(group => el('div', {class: 'field'}, el('label', {for: `vorrang-${group}`}, `Gruppe ${group}`),
      el('select', {id: `vorrang-${group}`, 'aria-describedby': 'vorrang-hinweis'},
          GROUPS.map(place => el('option', {value: place}, String(place)))))));
  byId('tag-dazu').addEventListener('click', addDay);
  byId('feiertage').addEventListener('click', addHolidays);
}

function hoursField(id, words, more = null) {
  return [
    el('label', {for: id}, words),
    el('div', {}, el('div', {class: 'with-button'},
        el('input', {id, maxlength: 120, placeholder: 'geschlossen', 'aria-describedby': `zeiten-hinweis ${id}-fehler`}), more),
    el('p', {class: 'wrong', id: `${id}-fehler`})),
  ];
}

/** These are the holidays that come. */
export function holidays(coming) {
  names = new Map(coming.map(({day, name}) => [day, name]));
  showDays();
}

/** Shows settings. */
export function show(settings) {
  byId('dialoge').value = settings.dialogues;
  byId('reihenfolge').value = settings.order;
  byId('vorher').value = minutes(settings.lobbySeconds);
  byId('behalten').value = minutes(settings.keptSeconds);
  byId('fruehestens').value = settings.soonestSeconds;
  byId('spaetestens').value = settings.latestSeconds;
  byId('vorrat-sagen').checked = settings.stock;
  byId('rueckruf').checked = settings.callback;
  byId('schluss').value = settings.closing;
  byId('musik').value = settings.music;
  byId('aufnahme-fragen').checked = settings.recording;
  RANGES.forEach(minutes => {
    byId(`stufe-${minutes}`).checked = settings.rangeMinutes.includes(minutes);
  });
  byId('anrufen-von').value = settings.calling?.from ?? '';
  byId('anrufen-bis').value = settings.calling?.until ?? '';
  GROUPS.forEach((group, i) => {
    byId(`vorrang-${group}`).value = String(settings.priorities[i]);
  });
  Object.keys(WEEKDAYS).forEach(day => {
    byId(`woche-${day}`).value = written(settings.hours.week[day] ?? []);
  });
  days = new Map(Object.entries(settings.hours.days).map(([day, spans]) => [day, written(spans)]));
  showDays();
}

function minutes(seconds) {
  return String(seconds / 60).replace('.', ',');
}

function showDays() {
  const listed = [...days].sort(([a], [b]) => a.localeCompare(b));
  fill(byId('tage'), listed.map(([day]) => hoursField(`tag-${day}`, dayName(day), el('button', {type: 'button',
    class: 'button quiet', 'aria-label': `${dayName(day)} entfernen`, on: {click: () => remove(day)}}, 'Entfernen'))));
  listed.forEach(([day, hours]) => {
    const field = byId(`tag-${day}`);
    field.value = hours;
    field.addEventListener('input', () => days.set(day, field.value));
  });
  byId('tage-leer').hidden = listed.length > 0;
}

function dayName(day) {
  const date = new Date(`${day}T00:00:00Z`).toLocaleDateString('de-DE',
      {weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC'});
  return names.has(day) ? `${date}, ${names.get(day)}` : date;
}

function remove(day) {
  days.delete(day);
  showDays();
  byId('tag-neu').focus();
}

function addDay() {
  const day = byId('tag-neu').value;
  const wrong = day === '' ? 'Bitte wählen Sie einen Tag.' : days.has(day) ? 'Dieser Tag steht schon in der Liste.' : null;
  fill(byId('tag-neu-fehler'), wrong);
  if (wrong === null) {
    days.set(day, '');
    showDays();
    byId(`tag-${day}`).focus();
    byId('tag-neu').value = '';
  } else {
    byId('tag-neu').focus();
  }
}

/** Those that are not there yet, closed; the others stay as they are. */
function addHolidays() {
  [...names.keys()].filter(day => !days.has(day)).forEach(day => days.set(day, ''));
  showDays();
}

/** What is wrong, by the ids of fields. */
export function wrong() {
  const found = {};
  const soonest = number('fruehestens');
  within(found, 'dialoge', number('dialoge'), 1, 10_000, 'Bitte eine Zahl von 1 bis 10.000.');
  within(found, 'vorher', secondsOf('vorher'), 0, 14_400, 'Bitte 0 bis 240 Minuten.');
  within(found, 'behalten', secondsOf('behalten'), 60, 7_200, 'Bitte 1 bis 120 Minuten.');
  within(found, 'fruehestens', soonest, 10, 600, 'Bitte 10 bis 600 Sekunden.');
  within(found, 'spaetestens', number('spaetestens'), soonest, 3_600, 'Bitte mindestens so lange wie frühestens, bis 3.600 Sekunden.');
  if (ranges().length < 2) {
    fill(byId('stufen-fehler'), 'Bitte mindestens zwei Stufen.');
    found['stufe-1'] = 'Bitte mindestens zwei Stufen.';
  }
  callingWrong(found);
  Object.keys(WEEKDAYS).forEach(day => hoursWrong(found, `woche-${day}`));
  days.forEach((_, day) => hoursWrong(found, `tag-${day}`));
  return found;
}

function ranges() {
  return RANGES.filter(minutes => byId(`stufe-${minutes}`).checked);
}

/** Minutes of the day; NaN for what is none. */
function timeOf(id) {
  const parts = /^(\d{1,2})(?::(\d{2}))?$/.exec(byId(id).value.trim());
  const minutes = parts === null ? NaN : Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return parts !== null && Number(parts[2] ?? 0) < 60 ? minutes : NaN;
}

function callingWrong(found) {
  if (byId('anrufen-von').value.trim() === '' && byId('anrufen-bis').value.trim() === '') {
    return;
  }
  const from = timeOf('anrufen-von');
  if (!(from >= EARLIEST && from < LATEST)) {
    found['anrufen-von'] = 'Bitte eine Zeit von 7:00 an, wie 8:00.';
  }
  const until = timeOf('anrufen-bis');
  if (!(until <= LATEST && (Number.isNaN(from) || until > from))) {
    found['anrufen-bis'] = 'Bitte eine spätere Zeit, höchstens 22:00.';
  }
}

function clock(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function calling() {
  return byId('anrufen-von').value.trim() === '' ? null : {from: clock(timeOf('anrufen-von')), until: clock(timeOf('anrufen-bis'))};
}

function within(found, id, value, least, most, words) {
  if (!(Number.isInteger(value) && value >= least && value <= most)) {
    found[id] = words;
  }
}

function hoursWrong(found, id) {
  if (parsed(byId(id).value) === null) {
    found[id] = WRONG_HOURS;
  }
}

function number(id) {
  const text = byId(id).value.trim().replace(/(?<=\d)\.(?=\d{3}$)/, '');
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

function secondsOf(id) {
  const text = byId(id).value.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Number((Number(text) * 60).toFixed(6)) : NaN;
}

/** What somebody wants, when nothing is wrong. */
export function wanted() {
  const week = Object.keys(WEEKDAYS)
      .map(day => [day, parsed(byId(`woche-${day}`).value)])
      .filter(([, spans]) => spans.length > 0);
  return {
    dialogues: number('dialoge'),
    order: byId('reihenfolge').value,
    lobbySeconds: secondsOf('vorher'),
    keptSeconds: secondsOf('behalten'),
    soonestSeconds: number('fruehestens'),
    latestSeconds: number('spaetestens'),
    callback: byId('rueckruf').checked,
    closing: byId('schluss').value,
    stock: byId('vorrat-sagen').checked,
    hours: {week: Object.fromEntries(week),
      days: Object.fromEntries([...days].map(([day, hours]) => [day, parsed(hours)]))},
    rangeMinutes: ranges(),
    calling: calling(),
    music: byId('musik').value,
    recording: byId('aufnahme-fragen').checked,
    priorities: GROUPS.map(group => Number(byId(`vorrang-${group}`).value)),
  };
}
