/** What is said to people when something does not work. The accounts' own problems are German already. */

const GERMAN = new Set(['login-refused', 'login-locked', 'login-busy', 'not-logged-in', 'csrf', 'foreign-origin',
  'password-change-needed', 'password-wrong', 'password-unfit', 'account-exists', 'own-account', 'person-needed',
  'phone-unknown', 'phone-taken', 'phone-unreachable', 'signed-in', 'signed-out', 'in-talk', 'no-talk', 'caller-unknown',
  'nobody-asked', 'agent-not-ready', 'talk-gone', 'exchange', 'no-interpreter']);

const BY_KIND = {
  'unauthorized': 'Sie sind nicht mehr angemeldet.',
  'forbidden': 'Das ist mit Ihrer Rolle nicht erlaubt.',
  'too-many-requests': 'Es sind gerade zu viele Anfragen auf einmal. Bitte warten Sie einen Augenblick.',
  'too-many-streams': 'Der Server ist gerade ausgelastet. Es geht gleich von selbst weiter.',
  'unknown': 'Die Datenbank antwortet gerade nicht. Es ist nichts verloren; bitte versuchen Sie es gleich noch einmal.',
  'not-found': 'Das gibt es nicht, oder nicht mehr.',
  'invalid': 'Eine Angabe fehlt oder stimmt nicht.',
  'too-large': 'Das ist zu viel auf einmal. Bitte kürzen Sie den Text.',
  'too-many-versions': 'Es gibt schon so viele Fassungen, dass keine mehr dazukommen kann.',
  'phone-exists': 'Es gibt schon ein Telefon mit diesem Namen.',
  'name-taken': 'Ein anderes Zentrum heißt schon so.',
  'outdated': 'Jemand anderes hat das inzwischen geändert. Bitte sehen Sie sich den neuen Stand an.',
  'idempotency-under-way': 'Das wird gerade schon erledigt.',
  'hold-lost': 'Die Vormerkung ist abgelaufen. Bitte merken Sie einen anderen Termin vor.',
  'already-booked': 'Es ist schon etwas gebucht. Bitte verlegen Sie die Termine, oder sagen Sie sie erst ab.',
  'nothing-booked': 'Es ist nichts gebucht.',
  'has-appointments': 'Wer Termine hat, braucht keine Warteliste. Bitte verlegen Sie die Termine, oder sagen Sie sie ab.',
  'all-held': 'Alles, was passt, ist gerade für andere vorgemerkt. In einigen Minuten kann etwas frei werden.',
  'sold-out': 'Alles, was passt, ist vergeben.',
  'no-match': 'Die Angaben passen zu niemandem, der eingeladen ist. Bitte fragen Sie noch einmal nach.',
  'locked': 'Es waren zu viele falsche Angaben. Das ist jetzt eine Zeit lang gesperrt.',
  'published': 'Anrufende hören das schon. Bitte ziehen Sie es zurück, bevor Sie es ändern.',
  'over': 'Die Zeit dafür ist vorbei. Bitte geben Sie ein späteres Ende an.',
  'too-many': 'Davon gibt es schon zu viele. Bitte ziehen Sie erst etwas zurück.',
  'too-long': 'Das dauert zu lange. Bitte kürzen Sie den Text.',
  'not-heard': 'Bitte hören Sie erst jede Sprache an.',
  'no-words': 'Es steht noch in keiner Sprache etwas da.',
  'no-voice': 'Gerade kann das keine Stimme sprechen. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
  'no-caller-key': 'Die Hotline hebt nicht auf, welche Anrufe von derselben Nummer kamen. Bitte suchen Sie nach der Zeit.',
  'bug': 'Im Programm ist ein Fehler aufgetreten. Bitte melden Sie ihn mit der Kennung.',
};

const NO_ANSWER = 'Der Server ist nicht zu erreichen. Bitte prüfen Sie die Verbindung.';
const TOO_SLOW = 'Der Server hat nicht rechtzeitig geantwortet. Bitte versuchen Sie es noch einmal.';
const OTHERWISE = 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.';

/**
 * A problem (RFC 9457) in words.
 *
 * @param {string} kind the end of its type
 * @param {{title?: string, detail?: string, reference?: string}} problem
 * @returns {string}
 */
export function wordsOf(kind, problem) {
  if (GERMAN.has(kind) || (kind === 'invalid' && /^Bitte |^Der |^Die /.test(problem.detail ?? ''))) {
    return problem.detail ?? OTHERWISE;
  }
  const until = kind === 'locked' && problem.until ? ` Wieder möglich ab ${hour(problem.until)} Uhr.` : '';
  const words = (BY_KIND[kind] ?? OTHERWISE) + until;
  return problem.reference ? `${words} Kennung: ${problem.reference}` : words;
}

/**
 * No answer at all, in words.
 *
 * @param {unknown} failure what fetch threw
 * @returns {string}
 */
export function wordsOfSilence(failure) {
  return failure instanceof DOMException && failure.name === 'TimeoutError' ? TOO_SLOW : NO_ANSWER;
}

function hour(instant) {
  return new Date(instant).toLocaleTimeString('de-DE', {hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin'});
}
