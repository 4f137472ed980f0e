/** What stands for outcomes and texts of calls. */

import {ask} from './api.js';

const PAGE = 500;
const LONGEST = 90;

export const OUTCOMES = {
  BOOKED: 'Termine gebucht', MOVED: 'Termine verlegt', CANCELLED: 'Termine abgesagt', HEARD: 'Termine gehört',
  WAITING_LIST: 'auf die Warteliste gesetzt', LEFT_LIST: 'von der Warteliste genommen', DECLINED: 'Angebot abgelehnt',
  CALLBACK: 'wird zurückgerufen', AGENT: 'an einen Menschen weitergegeben', PERSON: 'mit einem Menschen gesprochen',
  NOBODY: 'niemand war zu erreichen', SOLD_OUT: 'alles vergeben', LOCKED: 'Code gesperrt', FAILED: 'Störung',
  ENDED: 'verabschiedet, ohne dass etwas erledigt war', CLOSED: 'außerhalb der Zeiten', LINES_SHORT: 'keine Leitung frei',
  UNANSWERED: 'Rückruf ohne Antwort', HUNG_UP: 'aufgelegt',
};

const SCRIPTS = {call: 'hereingekommen', talked: 'nach einem Gespräch', callback: 'Rückruf aus der Warteschlange',
  offer: 'Anruf wegen eines freien Termins', person: 'Rückruf durch einen Menschen'};

const ENDINGS = {OVER: 'zu Ende', UNANSWERED: 'nicht abgenommen', ABANDONED: 'vorher aufgelegt', LOST: 'abgerissen',
  BACK: 'zurück in die Ansage', ONWARD: 'weitergegeben', UNKNOWN: 'ungeklärt'};

let texts = new Map();

/** Reads the German texts; without them their ids are shown. */
export async function begin() {
  let after = null;
  do {
    const page = await ask('GET', `/prompts?language=de&size=${PAGE}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`);
    page.items.forEach(one => texts.set(one.id, withoutPlaceholders(one.text)));
    after = page.next ?? null;
  } while (after !== null);
}

/** Which number or day was said is not kept. They may be one in the other. */
function withoutPlaceholders(pattern) {
  let all = pattern;
  while (/\{[^{}]*\}/.test(all)) {
    all = all.replace(/\{[^{}]*\}/g, '…');
  }
  return all;
}

/** What is said, in German. */
export function text(id) {
  return id === 'announcement' ? 'Dringende Ansage' : texts.get(id) ?? id;
}

/** The beginning of it. */
export function brief(id) {
  const all = text(id);
  return all.length <= LONGEST ? all : `${all.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}

export function outcome(word) {
  return OUTCOMES[word] ?? word;
}

export function script(word) {
  return SCRIPTS[word] ?? word;
}

export function ending(word) {
  return ENDINGS[word] ?? 'läuft noch';
}

/** So many seconds, as 3:05. */
export function lasted(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
