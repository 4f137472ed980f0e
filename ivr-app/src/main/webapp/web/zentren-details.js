/** A centre's details and hours; breaks are the gaps between the hours of a day. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {parsed, written} from './schlangen-hours.js';
import {say} from './toast.js';

const DAYS = {MONDAY: 'Montag', TUESDAY: 'Dienstag', WEDNESDAY: 'Mittwoch', THURSDAY: 'Donnerstag', FRIDAY: 'Freitag',
  SATURDAY: 'Samstag', SUNDAY: 'Sonntag'};
const NUMBERS = {linien: [0, 127], dauer: [5, 240], anteil: [0, 1_000_000]};
const TEXTS = {name: 'Bitte einen Namen.', strasse: 'Bitte Straße und Hausnummer.', ort: 'Bitte einen Ort.'};

let centre = '';
let before = null;
let renamed = async () => {};

/** Begins to show them; `after` is called when the name may be another one. */
export function begin(after) {
  renamed = after;
  fill(byId('zeiten'), Object.entries(DAYS).map(([day, words]) => [
    el('label', {for: `zeit-${day}`}, words),
    el('div', {}, el('input', {id: `zeit-${day}`, maxlength: 40, 'aria-describedby': `zeiten-hinweis zeit-${day}-fehler`}),
        el('p', {class: 'wrong', id: `zeit-${day}-fehler`}))]));
  sends(byId('angaben'), wrong, save);
}

/** Shows those of a centre. */
export async function look(id) {
  centre = id;
  const [details, hours, breaks] = await Promise.all(['details', 'hours', 'breaks'].map(part =>
    ask('GET', `/centres/${encodeURIComponent(id)}/${part}`, {tagged: true})));
  if (centre !== id) {
    return;
  }
  before = {details, hours, breaks};
  show(details.json, spans(hours.json, breaks.json));
}

function show(details, open) {
  byId('name').value = details.name;
  byId('strasse').value = details.street;
  byId('plz').value = details.postcode;
  byId('ort').value = details.town;
  byId('linien').value = details.lanes;
  byId('dauer').value = details.slotMinutes;
  byId('anteil').value = details.weight;
  byId('feiertags').checked = details.openOnHolidays;
  for (const day of Object.keys(DAYS)) {
    byId(`zeit-${day}`).value = written(open[day] ?? []);
  }
}

/** Hours without their breaks, by weekday. */
function spans(hours, breaks) {
  const open = {};
  for (const {weekday, opens, closes} of hours) {
    let from = short(opens);
    open[weekday] = [];
    for (const pause of breaks.filter(one => one.weekday === weekday)) {
      if (short(pause.begins) > from) {
        open[weekday].push({from, until: short(pause.begins)});
      }
      from = short(pause.ends) > from ? short(pause.ends) : from;
    }
    if (from < short(closes)) {
      open[weekday].push({from, until: short(closes)});
    }
  }
  return open;
}

function short(time) {
  return time.slice(0, 5);
}

function wrong() {
  const found = {};
  for (const [id, words] of Object.entries(TEXTS)) {
    if (byId(id).value.trim() === '') {
      found[id] = words;
    }
  }
  if (!/^\d{5}$/.test(byId('plz').value.trim())) {
    found.plz = 'Bitte fünf Ziffern.';
  }
  for (const [id, [least, most]] of Object.entries(NUMBERS)) {
    const value = byId(id).value.trim();
    if (!/^\d{1,7}$/.test(value) || Number(value) < least || Number(value) > most) {
      found[id] = `Bitte eine Zahl von ${least} bis ${most.toLocaleString('de-DE')}.`;
    }
  }
  for (const day of Object.keys(DAYS)) {
    const open = parsed(byId(`zeit-${day}`).value);
    if (open === null || open.some(span => span.until === '24:00')) {
      found[`zeit-${day}`] = 'Bitte so: 8-12, 13-18';
    }
  }
  return found;
}

async function save() {
  const {details, hours, breaks} = wanted();
  const path = `/centres/${encodeURIComponent(centre)}`;
  try {
    await put(`${path}/details`, details, before.details);
    await put(`${path}/hours`, hours, before.hours);
    await put(`${path}/breaks`, breaks, before.breaks);
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.kind !== 'outdated') {
      throw refused;
    }
    await look(centre);
    throw new Refused(409, 'outdated', 'Jemand anderes hat dieses Zentrum inzwischen geändert. Es wurde nichts davon überschrieben; das'
      + ' Formular zeigt den neuen Stand. Bitte ändern Sie noch einmal, was Ihnen wichtig ist.');
  }
  say('Gespeichert. Es gilt für Plätze, die jetzt angelegt werden.');
  await look(centre);
  await renamed();
}

/** Only what is another one is sent. */
async function put(path, json, seen) {
  if (JSON.stringify(json) !== JSON.stringify(normal(seen.json))) {
    await ask('PUT', path, {body: json, headers: {'If-Match': seen.tag}});
  }
}

function normal(json) {
  return Array.isArray(json) ? json.map(one => Object.fromEntries(Object.entries(one).map(([name, value]) =>
    [name, /^\d\d:\d\d/.test(value) ? short(value) : value]))) : json;
}

function wanted() {
  const hours = [];
  const breaks = [];
  for (const day of Object.keys(DAYS)) {
    const open = parsed(byId(`zeit-${day}`).value);
    if (open.length > 0) {
      hours.push({weekday: day, opens: open[0].from, closes: open.at(-1).until});
      open.slice(1).forEach((span, i) => breaks.push({weekday: day, begins: open[i].until, ends: span.from}));
    }
  }
  const details = {...before.details.json, name: value('name'), street: value('strasse'), postcode: value('plz'), town: value('ort'),
    lanes: Number(value('linien')), slotMinutes: Number(value('dauer')), weight: Number(value('anteil')),
    openOnHolidays: byId('feiertags').checked};
  return {details, hours, breaks};
}

function value(id) {
  return byId(id).value.trim();
}
