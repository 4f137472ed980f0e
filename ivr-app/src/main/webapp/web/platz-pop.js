/** The caller at hand: why, in which language, what was said before, and what is held for them. */

import {byId, el, fill} from './dom.js';
import {isTyping} from './platz-choice.js';
import {everySecond, follow, now} from './platz-desk.js';
import {appointment, IDENTIFIED, language, PAUSES, REASONS, SPEAKERS, span} from './platz-words.js';

const TITLE = 'Ihr Platz – Durchkommen';
const RINGS = 'Anruf! – Ihr Platz – Durchkommen';
const EMPTY = {
  '': ['An keinem Telefon', 'Wählen Sie links Ihr Telefon, und melden Sie sich an.'],
  SIGNED_IN: ['Noch nicht bereit', 'Sie sind am Telefon angemeldet. Anrufe kommen, sobald Sie links auf „Bereit“ gehen.'],
  PAUSED: ['Pause', 'Es kommt kein Anruf, bis Sie links wieder auf „Bereit“ gehen.'],
  READY: ['Kein Anruf', 'Sobald jemand für Sie da ist, steht hier, wer anruft und worum es geht, noch bevor Ihr Telefon'
      + ' klingelt.'],
};

let shownTranscript = null;

/** Begins to show it. */
export function begin() {
  follow(show);
  everySecond(held);
}

function show(state, before) {
  const {talk} = state;
  const isNew = Boolean(talk) && talk.id !== before?.talk?.id;
  const hadFocus = !talk && byId('anruf').contains(document.activeElement);
  byId('anruf').hidden = !talk;
  byId('leer').hidden = Boolean(talk);
  document.title = state.state === 'RINGING' ? RINGS : TITLE;
  if (!talk) {
    const [title, words] = EMPTY[state.state ?? ''] ?? EMPTY.READY;
    fill(byId('leer-titel'), title);
    fill(byId('leer-worte'), words);
    shownTranscript = null;
    if (hadFocus) {
      byId('leer-titel').focus();
    }
  } else {
    fill(byId('anruf-titel'), title(state));
    fill(byId('anruf-grund'), talk.why ? `Warum: ${REASONS[talk.why] ?? talk.why}` : null);
    fill(byId('anruf-fakten'), facts(talk).map(words => el('li', {}, words)));
    transcript(talk);
    notes(talk);
  }
  held(state);
  if (before !== null || state.state === 'RINGING') {
    tell(state, before, isNew);
  }
}

function title({state, talk}) {
  if (talk.question) {
    return 'Rückfrage zu einem Anruf';
  }
  return {RINGING: 'Anruf: Ihr Telefon klingelt', TALKING: 'Im Gespräch', WRAPPING: 'Nach dem Gespräch'}[state]
      ?? 'Anruf';
}

function facts(talk) {
  return [
    `spricht ${language(talk.language)}`,
    talk.authenticated ? IDENTIFIED[talk.identifiedHow] ?? 'bekannt' : 'noch nicht bekannt, wer anruft',
    talk.hold ? 'Termine vorgemerkt' : null,
  ].filter(Boolean);
}

function transcript({id, transcript: lines = []}) {
  const shown = `${id}/${lines.length}`;
  if (shown === shownTranscript) {
    return;
  }
  shownTranscript = shown;
  const list = byId('bisher');
  fill(list, lines.length === 0
    ? el('li', {class: 'soft'}, 'Noch nichts.')
    : lines.map(({kind, text}) => el('li', {class: `said ${kind.toLowerCase()}`},
        el('span', {class: 'said-by'}, `${SPEAKERS[kind] ?? kind}: `), text)));
  list.scrollTop = list.scrollHeight;
}

/** What colleagues have written about the same call. */
function notes({notes: before = []}) {
  const list = byId('fruehere-notizen');
  list.hidden = before.length === 0;
  fill(list, before.map(({by, note}) => el('li', {}, el('strong', {}, `${by}: `), note)));
}

function held({talk}) {
  const line = byId('gemerkt');
  const hold = talk?.hold;
  line.hidden = !hold;
  if (hold) {
    const left = Date.parse(hold.until) - now();
    fill(line, el('strong', {}, 'Vorgemerkt: '),
        `${hold.centre}, ${appointment(hold.first)} und ${appointment(hold.second)} Uhr; `,
        left > 0 ? ['noch ', el('span', {class: 'figure'}, span(left))] : 'die Zeit ist um');
  }
}

/** The heading takes the focus, unless somebody would lose what they are typing in: then it is only said. */
function tell(state, before, isNew) {
  if (isNew && state.state === 'RINGING') {
    if (isTyping()) {
      say(`Anruf. ${byId('anruf-grund').textContent}`);
    } else {
      byId('anruf-titel').focus();
    }
  } else if (state.state !== before?.state) {
    say(news(state));
  }
}

function news(state) {
  switch (state.state) {
    case 'TALKING': return 'Das Gespräch hat begonnen.';
    case 'WRAPPING': return state.until
      ? `Das Gespräch ist zu Ende. ${span(Date.parse(state.until) - now())} Minuten für Notiz und Ergebnis.`
      : 'Das Gespräch ist zu Ende.';
    case 'READY': return 'Sie sind bereit.';
    case 'PAUSED': return `Sie sind in der Pause: ${PAUSES[state.reason] ?? ''}.`;
    case 'SIGNED_IN': return 'Sie sind am Telefon angemeldet.';
    default: return 'Sie sind an keinem Telefon.';
  }
}

function say(words) {
  fill(byId('ansage'), words);
}
