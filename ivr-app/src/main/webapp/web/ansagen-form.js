/** An announcement as a form: new, or one that nobody hears. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {say as sayWrong, sends} from './form.js';
import {about, dated} from './leitung-words.js';
import {language} from './platz-words.js';
import {who} from './schlangen-versions.js';

const PAUSE_MS = 700;
const MOST_BYTES = 8 * 1024 * 1024;

/** The announcement that is changed; null for a new one. */
let based = null;
let languages = [];
let longest = 0;
let done = async () => {};
const timers = new Map();

/** Begins to show it; `after(told)` is called when it was kept. */
export function begin({languages: offered, longestText}, after) {
  languages = offered;
  longest = longestText;
  done = after;
  fill(byId('sprachen'), languages.map(field));
  languages.forEach(tag => byId(`text-${tag}`).addEventListener('input', () => typed(tag)));
  sends(byId('ansage'), wrong, keep);
  byId('ansage-neu').addEventListener('click', () => fresh());
  fresh();
}

/** Language after language, German first. */
function field(tag) {
  const name = language(tag);
  return el('fieldset', {},
      el('legend', {}, name),
      el('div', {class: 'field'},
          el('label', {for: `text-${tag}`}, `Text auf ${name}`),
          el('textarea', {id: `text-${tag}`, rows: 3, lang: tag, dir: 'auto', maxlength: longest,
            'aria-describedby': `text-${tag}-laenge text-${tag}-fehler`}),
          el('p', {class: 'hint', id: `text-${tag}-laenge`}),
          el('p', {class: 'wrong', id: `text-${tag}-fehler`})),
      el('details', {}, el('summary', {}, `Aufnahme auf ${name} statt einer Stimme`),
          el('label', {for: `aufnahme-${tag}`}, `Aufnahme auf ${name} (freiwillig)`),
          el('input', {type: 'file', id: `aufnahme-${tag}`, accept: '.wav,audio/wav,audio/x-wav',
            'aria-describedby': `aufnahme-${tag}-hinweis aufnahme-${tag}-fehler`}),
          el('p', {class: 'hint', id: `aufnahme-${tag}-hinweis`}, 'WAV mit genau diesem Text; ohne sie spricht eine Stimme.'),
          el('p', {class: 'wrong', id: `aufnahme-${tag}-fehler`})));
}

/** Nothing is in it. */
function fresh() {
  fillWith(null, {name: '', starts: '', ends: '', words: []});
}

/** This one is to be changed. */
export function edit(one) {
  fillWith(one, one);
  byId('name').focus();
}

/** A new one that says the same. */
export function copy(one) {
  fillWith(null, {...one, starts: '', ends: ''});
  byId('name').focus();
}

function fillWith(from, {name, starts, ends, words}) {
  based = from;
  byId('ansage').reset();
  byId('konflikt').hidden = true;
  byId('ansage-fehler').hidden = true;
  fill(byId('ansage-titel'), from === null ? 'Neue Ansage' : `„${from.name}“ ändern`);
  byId('ansage-neu').hidden = from === null;
  byId('name').value = name;
  byId('von').value = starts;
  byId('bis').value = ends;
  languages.forEach(tag => {
    const found = words.find(one => one.language === tag);
    byId(`text-${tag}`).value = found?.text ?? '';
    length(tag, found?.recorded === true && from !== null ? 'Es gibt eine Aufnahme; sie gilt, solange der Text so bleibt.' : '');
  });
}

function text(tag) {
  return byId(`text-${tag}`).value.replace(/\s+/g, ' ').trim();
}

/** How long it takes is asked when nobody types for a moment. */
function typed(tag) {
  clearTimeout(timers.get(tag));
  length(tag, '');
  if (text(tag) !== '') {
    timers.set(tag, setTimeout(() => measure(tag), PAUSE_MS));
  }
}

function length(tag, more) {
  const written = text(tag).length;
  fill(byId(`text-${tag}-laenge`), written === 0
    ? 'Leer: Wer diese Sprache spricht, hört diese Ansage nicht.'
    : [`${written} von ${longest} Zeichen. `, more]);
}

async function measure(tag) {
  const asked = text(tag);
  try {
    const {seconds, mostSeconds} = await ask('POST', '/announcements/speech', {body: {language: tag, text: asked}});
    if (text(tag) === asked) {
      length(tag, `${about(seconds)} von höchstens ${mostSeconds} Sekunden.`);
    }
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    if (text(tag) === asked) {
      length(tag, refused.kind === 'invalid' ? 'Bitte ohne die Zeichen < > [ ] { } \\ .' : refused.words);
    }
  }
}

