/** What stands for the words of the server in the console, and how numbers and times are shown there. */

const ZONE = 'Europe/Berlin';

export const FAULTS = {
  'database': 'Die Datenbank antwortet nicht. Anrufe gehen weiter, aber es kann nichts nachgesehen oder gebucht werden.',
  'agi-port': 'Es können keine weiteren Anrufe angenommen werden.',
  'prompts': 'Es gibt keine deutsche Stimme. Neue Sätze können nicht gesprochen werden.',
  'calls-out': 'Die Telefonanlage ist nicht zu erreichen. Rückrufe warten so lange.',
  'figures-old': 'Die Zahlen der Warteschlangen sind veraltet.',
  'inlet-limited': 'Die Datenbank ist langsam. Deshalb werden weniger Anrufe zugleich in die Ansage gelassen.',
  'people-unattended': 'Jemand wartet auf einen Menschen, aber niemand ist an einem Telefon.',
};

export const PHASES = {SHUT: 'Geschlossen', LOBBY: 'Noch nicht offen, Anrufe warten auf die Öffnung', OPEN: 'Offen'};

export const STOCK = {AVAILABLE: null, ALL_HELD: 'alle vorgemerkt', SOLD_OUT: 'alles vergeben'};

const whole = new Intl.NumberFormat('de-DE', {maximumFractionDigits: 0});
const tenth = new Intl.NumberFormat('de-DE', {maximumFractionDigits: 1});
const moment = new Intl.DateTimeFormat('de-DE',
    {day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ZONE});
const day = new Intl.DateTimeFormat('de-DE', {weekday: 'short', day: '2-digit', month: '2-digit', timeZone: ZONE});
const clock = new Intl.DateTimeFormat('de-DE', {hour: '2-digit', minute: '2-digit', timeZone: ZONE});

/** A count, as 1.234. */
export function count(number) {
  return whole.format(number);
}

/** A number with one digit behind the comma, as 12,5. */
export function about(number) {
  return tenth.format(number);
}

/** So many parts of a hundred, as 83 %, which no end of a line breaks. */
export function percent(number) {
  return `${whole.format(number)}\u00a0%`;
}

/** A part of a whole, as 83 %; a dash when there is nothing yet. */
export function share(part, all) {
  return all > 0 ? percent(100 * part / all) : '–';
}

/** A moment with its day, as 28.11.2026, 18:05. */
export function dated(instant) {
  return moment.format(new Date(instant));
}

/** A day, as Sa., 28.11. */
export function dayOf(instant) {
  return day.format(new Date(instant));
}

/** A time of the day, as 18:05. */
export function timeOf(instant) {
  return clock.format(new Date(instant));
}

/** What callers are told, as `10 bis 20 Minuten`. */
export function range(from, until) {
  if (from === undefined || from === null) {
    return 'nicht bekannt';
  }
  if (until === undefined || until === null) {
    return `über ${from} Minuten`;
  }
  if (from === 0 && until === 1) {
    return 'unter einer Minute';
  }
  return from === 0 ? `unter ${until} Minuten` : `${from} bis ${until} Minuten`;
}

/** So many seconds, as `20 Sekunden` or `2 Minuten`. */
export function spanInWords(seconds) {
  if (seconds % 60 !== 0) {
    return `${count(seconds)} Sekunden`;
  }
  return seconds === 60 ? '1 Minute' : `${count(seconds / 60)} Minuten`;
}
