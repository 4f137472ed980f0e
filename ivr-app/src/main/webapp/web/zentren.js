/** The centres: how full each is, days that are closed and who must be told, deliveries, details and hours. */

import * as closed from './zentren-closed.js';
import * as details from './zentren-details.js';
import * as supply from './zentren-supply.js';
import * as use from './zentren-use.js';
import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {say as sayWrong} from './form.js';
import {begin} from './shell.js';

const {live} = await begin();
use.begin();
closed.begin(look);
details.begin(named);
supply.begin(look);
byId('zentrum').addEventListener('change', () => {
  location.hash = byId('zentrum').value;
});
byId('tage-anzahl').addEventListener('change', () => guarded(() => use.look(id(), days())));
window.addEventListener('hashchange', byAddress);
await start();
live.start();

function id() {
  return byId('zentrum').value;
}

function days() {
  return Number(byId('tage-anzahl').value);
}

async function start() {
  await guarded(async () => {
    await named();
    await supply.look();
    await byAddress();
  });
}

/** Their names may have changed. */
async function named() {
  const {items} = await ask('GET', '/centres');
  const chosen = id();
  fill(byId('zentrum'), items.map(one => el('option', {value: one.id}, one.name)));
  if (items.some(one => one.id === chosen)) {
    byId('zentrum').value = chosen;
  }
}

/** The address names the centre, so it can be sent to a colleague. */
async function byAddress() {
  const wanted = location.hash.slice(1);
  if (Array.from(byId('zentrum').options).some(option => option.value === wanted)) {
    byId('zentrum').value = wanted;
  }
  await guarded(look);
}

async function look() {
  if (id() === '') {
    throw new Refused(404, 'not-found', 'Es gibt noch kein Zentrum.');
  }
  await Promise.all([use.look(id(), days()), closed.look(id()), details.look(id())]);
}

async function guarded(work) {
  try {
    byId('seite-fehler').hidden = true;
    await work();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    sayWrong(byId('seite-fehler'), refused.words);
  }
}
