/**
 * Who is logged in. A session ends when nobody uses it: whoever types or clicks uses it, an open page alone does
 * not. Before it ends it is said, and one key goes on with it (WCAG 2.2.1).
 */

import {ask, listen, useToken} from './api.js';
import {el} from './dom.js';
import {login} from './onward.js';

const USED = 'durchkommen.benutzt';
const LOOK_MS = 1_000;
const SECOND = 1_000;
const WARN_AT_MOST_S = 120;
const NOTED_PART = 10;
const END_NOTICE_MS = 10 * 60 * SECOND;

let known = null;
let warning = null;
let leaving = false;
let endNotice = () => {};

/** What stands for a role. */
export const ROLES = {AGENT: 'Telefonplatz', SUPERVISOR: 'Leitung', BOOKING: 'Buchung'};

/**
 * Who is logged in; leads to the login when nobody is.
 *
 * @returns {Promise<{name: string, shownName: string, role: string, mustChange: boolean}>}
 */
export async function begin() {
  listen({used: noteUse, loggedOut: () => leave('zeit')});
  await refresh();
  for (const kind of ['pointerdown', 'keydown']) {
    document.addEventListener(kind, stayedActive, {capture: true, passive: true});
  }
  setInterval(look, LOOK_MS);
  return known;
}

/** Asks again who is logged in; throws Refused. */
export async function refresh() {
  known = await ask('GET', '/session');
  useToken(known.csrf);
  return known;
}

/** Sets who says that the session will end whatever happens; given the time. */
export function onEndNotice(say) {
  endNotice = say;
}

/** Leads to the login, which leads back here. */
export function leave(reason) {
  if (!leaving) {
    leaving = true;
    location.replace(login(reason));
  }
}

/** Logs out; the login then does not lead back here. */
export async function logOut() {
  leaving = true;
  try {
    await ask('DELETE', '/session');
  } catch {
    // Then it is over already, or ends by itself.
  }
  location.replace('/anmelden?grund=abgemeldet');
}

/** What the user changed: the server has begun another session. */
export function renewed(told) {
  known = told;
  useToken(told.csrf);
}

/** All windows of a browser share a session: what one uses, all use. */
function noteUse() {
  try {
    localStorage.setItem(USED, String(Date.now()));
  } catch {
    // A browser that keeps nothing only warns too early.
  }
  lastUse = Date.now();
}

let lastUse = Date.now();

function usedAt() {
  let elsewhere = 0;
  try {
    elsewhere = Number(localStorage.getItem(USED) ?? 0);
  } catch {
    elsewhere = 0;
  }
  return Math.max(lastUse, Math.min(elsewhere, Date.now()));
}

/** Somebody is there: the server is told, now and then. */
function stayedActive() {
  const isDue = Date.now() - usedAt() > known.idleSeconds * SECOND / NOTED_PART;
  if (isDue && warning === null && !leaving) {
    lastUse = Date.now();
    refresh().catch(() => {});
  }
}

function look() {
  if (leaving) {
    return;
  }
  const warnSeconds = Math.min(WARN_AT_MOST_S, known.idleSeconds / 2);
  const left = usedAt() + known.idleSeconds * SECOND - Date.now();
  if (left <= 0) {
    leaving = true;
    // The server's clock ends it a little earlier or later; asking would go on with it.
    ask('DELETE', '/session').catch(() => {}).finally(() => location.replace(login('zeit')));
  } else if (left <= warnSeconds * SECOND) {
    warn(left);
  } else if (warning !== null) {
    warning.dialog.close();
  }
  noticeEnd();
}

function noticeEnd() {
  const end = Date.parse(known.endsAt);
  if (end - Date.now() < END_NOTICE_MS) {
    endNotice(new Date(end));
    endNotice = () => {};
  }
}

function warn(left) {
  if (warning === null) {
    warning = dialog();
    document.body.append(warning.dialog);
    warning.dialog.showModal();
  }
  const seconds = Math.max(1, Math.round(left / SECOND));
  warning.left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function dialog() {
  const left = el('span', {class: 'figure'});
  const stay = el('button', {type: 'button', class: 'button', autofocus: true}, 'Angemeldet bleiben');
  const go = el('button', {type: 'button', class: 'button quiet', on: {click: logOut}}, 'Abmelden');
  const box = el('dialog', {class: 'sheet', 'aria-labelledby': 'noch-da'},
      el('h2', {id: 'noch-da'}, 'Sind Sie noch da?'),
      el('p', {}, 'Sie haben länger nichts gemacht. Ihre Anmeldung endet in ', left, ' Minuten.'),
      el('p', {class: 'actions'}, stay, go));
  stay.addEventListener('click', () => box.close());
  box.addEventListener('close', () => {
    warning = null;
    box.remove();
    if (!leaving && Date.now() - usedAt() > SECOND) {
      refresh().catch(() => {});
    }
  });
  return {dialog: box, left};
}