function wrong() {
  const found = {};
  if (byId('name').value.trim() === '') {
    found.name = 'Bitte geben Sie einen Namen für die Liste ein.';
  }
  const until = byId('bis').value;
  const from = byId('von').value;
  if (until === '') {
    found.bis = 'Bitte sagen Sie, bis wann das gilt.';
  } else if (from !== '' && until <= from) {
    found.bis = 'Das Ende muss nach dem Beginn sein.';
  }
  if (languages.every(tag => text(tag) === '')) {
    found[`text-${languages[0]}`] = 'Bitte schreiben Sie in mindestens einer Sprache einen Text.';
  }
  languages.forEach(tag => {
    if (/[<>[\]{}\\]/.test(text(tag))) {
      found[`text-${tag}`] = 'Bitte ohne die Zeichen < > [ ] { } \\ .';
    }
    const [file] = byId(`aufnahme-${tag}`).files;
    if (file && text(tag) === '') {
      found[`aufnahme-${tag}`] = 'Bitte schreiben Sie auch, was in der Aufnahme gesagt wird.';
    } else if (file && file.size > MOST_BYTES) {
      found[`aufnahme-${tag}`] = 'Bitte höchstens 8 Megabyte.';
    }
  });
  if (byId('warum').value.trim() === '') {
    found.warum = 'Bitte sagen Sie in einem Satz, warum.';
  }
  return found;
}

async function keep() {
  const why = byId('warum').value.trim();
  const body = {
    name: byId('name').value.trim(),
    starts: byId('von').value === '' ? undefined : byId('von').value,
    ends: byId('bis').value,
    words: languages.filter(tag => text(tag) !== '').map(tag => ({language: tag, text: text(tag)})),
    why,
  };
  let told;
  try {
    told = based === null
      ? await ask('POST', '/announcements', {body})
      : await ask('PUT', `/announcements/${based.id}`, {body: {...body, basedOn: based.version}});
  } catch (refused) {
    if (refused instanceof Refused && refused.kind === 'outdated') {
      await conflict();
      return;
    }
    throw refused instanceof Refused && refused.kind === 'invalid' ? new Refused(400, 'invalid', wordsOf(refused)) : refused;
  }
  const failures = await recorded(told, why);
  await done(failures.told);
  if (failures.words.length === 0) {
    fresh();
  } else {
    edit(failures.told);
    sayWrong(byId('ansage-fehler'), failures.words.join(' '));
    byId('ansage-fehler').focus();
  }
}

/** Recordings come after the words, one after the other. */
async function recorded(kept, why) {
  let told = kept;
  const words = [];
  for (const tag of languages) {
    const [file] = byId(`aufnahme-${tag}`).files;
    if (file) {
      try {
        const query = new URLSearchParams({basedOn: told.version, why});
        const body = new Blob([file], {type: 'audio/wav'});
        told = await ask('PUT', `/announcements/${told.id}/recordings/${tag}?${query}`, {body});
      } catch (refused) {
        if (!(refused instanceof Refused)) {
          throw refused;
        }
        const reasons = refused.kind === 'recording-refused' ? refused.problem.reasons.join('; ') : refused.words;
        words.push(`Der Text ist gesichert, die Aufnahme auf ${language(tag)} nicht: ${reasons}`);
      }
    }
  }
  return {told, words};
}

/** What the server says of times, in German. */
function wordsOf({words, problem}) {
  const detail = problem.detail ?? '';
  if (detail.startsWith('ends is over') || detail.startsWith('ends has to be later')) {
    return 'Das Ende muss in der Zukunft liegen und nach dem Beginn.';
  }
  if (detail.includes('days')) {
    return 'Eine dringende Ansage gilt höchstens 31 Tage und beginnt nicht später als in 400 Tagen.';
  }
  return detail.includes('left out') ? 'Diese Stunde gibt es nicht: In ihr werden die Uhren vorgestellt.' : words;
}

/** Somebody else was faster: what is there now, beside what is in the form. */
async function conflict() {
  const now = await ask('GET', `/announcements/${based.id}`);
  based = now;
  fill(byId('konflikt'),
      el('p', {}, `${who(now.actor)} hat das inzwischen geändert (${dated(now.at)} Uhr, „${now.why}“). Es wurde nichts`
          + ' überschrieben. Im Formular steht noch, was Sie wollten; wenn Sie noch einmal sichern, gilt das.'),
      el('p', {}, `Jetzt steht dort: „${now.name}“, ${dated(now.startsAt)} bis ${dated(now.endsAt)} Uhr.`),
      el('ul', {class: 'changes'}, now.words.map(words =>
        el('li', {}, `${language(words.language)}: `, el('span', {lang: words.language, dir: 'auto'}, words.text)))));
  byId('konflikt').hidden = false;
  byId('konflikt').focus();
}
