/** A person's own voice for a text without placeholders: from the microphone, or as a file. */

import {ask, Refused} from './api.js';
import {byId, fill} from './dom.js';
import {say as sayWrong} from './form.js';
import {recorder, records} from './microphone.js';
import {reasons} from './texte-words.js';

const LARGEST_BYTES = 8 * 1024 * 1024;
const LONGEST_MS = 80_000;
const NO_MICROPHONE = {NotAllowedError: 'Der Browser darf das Mikrofon nicht benutzen. Bitte erlauben Sie es in der Adresszeile.',
  NotFoundError: 'Es ist kein Mikrofon da. Sie können stattdessen eine Datei hochladen.',
  NotReadableError: 'Das Mikrofon wird gerade von einem anderen Programm benutzt.'};

let at = null;
let added = async () => {};
let ends = null;
let timer = 0;

/** Begins to offer it; `after` is told of the version that was added. */
export function begin(after) {
  added = after;
  byId('aufnehmen').addEventListener('click', () => guarded(ends === null ? start : stop));
  byId('datei').addEventListener('change', () => guarded(async () => {
    const [file] = byId('datei').files;
    byId('datei').value = '';
    if (file !== undefined) {
      await send(file.slice(0, file.size, 'audio/wav'), 'Datei hochgeladen');
    }
  }));
}

/** For this text, which is said in the words in force. */
export function show(prompt, language, text) {
  at = {id: prompt.id, language};
  const fits = Object.keys(prompt.arguments).length === 0;
  byId('aufnahme-fehler').hidden = true;
  byId('aufnahme-teil').hidden = !fits;
  fill(byId('aufnahme-stand'));
  fill(byId('aufnahme-text'), fits
    ? `Sprechen Sie genau das: „${text}“ Davor und danach eine halbe Sekunde Stille.`
    : 'Texte mit Platzhaltern können nicht am Stück aufgenommen werden: Zahlen, Tage und Namen sind jedes Mal andere.');
}

async function guarded(work) {
  byId('aufnahme-fehler').hidden = true;
  try {
    await work();
  } catch (thrown) {
    over();
    const failure = reasons(thrown);
    const words = failure instanceof Refused ? failure.words : NO_MICROPHONE[failure.name];
    if (words === undefined) {
      throw failure;
    }
    sayWrong(byId('aufnahme-fehler'), words);
    byId('aufnahme-fehler').focus();
  }
}

async function start() {
  if (!records()) {
    throw new Refused(0, 'none', 'Aufnehmen geht in diesem Browser nicht, oder nur über HTTPS. Sie können eine Datei hochladen.');
  }
  ends = await recorder();
  byId('aufnehmen').setAttribute('aria-pressed', 'true');
  fill(byId('aufnehmen'), 'Aufnahme beenden');
  fill(byId('aufnahme-stand'), 'Es wird aufgenommen …');
  timer = setTimeout(() => guarded(stop), LONGEST_MS);
}

async function stop() {
  const end = ends;
  over();
  fill(byId('aufnahme-stand'), 'Wird gespeichert …');
  await send(await end(), 'Im Browser aufgenommen');
}

function over() {
  clearTimeout(timer);
  ends = null;
  byId('aufnehmen').setAttribute('aria-pressed', 'false');
  fill(byId('aufnehmen'), 'Aufnehmen');
  fill(byId('aufnahme-stand'));
}

async function send(file, why) {
  if (file.size > LARGEST_BYTES) {
    throw new Refused(0, 'none', 'Die Datei ist größer als 8 MB. Anderthalb Minuten reichen für jeden Satz.');
  }
  const told = await ask('POST', `/prompts/${encodeURIComponent(at.id)}/${at.language}/versions?${new URLSearchParams({why})}`,
      {body: file, timeLimitMs: 60_000});
  fill(byId('aufnahme-stand'), `Gespeichert als Fassung ${told.version.number}.`);
  await added(told);
}
