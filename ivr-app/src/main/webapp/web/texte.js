/** What the hotline says: every text by language beside the German one, changed, listened to, published and taken back. */

import * as draft from './texte-draft.js';
import * as list from './texte-list.js';
import * as versions from './texte-versions.js';
import * as voice from './texte-voice.js';
import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {say as sayWrong, sends} from './form.js';
import {count, dated} from './leitung-words.js';
import {language as named} from './platz-words.js';
import {who} from './schlangen-versions.js';
import {begin} from './shell.js';
import {play} from './sound.js';
import {marked, reasons} from './texte-words.js';
import {complain, say} from './toast.js';

const GERMAN = 'de';

/** The prompt that is open, and the language in which. */
let open = null;
let wanted = null;

const {live} = await begin();
versions.begin({listen, publish, deliver, undo});
draft.begin();
voice.begin(kept);
sends(byId('entwurf'), draft.wrong, keep);
sends(byId('kraft'), reasonWrong, force);
byId('vorschau-zu').addEventListener('click', () => byId('vorschau').close());
byId('deutsch-hoeren').addEventListener('click', () => guarded(() => hear(GERMAN)));
window.addEventListener('beforeunload', event => {
  if (draft.isOpen()) {
    event.preventDefault();
  }
});
window.addEventListener('hashchange', byAddress);
await start();
live.start();

async function start() {
  try {
    const first = await ask('GET', '/prompts?size=1');
    const {languages} = await ask('GET', `/prompts/${encodeURIComponent(first.items[0].id)}`);
    list.begin(languages.map(side => side.language).sort((a, b) => (b === GERMAN) - (a === GERMAN)), choose);
    await list.look();
    await byAddress();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    sayWrong(byId('suche-fehler'), refused.words);
  }
}

/** The address says what is open, so it can be sent to a colleague. */
function choose(id, language) {
  if (draft.isOpen() && !confirm('Ihr Text ist nicht gespeichert. Trotzdem weiter?')) {
    return;
  }
  location.hash = `${id}/${language}`;
}

async function byAddress() {
  const [id, language] = location.hash.slice(1).split('/');
  if (/^[a-z0-9.-]+$/.test(id ?? '') && /^[a-z]{2}$/.test(language ?? '')) {
    await guarded(() => look(id, language, true));
  }
}

/** Reads it as it is now. */
async function look(id, language, isNew = false) {
  const prompt = await ask('GET', `/prompts/${encodeURIComponent(id)}`);
  const side = prompt.languages.find(one => one.language === language);
  const german = prompt.languages.find(one => one.language === GERMAN);
  if (side === undefined) {
    throw new Refused(404, 'not-found', 'In dieser Sprache gibt es keine Texte.');
  }
  open = {prompt, side};
  byId('satz').hidden = false;
  byId('konflikt').hidden = true;
  fill(byId('satz-titel'), `${named(language)}: ${id}`);
  fill(byId('satz-name'), prompt.languages.map(one =>
    `${named(one.language)} ${one.published.version === undefined ? 'wie ausgeliefert' : 'geändert'}`).join(' · '));
  fill(byId('deutsch'), marked(inForce(german)));
  fill(byId('entwurf-text-name'), `Text auf ${named(language)}`);
  draft.show(prompt, language, inForce(side));
  voice.show(prompt, language, inForce(side));
  list.mark(id, language);
  await versions.look(id, side);
  if (isNew) {
    byId('satz-titel').focus();
  }
}

function inForce(side) {
  return side.versions.find(one => one.number === side.published.version)?.text ?? side.delivered ?? '';
}

async function guarded(work) {
  try {
    await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    complain(refused.words);
  }
}

function listen(version) {
  return hear(open.side.language, version);
}

function hear(language, version = null) {
  const query = new URLSearchParams({language});
  if (version !== null) {
    query.set('version', String(version));
  }
  return play(`/prompts/${encodeURIComponent(open.prompt.id)}/audio?${query}`);
}

/** A new version, which nobody hears yet but who has made it. */
async function keep() {
  try {
    await kept(await ask('POST', `${path()}/versions`, {body: draft.written()}));
  } catch (refused) {
    throw reasons(refused);
  }
}

