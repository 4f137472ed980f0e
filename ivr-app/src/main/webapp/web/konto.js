/** The own account. */

import * as session from './session.js';
import * as toast from './toast.js';
import {byId, fill} from './dom.js';
import {changes} from './password.js';
import {begin, time} from './shell.js';

const {who, live} = await begin();
fill(byId('name'), who.name);
fill(byId('gezeigt'), who.shownName);
fill(byId('rolle'), session.ROLES[who.role]);
fill(byId('ende'), `${time(new Date(who.endsAt))} Uhr, oder nach ${Math.round(who.idleSeconds / 60)} Minuten ohne Eingabe`);
byId('anmeldename').value = who.name;
changes(() => byId('bisher').value, told => {
  session.renewed(told);
  fill(byId('ende'), `${time(new Date(told.endsAt))} Uhr, oder nach ${Math.round(told.idleSeconds / 60)} Minuten ohne Eingabe`);
  toast.say('Ihr Passwort ist geändert. Alle anderen Anmeldungen sind beendet.');
  byId('passwort-titel').focus();
});
byId('hier-abmelden').addEventListener('click', session.logOut);
live.start();
