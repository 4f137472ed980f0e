/** Words of the page of texts: kinds of placeholders, what the check says in German, and texts with their placeholders marked. */

import {Refused} from './api.js';
import {el} from './dom.js';

export const KINDS = {TEXT: 'ein Name oder Wort', NUMBER: 'eine Zahl', DATE: 'ein Tag', TIME: 'eine Uhrzeit',
  DATE_TIME: 'Tag und Uhrzeit', DIGITS: 'ein Code, Ziffer für Ziffer'};

const FINDINGS = [
  [/has the placeholders \[(.*)\], declared are \[(.*)\]/,
    found => `Die Platzhalter stimmen nicht. Im Text: ${found[1] || 'keine'}. Gebraucht werden: ${found[2] || 'keine'}.`],
  [/says nothing/, () => 'Dieser Text sagt nichts.'],
  [/(\d+) words in one sentence, more than (\d+)/,
    found => `Ein Satz hat ${found[1]} Wörter. Mit höchstens ${found[2]} versteht man ihn am Telefon besser.`],
  [/of another language: (.*)/, found => `Diese Wörter sind aus einer anderen Sprache: ${found[1]}.`],
  [/the text is empty/, () => 'Der Text ist leer.'],
  [/wrong syntax/, () => 'Die geschweiften Klammern stimmen nicht. Ein Platzhalter sieht so aus: {name}.'],
];

/** What the check has found, for people. */
export function finding(text) {
  for (const [pattern, words] of FINDINGS) {
    const found = pattern.exec(text);
    if (found !== null) {
      return words(found);
    }
  }
  return text;
}

/** What was thrown, with the reasons of the check in it; as it was when it has none. */
export function reasons(refused) {
  return refused instanceof Refused && refused.kind === 'prompt-refused'
    ? new Refused(refused.status, refused.kind, (refused.problem.reasons ?? []).map(finding).join(' '), refused.problem)
    : refused;
}

/** A text whose placeholders can be seen. */
export function marked(text) {
  return text.split(/(\{[a-z][a-z0-9_-]*(?:,[^{}]*)?\})/i)
      .map((part, i) => i % 2 === 1 ? el('code', {}, part) : part);
}

/** The names of placeholders in a text, without those of forms within plurals. */
export function placeholders(text) {
  return new Set(Array.from(text.matchAll(/\{\s*([a-z][A-Za-z0-9-]*)(?:_[a-z]+)?\s*[,}]/g), found => found[1]));
}
