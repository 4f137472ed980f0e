/** What all pages behind the login have in common: head, news, shortcuts, live events, and the end of a session. */

import * as keys from './keys.js';
import * as session from './session.js';
import * as toast from './toast.js';
import {quiet, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {Live} from './live.js';

const BANNER_AFTER_MS = 2_000;
const RENEWAL_MS = 1_000;

/**
 * Begins a page.
 *
 * @param {{connection?: (state: 'open'|'lost'|'closed') => void}} more connection: whenever the stream changes
 * @returns {Promise<{who: {name: string, shownName: string, role: string}, live: Live}>} who is logged in, and their
 *     stream, to which the page adds what it listens to before it starts it by `live.start()`; never, when nobody is
 *     logged in
 */
export async function begin({connection = () => {}} = {}) {
  // A page that the browser kept would show what was there before a logout.
  window.addEventListener('pageshow', event => event.persisted && location.reload());
  toast.begin();
  const who = await known();
  keys.begin();
  head(who);
  document.querySelector('.console [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
  const live = listening(connection);
  session.onEndNotice(end => toast.complain(
      `Ihre Anmeldung endet um ${time(end)} Uhr. Bitte melden Sie sich dann neu an.`));
  return {who, live};
}

/** Without an answer the page is asked for again, by a person. */
async function known() {
  try {
    return await session.begin();
  } catch (refused) {
    if (refused instanceof Refused && refused.status !== 401) {
      fill(byId('inhalt'),
          el('h1', {}, 'Gerade geht es nicht'),
          el('p', {role: 'alert'}, refused.words),
          el('p', {}, el('a', {class: 'button', href: '/'}, 'Noch einmal versuchen')));
    }
    return new Promise(() => {});
  }
}

function head(who) {
  const logOut = el('button', {type: 'button', class: 'button quiet', id: 'abmelden', on: {click: session.logOut}},
      'Abmelden');
  const help = el('button', {type: 'button', class: 'button quiet', on: {click: keys.showHelp},
    'aria-label': 'Tastenkürzel zeigen', title: 'Tastenkürzel zeigen'}, '?');
  byId('kopf').append(
      el('nav', {class: 'top-links', 'aria-label': 'Konto'},
          el('span', {class: 'who'},
              el('span', {class: 'who-name'}, who.shownName), el('span', {class: 'who-role'}, session.ROLES[who.role])),
          el('a', {class: 'button quiet', href: '/konto',
            'aria-current': location.pathname === '/konto' ? 'page' : null}, 'Konto'),
          help,
          logOut));
}

function listening(connection) {
  const banner = el('div', {class: 'banner', role: 'status', 'aria-live': 'polite'});
  byId('kopf').after(banner);
  let timer = 0;
  const live = new Live({
    state: state => {
      clearTimeout(timer);
      document.documentElement.dataset.live = state;
      connection(state);
      if (state === 'open' && banner.childNodes.length > 0) {
        fill(banner);
        toast.say('Die Verbindung ist wieder da.');
      } else if (state === 'lost') {
        // A short break is no news.
        timer = setTimeout(() => fill(banner, el('p', {},
            'Verbindung unterbrochen – wird wieder verbunden. Was Sie hier sehen, kann veraltet sein.')),
        BANNER_AFTER_MS);
      }
    },
    end: reason => ended(reason, live, banner),
  });
  window.addEventListener('online', () => document.documentElement.dataset.live === 'lost' && live.start());
  return live;
}

async function ended(reason, live, banner) {
  if (reason === 'TOO_MANY') {
    const here = el('button', {type: 'button', class: 'button'}, 'Hier weiterarbeiten');
    here.addEventListener('click', () => {
      fill(banner);
      live.start();
    });
    fill(banner, el('p', {}, 'Sie haben diese Seiten in zu vielen Fenstern offen. Dieses Fenster wird nicht mehr'
        + ' aktualisiert.'), here);
    return;
  }
  // A change of the password ends the session and begins another, here or in another window.
  await new Promise(done => setTimeout(done, RENEWAL_MS));
  await quiet();
  // When nobody is logged in any more, this leads to the login.
  session.refresh().then(() => reason === 'SESSION' && live.start(), () => {});
}

/** A time of the day, as 18:05. */
export function time(instant) {
  return instant.toLocaleTimeString('de-DE', {hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin'});
}
