/** The note of a talk, saved while it is typed, and what became of the talk. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {action, leadsTo} from './platz-action.js';
import {offer} from './platz-choice.js';
import {does, everySecond, follow, isFresh, known, now, talkId, took} from './platz-desk.js';
import {RESULTS, span} from './platz-words.js';
import {complain as toast} from './toast.js';

const PAUSE_MS = 700;
const AGAIN_MS = 3_000;
const HURRY_MS = 15_000;

let timer = 0;
let about = null;
let saved = '';
let sending = false;

/** Begins to show it. */
export function begin() {
  const note = byId('notiz');
  note.addEventListener('input', () => later(PAUSE_MS));
  note.addEventListener('blur', () => save());
  note.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      finish();
    }
  });
  leadsTo('notiz', 'alt+n', 'Zur Notiz');
  leadsTo('ergebnis', 'alt+c', 'Zum Ergebnis');
  const finish = action({id: 'abschliessen', keys: 'alt+f', words: 'Abschließen (in der Notiz auch Strg + Eingabe)',
    place: 'abschluss-fehler', why: cannotFinish, act: wrap});
  window.addEventListener('pagehide', () => isDirty() && save(true));
  window.addEventListener('beforeunload', event => isDirty() && !isFresh() && event.preventDefault());
  follow(show);
  everySecond(tick);
}

function isDirty() {
  return about !== null && byId('notiz').value !== saved;
}

function later(ms) {
  told();
  clearTimeout(timer);
  timer = setTimeout(() => save(), ms);
}

/** Only for the talk that it was typed for: the next one has a note of its own. */
async function save(leaving = false) {
  clearTimeout(timer);
  if (!isDirty() || (sending && !leaving) || talkId() !== about) {
    return;
  }
  const text = byId('notiz').value;
  const talk = about;
  sending = true;
  try {
    const next = await ask('PUT', '/desk/talk/note', {body: {note: text}, keepalive: leaving});
    if (talk === about) {
      saved = text;
    }
    took(next);
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    timer = setTimeout(() => save(), AGAIN_MS);
    fill(byId('notiz-stand'), `Noch nicht gespeichert: ${refused.words}`);
    return;
  } finally {
    sending = false;
  }
  told();
  if (isDirty()) {
    later(PAUSE_MS);
  }
}

function told() {
  const left = 1_000 - byId('notiz').value.length;
  const room = left < 200 ? ` Noch ${left} Zeichen.` : '';
  fill(byId('notiz-stand'), about === null ? null : (isDirty() ? 'Wird gespeichert …' : 'Gespeichert.') + room);
}

function cannotFinish(state) {
  if (state.state === 'WRAPPING') {
    return byId('ergebnis').value === '' ? 'Bitte wählen Sie erst ein Ergebnis.' : null;
  }
  return state.state === 'TALKING' || state.state === 'RINGING'
    ? 'Erst muss das Gespräch zu Ende sein.'
    : 'Es gibt gerade nichts abzuschließen.';
}

async function wrap() {
  clearTimeout(timer);
  const note = byId('notiz').value;
  await does('POST', 'talk/wrap', {code: byId('ergebnis').value, note});
  saved = note;
  byId('leer-titel').focus();
}

function show(state) {
  const note = byId('notiz');
  const talk = state.talk ?? null;
  if ((talk?.id ?? null) !== about) {
    if (isDirty()) {
      toast('Die Zeit zum Schreiben ist um. Was nach dem letzten Speichern kam, steht in: „'
          + `${note.value.slice(0, 200)}“`);
    }
    clearTimeout(timer);
    about = talk?.id ?? null;
    saved = talk?.note ?? '';
    note.value = saved;
    byId('ergebnis').value = '';
  } else if (talk !== null && !isDirty() && !sending && talk.note !== saved) {
    saved = talk.note;
    note.value = saved;
  }
  note.readOnly = about === null;
  offer(byId('ergebnis'), [{value: '', words: 'Bitte wählen'},
    ...(state.choices?.wrapCodes ?? []).map(value => ({value, words: RESULTS[value] ?? value}))]);
  told();
  if (isDirty() && isFresh()) {
    later(PAUSE_MS);
  }
  tick(state);
}

/** How long is left; shortly before the end, what is typed is saved without waiting. */
function tick(state) {
  const line = byId('frist');
  const writes = state.state === 'WRAPPING' && state.until;
  line.hidden = !writes;
  if (writes) {
    const left = Date.parse(state.until) - now();
    fill(line, 'Noch ', el('span', {class: 'figure'}, span(left)),
        state.pauseNext ? ', dann beginnt Ihre Pause.' : ', dann kann der nächste Anruf kommen.');
    const hurry = left < HURRY_MS;
    if (hurry && !line.classList.contains('hurry')) {
      fill(byId('ansage'), `Noch ${span(left)} zum Schreiben.`);
    }
    line.classList.toggle('hurry', hurry);
    if (left < 3_000 && known() === state) {
      save();
    }
  }
}
