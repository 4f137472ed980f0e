/** What is different between two versions of the settings, and changes of two people put together. */

import {inWords} from './schlangen-hours.js';

export const WEEKDAYS = {MONDAY: 'Montag', TUESDAY: 'Dienstag', WEDNESDAY: 'Mittwoch', THURSDAY: 'Donnerstag',
  FRIDAY: 'Freitag', SATURDAY: 'Samstag', SUNDAY: 'Sonntag'};

const NAMES = {
  dialogues: ['Anrufe zugleich in der Ansage', number => String(number)],
  order: ['Plätze bei der Öffnung', order => order === 'DRAW' ? 'durch Los' : 'nach der Reihe'],
  lobbySeconds: ['Vor der Öffnung warten', minutes],
  keptSeconds: ['Platz behalten', minutes],
  soonestSeconds: ['Position sagen, frühestens alle', seconds],
  latestSeconds: ['Position sagen, spätestens alle', seconds],
  callback: ['Rückruf anbieten', yes],
  closing: ['Wer bei Schluss wartet', rule => rule === 'SERVE' ? 'kommt noch dran' : 'wird zurückgerufen'],
  stock: ['Wartenden sagen, ob es Termine gibt', yes],
  rangeMinutes: ['Stufen der Wartezeit', all => `${all.join(', ')} Minuten`],
  calling: ['Rückrufe', hours => hours === null || hours === undefined ? 'wie beim Start eingestellt' : `${hours.from} bis ${hours.until} Uhr`],
  music: ['Zwischen den Ansagen', music => music === 'TONE' ? 'Stille mit leisem Ton' : 'Musik'],
  recording: ['Vor Gesprächen fragen, ob aufgenommen werden darf', yes],
  priorities: ['Vorrang der Gruppen 1 bis 9', all => all.join(', ')],
};

function minutes(value) {
  return value === 60 ? '1 Minute' : `${(value / 60).toLocaleString('de-DE', {maximumFractionDigits: 2})} Minuten`;
}

function seconds(value) {
  return `${value} Sekunden`;
}

function yes(value) {
  return value ? 'ja' : 'nein';
}

/** Settings as one map: of two maps it is seen what is different. */
function flat({hours, ...rest}) {
  // The server leaves out what is null.
  const all = new Map(Object.entries({...rest, calling: rest.calling ?? null}));
  Object.keys(WEEKDAYS).forEach(day => all.set(`week.${day}`, hours.week[day] ?? []));
  Object.entries(hours.days).forEach(([day, spans]) => all.set(`days.${day}`, spans));
  return all;
}

function whole(all) {
  const settings = {hours: {week: {}, days: {}}};
  all.forEach((value, key) => {
    const [part, day] = key.split('.');
    if (day === undefined) {
      settings[part] = value;
    } else if (part === 'days' || value.length > 0) {
      settings.hours[part][day] = value;
    }
  });
  return settings;
}

function differs(a, b, key) {
  return JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key));
}

function keysOf(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])].filter(key => differs(before, after, key));
}

/**
 * What is different.
 *
 * @returns {Array<{name: string, before: string, after: string}>} empty when nothing is
 */
export function changes(before, after) {
  const old = flat(before);
  const fresh = flat(after);
  return keysOf(old, fresh).map(key => ({name: name(key), before: words(key, old), after: words(key, fresh)}));
}

function name(key) {
  const [part, day] = key.split('.');
  if (part === 'week') {
    return WEEKDAYS[day];
  }
  return part === 'days' ? day.split('-').reverse().join('.') : NAMES[key][0];
}

function words(key, all) {
  const value = all.get(key);
  if (value === undefined) {
    return 'wie der Wochentag';
  }
  return key.includes('.') ? inWords(value) : NAMES[key][1](value);
}

/**
 * Two people have changed the same version: what one has changed is put into what the other has made of it.
 *
 * @param {Object} before what both have seen
 * @param {Object} mine what this one wants
 * @param {Object} theirs what is in force now
 * @returns {{settings: Object, both: Array<string>}} both: names of what both have changed in different ways, and which
 *     is as this one wants it
 */
export function together(before, mine, theirs) {
  const old = flat(before);
  const own = flat(mine);
  const all = flat(theirs);
  const others = new Set(keysOf(old, all));
  const both = [];
  for (const key of keysOf(old, own)) {
    if (others.has(key) && differs(own, all, key)) {
      both.push(name(key));
    }
    if (own.has(key)) {
      all.set(key, own.get(key));
    } else {
      all.delete(key);
    }
  }
  return {settings: whole(all), both};
}
