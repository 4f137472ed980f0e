/** Urgent announcements: what every caller hears before everything else. */

import * as form from './ansagen-form.js';
import * as list from './ansagen-list.js';
import * as publish from './ansagen-publish.js';
import {ask, Refused} from './api.js';
import {byId, fill} from './dom.js';
import {begin} from './shell.js';
import {say} from './toast.js';

const PAUSE_MS = 10_000;
const WITHDRAWN = 'Sofort zurückgezogen';

const {live} = await begin();
list.begin({publish: one => publish.show(one), withdraw, edit: form.edit, copy: form.copy});
publish.begin(published);
const open = await look();
if (open !== null) {
  form.begin(open, kept);
  await list.lookBack();
}
setInterval(() => {
  if (!document.hidden) {
    look();
  }
}, PAUSE_MS);
live.start();

/** Beginnings, ends and colleagues change the list without anybody here. */
async function look() {
  try {
    const found = await list.look();
    fill(byId('liste-fehler'));
    return found;
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    fill(byId('liste-fehler'), refused.words);
    return null;
  }
}

async function kept(told) {
  await look();
  say(`„${told.name}“ ist gesichert. Noch hört es niemand.`);
}

async function published(told) {
  await look();
  say(told.standing === 'LIVE' ? 'Ab jetzt ist es zu hören.' : 'Zur angegebenen Zeit ist es zu hören.');
  byId('jetzt-titel').focus();
}

/** One click; another one takes it back. */
async function withdraw(one) {
  await ask('POST', `/announcements/${one.id}/withdraw`, {body: {why: WITHDRAWN}});
  await look();
  say(`„${one.name}“ ist zurückgezogen. Niemand hört es mehr.`);
  byId('entwuerfe-titel').focus();
}
