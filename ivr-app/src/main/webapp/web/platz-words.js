/** What stands for the words of the server at the desk, and how times are shown there. */

const ZONE = 'Europe/Berlin';

export const STATES = {SIGNED_IN: 'Angemeldet, noch nicht bereit', READY: 'Bereit', RINGING: 'Es klingelt',
  TALKING: 'Im Gespräch', WRAPPING: 'Nachbearbeitung', PAUSED: 'Pause'};

export const SIGNED_OUT = 'An keinem Telefon';

export const PAUSES = {BREAK: 'Kurze Pause', LUNCH: 'Mittag', MEETING: 'Besprechung', TRAINING: 'Schulung',
  OTHER: 'Anderes', NO_ANSWER: 'Anruf nicht angenommen', DECLINED: 'Anruf abgelehnt, oder besetzt',
  PHONE_LOST: 'Telefon nicht erreichbar', FORCED: 'Von der Leitung gesetzt'};

export const REASONS = {ASKED: 'möchte mit einem Menschen sprechen (Taste 0)', SILENT: 'hat zweimal nichts gedrückt',
  NOT_UNDERSTOOD: 'kam mit den Tasten nicht zurecht', WRONG_CODES: 'hat dreimal einen falschen Code eingegeben',
  NO_LETTER: 'hat keinen Brief zur Hand', LOCKED: 'Code ist gesperrt',
  FAILURE: 'etwas hat technisch nicht funktioniert', AGENT_LOST: 'das vorige Gespräch ist abgebrochen',
  CALLED_BACK: 'wurde von uns zurückgerufen'};

export const RESULTS = {BOOKED: 'Termine gebucht', MOVED: 'Termine verlegt', CANCELLED: 'Termine abgesagt',
  WAITING_LIST: 'Auf die Warteliste gesetzt', INFORMED: 'Frage beantwortet', CALL_BACK: 'Ruft wieder an',
  PASSED_ON: 'Weitergegeben', BROKEN_OFF: 'Gespräch abgebrochen', OTHER: 'Anderes'};

export const POINTS = {termine: 'Terminauskunft', buchen: 'Termine buchen', verschieben: 'Termine verschieben',
  warteliste: 'Warteliste'};

export const IDENTIFIED = {CODE: 'bekannt durch den Code', QUESTIONS: 'bekannt durch Fragen'};

export const LISTENS = {LISTEN: 'hört zu', WHISPER: 'hört zu und spricht nur mit Ihnen', JOIN: 'spricht mit'};

export const RECORDINGS = {refused: 'Wird nicht aufgenommen: nicht gewünscht.',
  running: 'Das Gespräch wird aufgenommen.', stopped: 'Das Gespräch wurde aufgenommen.',
  deleted: 'Die Aufnahme ist gelöscht.'};

export const IN_VAIN = {NO_ANSWER: 'hat nicht abgenommen.', DECLINED: 'hat abgelehnt.', LEFT: 'hat aufgelegt.'};

export const SPEAKERS = {TOLD: 'Ansage', ASKED: 'Frage', KEYED: 'Eingabe'};

const names = new Intl.DisplayNames('de', {type: 'language'});
const day = new Intl.DateTimeFormat('de-DE',
    {weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC'});
const clock = new Intl.DateTimeFormat('de-DE', {hour: '2-digit', minute: '2-digit', timeZone: ZONE});

/** A language, as Türkisch for tr. */
export function language(code) {
  return names.of(code) ?? code;
}

/** A date without a time, as 10.04.1938 for 1938-04-10. */
export function date(iso) {
  return iso.split('-').reverse().join('.');
}

/** A local time, as `Di., 19.01.2021, 08:30` for 2021-01-19T08:30. */
export function appointment(local) {
  return `${day.format(new Date(`${local.slice(0, 10)}T00:00:00Z`))}, ${local.slice(11, 16)}`;
}

/** A moment, as 18:05. */
export function at(instant) {
  return clock.format(new Date(instant));
}

/** So long, as 4:31; from an hour on 1:04:31. Never negative. */
export function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const two = number => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/**
 * A day as people write it: 10.4.1938, 10.04.38 is none, 1938-04-10 is one too.
 *
 * @returns {string|null} as 1938-04-10; null when it is none
 */
export function isoDay(typed) {
  const german = /^\s*(\d{1,2})\s*[. /]\s*(\d{1,2})\s*[. /]\s*(\d{4})\s*$/.exec(typed) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(typed.trim());
  const iso = german === null
    ? typed.trim()
    : `${german[3]}-${german[2].padStart(2, '0')}-${german[1].padStart(2, '0')}`;
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
