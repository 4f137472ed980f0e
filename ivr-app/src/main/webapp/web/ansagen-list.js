/** The announcements: what callers hear now, what they will hear, what is not heard, and what is over. */

import {ask, Refused} from './api.js';
import {play, stop} from './sound.js';
import {byId, el, fill} from './dom.js';
import {dated} from './leitung-words.js';
import {language} from './platz-words.js';
import {who} from './schlangen-versions.js';

const GROUPS = [
  {id: 'jetzt', standings: ['LIVE'], none: 'Gerade hören Anrufende keine dringende Ansage.'},
  {id: 'geplant', standings: ['COMING'], none: 'Nichts ist geplant.'},
  {id: 'entwuerfe', standings: ['DRAFT', 'WITHDRAWN'], none: 'Kein Entwurf.'},
];
const STANDINGS = {
  DRAFT: 'Entwurf, noch nicht zu hören', COMING: 'Geplant', LIVE: 'Zu hören', ENDED: 'Vorbei', WITHDRAWN: 'Zurückgezogen',
};
const SIZE = 10;

/** Which languages of which version somebody has listened to here. */
const heard = new Set();

let acts = {};
let seen = '';
let next = null;
let past = [];

/**
 * Begins to show them.
 *
 * @param {{publish: Function, withdraw: Function, edit: Function, copy: Function}} actions each gets an announcement
 */
export function begin(actions) {
  acts = actions;
  byId('vorbei-mehr').addEventListener('click', () => older(next));
}

/** Reads all that are not over again; what looks the same is left as it is, and so is the focus. */
export async function look() {
  const open = await ask('GET', '/announcements');
  const looks = JSON.stringify(open);
  if (looks !== seen) {
    seen = looks;
    const focused = document.activeElement?.id ?? '';
    GROUPS.forEach(group => show(group, open.items));
    if (focused !== '') {
      document.getElementById(focused)?.focus();
    }
  }
  return open;
}

/** Reads those that are over, from the newest on. */
export async function lookBack() {
  past = [];
  await older(null);
}

async function older(after) {
  try {
    const page = await ask('GET', `/announcements/over?size=${SIZE}${after === null ? '' : `&after=${after}`}`);
    past = [...past, ...page.items];
    next = page.next ?? null;
    fill(byId('vorbei'), past.length === 0 ? el('li', {}, 'Noch keine.') : past.map(item));
    byId('vorbei-mehr').hidden = next === null;
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('liste-fehler'), refused.words);
  }
}

function show({id, standings, none}, all) {
  const those = all.filter(one => standings.includes(one.standing));
  fill(byId(id), those.length === 0 ? el('li', {class: 'soft'}, none) : those.map(item));
}

function item(one) {
  const isHeard = one.standing === 'LIVE' || one.standing === 'COMING';
  return el('li', {id: `ansage-${one.id}`, 'data-standing': one.standing},
      el('h3', {}, one.name),
      el('p', {}, el('strong', {}, STANDINGS[one.standing]), `: ${dated(one.startsAt)} bis ${dated(one.endsAt)} Uhr`),
      el('p', {class: 'soft'}, `${who(one.actor)}, ${dated(one.at)} Uhr: „${one.why}“`),
      one.words.map(words => spoken(one, words)),
      one.missing.length > 0 && one.standing !== 'ENDED' ? el('p', {class: 'notice warn'}, missingWords(one.missing)) : null,
      el('p', {class: 'actions'}, isHeard
        ? button(`zurueck-${one.id}`, 'Sofort zurückziehen', '', () => acts.withdraw(one))
        : [
          one.standing === 'ENDED' ? null : button(`senden-${one.id}`, publishWords(one), '', () => acts.publish(one)),
          one.standing === 'ENDED' ? null : button(`aendern-${one.id}`, 'Ändern', 'quiet', () => acts.edit(one)),
        ],
      button(`vorlage-${one.id}`, 'Als Vorlage nehmen', 'quiet', () => acts.copy(one))),
      el('p', {class: 'wrong', id: `fehler-${one.id}`, role: 'alert'}));
}

function publishWords(one) {
  return one.standing === 'WITHDRAWN' ? 'Wieder senden …' : 'Senden …';
}

/** Who does not hear it, in words. */
export function missingWords(missing) {
  return `Wer auf ${missing.map(language).join(', ')} anruft, hört diese Ansage nicht.`;
}

function button(id, words, kind, act) {
  const node = el('button', {type: 'button', class: `button ${kind}`.trim(), id}, words);
  node.addEventListener('click', async () => {
    if (node.getAttribute('aria-busy') === 'true') {
      return;
    }
    node.setAttribute('aria-busy', 'true');
    try {
      await act();
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      const place = document.getElementById(`fehler-${id.replace(/^[a-z]+-/, '')}`) ?? byId('liste-fehler');
      fill(place, refused.words);
    } finally {
      node.removeAttribute('aria-busy');
    }
  });
  return node;
}

function spoken(one, {language: tag, text, recorded}) {
  return el('div', {class: 'spoken'},
      el('p', {}, el('strong', {}, language(tag)), recorded ? ' (Aufnahme)' : '', ': ',
          el('span', {lang: tag, dir: 'auto'}, text)),
      listening(one, tag, `hoeren-${one.id}-${tag}`));
}

/** A button with which a language of an announcement is listened to, or stopped. */
export function listening(one, tag, id, after = () => {}) {
  const node = el('button', {type: 'button', class: 'button quiet', id, 'aria-label': `${language(tag)} anhören`}, 'Anhören');
  node.addEventListener('click', async () => {
    if (node.dataset.playing === 'true') {
      stop();
      return;
    }
    mark(node, true);
    try {
      if (await play(`/announcements/${one.id}/audio?language=${tag}`)) {
        heard.add(`${one.version}-${tag}`);
        after();
      }
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      fill(document.getElementById(`fehler-${one.id}`) ?? byId('liste-fehler'), refused.words);
    } finally {
      mark(node, false);
    }
  });
  return node;
}

function mark(node, playing) {
  node.dataset.playing = String(playing);
  fill(node, playing ? 'Anhalten' : 'Anhören');
}

/** Tags of the languages of an announcement that were listened to here. */
export function heardOf(one) {
  return one.words.map(words => words.language).filter(tag => heard.has(`${one.version}-${tag}`));
}