async function kept({version}) {
  await look(open.prompt.id, open.side.language);
  say(`Gespeichert als Fassung ${version.number}. Anrufende hören sie erst nach dem Veröffentlichen.`);
  document.querySelector(`[data-version="${version.number}"]`)?.scrollIntoView({block: 'nearest'});
  guarded(() => listen(version.number));
}

function path() {
  return `/prompts/${encodeURIComponent(open.prompt.id)}/${open.side.language}`;
}

async function publish(version) {
  await preview({version: version.number, text: version.text, why: version.why});
}

async function deliver(text) {
  await preview({version: null, text, why: 'Wieder wie ausgeliefert'});
}

/** What callers will hear, and who that is right now. */
async function preview(wish) {
  wanted = wish;
  const {language} = open.side;
  fill(byId('vorschau-text'), marked(wish.text));
  byId('vorschau-text').lang = language;
  byId('vorschau-text').dir = 'auto';
  byId('kraft-warum').value = wish.why;
  byId('kraft-fehler').hidden = true;
  fill(byId('vorschau-wer'), await hearers(language));
  fill(byId('vorschau-hinweise'), others().map(words => el('li', {}, words)));
  byId('vorschau').showModal();
  byId('kraft-warum').focus();
}

async function hearers(language) {
  const words = `Nach höchstens zwei Sekunden hören es alle, denen die Leitung diesen Satz auf ${named(language)} sagt`;
  try {
    const queue = await ask('GET', '/queue');
    const waiting = queue.waiting[language] ?? 0;
    return `${words}: auch die ${count(queue.dialogues)} in der Ansage und ${count(waiting)}, die in dieser Sprache warten.`
      + ' Was gerade gesagt wird, wird zu Ende gesagt.';
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    return `${words}.`;
  }
}

/** Where another language says something else by then. */
function others() {
  return open.prompt.languages
      .filter(one => one.language !== open.side.language)
      .map(one => one.delivered === undefined && one.published.version === undefined
        ? `${named(one.language)}: kein Text, Anrufende hören Deutsch`
        : one.published.version === undefined ? `${named(one.language)}: noch wie ausgeliefert` : null)
      .filter(words => words !== null);
}

function reasonWrong() {
  return byId('kraft-warum').value.trim() === '' ? {'kraft-warum': 'Bitte sagen Sie in einem Satz, warum.'} : {};
}

async function force() {
  await put(wanted.version, byId('kraft-warum').value.trim());
  byId('vorschau').close();
}

/** Whoever was slower is told what is in force, and nothing was overwritten. */
async function put(version, why) {
  const seen = {'If-Match': `"${open.side.published.publication}"`};
  try {
    await (version === null
      ? ask('DELETE', `${path()}/published?${new URLSearchParams({why})}`, {headers: seen})
      : ask('PUT', `${path()}/published`, {headers: seen, body: {version, why}}));
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.kind !== 'outdated') {
      throw refused;
    }
    byId('vorschau').close();
    await conflict();
    return;
  }
  say('Das hören Anrufende von jetzt an.');
  await look(open.prompt.id, open.side.language);
  await list.look();
  byId('fassungen-titel').focus();
}

async function conflict() {
  await look(open.prompt.id, open.side.language);
  const now = open.side.published;
  fill(byId('konflikt'),
      el('p', {}, `${who(now.actor)} hat inzwischen etwas anderes veröffentlicht (${dated(now.at)} Uhr, „${now.why}“).`
        + ' Es wurde nichts überschrieben.'),
      el('p', {}, 'Gesagt wird jetzt: ', marked(inForce(open.side))),
      el('p', {}, 'Ihre Fassung steht unten. Wenn sie trotzdem gelten soll, veröffentlichen Sie sie noch einmal.'));
  byId('konflikt').hidden = false;
  byId('konflikt').focus();
}

/** What was in force before. */
async function undo() {
  const {items} = await ask('GET', `${path()}/published/history?size=2`);
  const now = open.side.published;
  await put(items[1]?.version ?? null, `Rückgängig: ${now.version === undefined ? 'wie ausgeliefert' : `Fassung ${now.version}`}`);
}
