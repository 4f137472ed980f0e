/** Languages and skills of an agent, as fields. */

import {byId, el, fill} from './dom.js';
import {language} from './platz-words.js';

/** What the hotline speaks. */
const SPOKEN = ['de', 'en', 'tr', 'ru', 'uk', 'pl', 'it', 'ar'];
const SKILL = /^[a-z][a-z0-9-]{0,23}$/;
const MOST_SKILLS = 10;

/** Shows what somebody is able to do in the form whose fields begin with this. */
export function show(form, {languages, skills}) {
  const all = [...SPOKEN, ...languages.filter(code => !SPOKEN.includes(code))];
  fill(byId(`${form}-sprachen`), all.map(code => el('div', {class: 'choice'},
      el('input', {type: 'checkbox', id: `${form}-sprache-${code}`, value: code, checked: languages.includes(code)}),
      el('label', {for: `${form}-sprache-${code}`}, language(code)))));
  byId(`${form}-kenntnisse`).value = skills.join(', ');
}

/** What is wrong, by the ids of fields; what is wrong with languages is said beside all of them. */
export function wrong(form) {
  const found = {};
  const {languages, skills} = able(form);
  fill(byId(`${form}-sprachen-fehler`));
  if (languages.length === 0) {
    fill(byId(`${form}-sprachen-fehler`), 'Bitte wählen Sie mindestens eine Sprache.');
    found[`${form}-kenntnisse`] = 'Es fehlt noch eine Sprache.';
  } else if (skills.length > MOST_SKILLS || !skills.every(skill => SKILL.test(skill))) {
    found[`${form}-kenntnisse`] = 'Bitte höchstens 10 Wörter aus kleinen Buchstaben, Ziffern und Strichen, mit Kommas dazwischen.';
  }
  return found;
}

/** What was chosen. */
export function able(form) {
  const languages = [...byId(`${form}-sprachen`).querySelectorAll('input:checked')].map(box => box.value);
  const skills = byId(`${form}-kenntnisse`).value.split(',').map(word => word.trim()).filter(word => word !== '');
  return {languages, skills};
}
