/**
 * All who can log in: what they are doing, live, and what they have done today. Who is able to do what is read when the
 * page opens and after a change.
 */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {everySecond, follow, known, now} from './leitung-board.js';
import {language, PAUSES, SIGNED_OUT, span, STATES} from './platz-words.js';

const SIZE = 500;
const DAY_MS = 30_000;

let agents = [];
/** What each has done today; null while nobody could say. */
let days = null;
let askedAt = 0;
let shown = '';
let actions = {};

/** Begins to show them; `acts` are what is done when a button is pressed: pause, listen, able, each given an agent. */
export function begin(acts) {
  actions = acts;
  follow(show);
  everySecond(tick);
  // Asking now and then by itself would keep a session going that nobody uses.
  for (const kind of ['pointerdown', 'keydown', 'focus']) {
    window.addEventListener(kind, () => Date.now() - askedAt > DAY_MS && today().then(show, () => {}));
  }
}

/** Reads all again; throws Refused. */
export async function look() {
  const found = [];
  let after = '';
  do {
    const page = await ask('GET', `/agents?size=${SIZE}&after=${encodeURIComponent(after)}`);
    found.push(...page.items);
    after = page.next ?? '';
  } while (after !== '');
  agents = found;
  await today();
  show();
}

async function today() {
  askedAt = Date.now();
  try {
    days = new Map((await ask('GET', '/agents/days/today')).items.map(day => [day.name, day]));
    fill(byId('liste-fehler'));
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('liste-fehler'), refused.words);
  }
}

/** Somebody who may just have pressed a button keeps the focus on it. */
function show() {
  const live = new Map((known()?.agents ?? []).map(one => [one.name, one]));
  const all = agents
      .map(agent => ({...agent, ...(known() === null ? {} : empty), ...live.get(agent.name), day: days === null ? null : days.get(agent.name)}))
      .sort((a, b) => Number(!a.state) - Number(!b.state) || a.shownName.localeCompare(b.shownName, 'de'));
  const next = JSON.stringify(all);
  if (next === shown) {
    return;
  }
  shown = next;
  const focus = document.activeElement?.id ?? '';
  fill(byId('liste'), all.map(row));
  document.getElementById(focus)?.focus();
  const there = all.filter(one => one.state).length;
  fill(byId('liste-worte'), `${there} von ${all.length} sind an einem Telefon.`);
  tick();
}

const empty = {state: undefined, since: undefined, reason: undefined, phone: undefined, observer: undefined,
  language: undefined, reachable: undefined};

function row(agent) {
  return el('tr', {},
      el('th', {scope: 'row'}, agent.shownName, el('div', {class: 'soft'}, agent.name,
          agent.role === 'SUPERVISOR' ? ', Leitung' : null)),
      el('td', {}, doing(agent)),
      el('td', {}, agent.languages.map(language).join(', '), el('div', {class: 'soft'}, agent.skills.join(', '))),
      el('td', {}, done(agent.day)),
      el('td', {}, el('div', {class: 'people-buttons'}, buttons(agent))));
}

function doing(agent) {
  if (!agent.state) {
    return SIGNED_OUT;
  }
  return [
    el('strong', {}, STATES[agent.state]), ' ',
    el('span', {class: 'figure', 'data-since': agent.since}),
    el('div', {class: 'soft'}, [
      agent.phone,
      agent.reason ? PAUSES[agent.reason] ?? agent.reason : null,
      agent.language ? `Anruf ${language(agent.language)}` : null,
      agent.reachable === false ? 'Telefon nicht erreichbar' : null,
      agent.observer ? `${agent.observer.replace(/^@/, '')} hört mit` : null,
    ].filter(Boolean).join(', ')),
  ];
}

function done(day) {
  if (!day) {
    return day === null ? '–' : 'noch kein Gespräch';
  }
  const more = [day.booked > 0 ? `${day.booked} mit Terminen` : null,
    day.unanswered > 0 ? `${day.unanswered} nicht angenommen` : null,
    day.lost > 0 ? `${day.lost} abgebrochen` : null].filter(Boolean).join(', ');
  return [day.talks === 1 ? '1 Gespräch' : `${day.talks} Gespräche`,
    day.talks > 0 ? `, im Schnitt ${span(day.talkSeconds * 1_000)}` : null,
    el('div', {class: 'soft'}, more)];
}

function buttons(agent) {
  return [
    button(agent, 'kann', 'Sprachen', actions.able, null),
    button(agent, 'pause', 'Pause', actions.pause, agent.state ? null : 'Das geht nur, wenn der Platz angemeldet ist.'),
    button(agent, 'hoeren', 'Mithören', actions.listen, agent.state === 'TALKING' ? null : 'Gerade ist dort kein Gespräch.'),
  ];
}

/** One that cannot be used now says why. */
function button(agent, what, words, act, why) {
  const press = () => {
    if (why === null) {
      act(agent);
    } else {
      fill(byId('liste-fehler'), why);
    }
  };
  return el('button', {type: 'button', class: 'button quiet', id: `${what}-${agent.name}`,
    'aria-label': `${words}: ${agent.shownName}`, 'aria-disabled': why === null ? null : 'true', title: why,
    on: {click: press}}, words);
}

function tick() {
  document.querySelectorAll('[data-since]').forEach(node => fill(node, span(now() - Date.parse(node.dataset.since))));
}
