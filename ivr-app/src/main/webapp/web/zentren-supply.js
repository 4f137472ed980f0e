/** What is delivered in a week, each centre's part of it, and the seats that are made of the plan. */

import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {sends} from './form.js';
import {count} from './leitung-words.js';
import {say} from './toast.js';

const MOST_DOSES = 10_000_000;
const DAY_MS = 86_400_000;

let changed = async () => {};

/** Begins to show it; `after` is called when there are other seats. */
export function begin(after) {
  changed = after;
  sends(byId('lieferung'), wrong, plan);
  byId('impfstoff').addEventListener('change', read);
  byId('woche').addEventListener('change', read);
  byId('erzeugen').addEventListener('click', generate);
}

/** Which vaccines there are. */
export async function look() {
  const {items} = await ask('GET', '/vaccines');
  fill(byId('impfstoff'), items.map(one => el('option', {value: one.id}, one.name)));
}

/**
 * The ISO week of a day, as 2021-W03 (ISO 8601: the week of a year's first Thursday is its first).
 *
 * @param {string} day as 2021-01-18
 */
export function isoWeek(day) {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY_MS);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - first) / DAY_MS / 7) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

function doses() {
  const typed = byId('dosen').value.replaceAll(/[.\s]/g, '');
  return /^\d{1,8}$/.test(typed) ? Number(typed) : NaN;
}

function wrong() {
  const found = {};
  if (byId('woche').value === '') {
    found.woche = 'Bitte einen Tag der Woche wählen.';
  }
  if (!(doses() <= MOST_DOSES)) {
    found.dosen = 'Bitte eine Zahl von 0 bis 10.000.000.';
  }
  return found;
}

function path() {
  return `/supply/${encodeURIComponent(byId('impfstoff').value)}/${isoWeek(byId('woche').value)}`;
}

/** What is planned already. */
async function read() {
  fill(byId('lieferung-anteile'));
  if (byId('woche').value === '' || byId('impfstoff').value === '') {
    return;
  }
  try {
    const plan = await ask('GET', path());
    byId('dosen').value = count(plan.doses);
    shares(plan);
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    byId('dosen').value = '';
    fill(byId('lieferung-anteile'), refused.kind === 'not-found' ? 'Für diese Woche ist noch nichts geplant.' : refused.words);
  }
}

function shares(plan) {
  fill(byId('lieferung-anteile'), `${count(plan.pairs)} Menschen bekommen davon beide Dosen (die zweite in ${plan.secondsIn}): `
    + plan.centres.map(one => `${nameOf(one.centre)} ${count(one.pairs)}`).join(', ') + '.');
}

function nameOf(id) {
  return Array.from(byId('zentrum').options).find(option => option.value === id)?.textContent ?? id;
}

async function plan() {
  shares(await ask('PUT', path(), {body: {doses: doses()}}));
  say('Geplant. Plätze entstehen daraus, wenn Sie sie anlegen.');
}

async function generate() {
  const button = byId('erzeugen');
  if (button.getAttribute('aria-busy') === 'true') {
    return;
  }
  button.setAttribute('aria-busy', 'true');
  fill(byId('erzeugt'), 'Plätze werden angelegt …');
  try {
    fill(byId('erzeugt'), words(await ask('POST', '/supply/generation', {timeLimitMs: 120_000})));
    await changed();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('erzeugt'), refused.words);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

function words(report) {
  const parts = [
    [report.pairsAdded, 'Paare neu'], [report.secondsAdded, 'zweite Termine ergänzt'], [report.pairsRemoved, 'freie Paare weniger'],
    [report.pairsWithoutRoom, 'Paare ohne Platz in ihrer Woche'], [report.pairsNotRemoved, 'zu viel, aber gebucht oder vorbei'],
    [report.firstsWithoutSecond, 'erste Termine ohne zweiten']].filter(([number]) => number > 0);
  return parts.length === 0 ? 'Alles war schon nach dem Plan.'
    : `${parts.map(([number, what]) => `${count(number)} ${what}`).join(', ')}.`;
}
