/** Queues and hours: the settings of the waiting room, checked, shown beforehand, and taken back. */

import * as form from './schlangen-form.js';
import * as preview from './schlangen-preview.js';
import * as versions from './schlangen-versions.js';
import {ask, Refused} from './api.js';
import {byId, el, fill} from './dom.js';
import {say as sayWrong, sends} from './form.js';
import {dated} from './leitung-words.js';
import {changes, together} from './schlangen-diff.js';
import {timeWritten} from './schlangen-hours.js';
import {begin} from './shell.js';
import {say} from './toast.js';

/** The version that the form is based on. */
let based = null;

const {live} = await begin();
form.begin();
preview.begin(change);
versions.begin(undo);
sends(byId('einstellungen'), form.wrong, look);
sends(byId('laenger'), longerWrong, longer);
byId('verwerfen').addEventListener('click', () => fresh());
await fresh();
ask('GET', '/holidays').then(page => form.holidays(page.items), () => {});
live.start();

/** What is in force, as it is now. */
async function fresh() {
  try {
    shown(await ask('GET', '/queue/settings'));
    await versions.look();
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    sayWrong(byId('einstellungen-fehler'), refused.words);
  }
}

function shown(told) {
  based = told;
  form.show(told.settings);
  inForce(told);
  byId('konflikt').hidden = true;
}

function inForce(told) {
  fill(byId('in-kraft'), told.version === 0
    ? 'In Kraft ist, was beim Start eingestellt war. Bisher hat niemand etwas geändert.'
    : `In Kraft: Fassung ${told.version}, seit ${dated(told.at)} Uhr, von ${versions.who(told.actor)}: „${told.why}“`);
}

/** The form is right: what would it do? */
async function look() {
  const settings = form.wanted();
  if (changes(based.settings, settings).length === 0) {
    throw new Refused(0, 'none', 'Es ist nichts geändert.');
  }
  const told = await preview.asked(based.version, settings);
  if (told.outdated) {
    await conflict(settings);
    return;
  }
  preview.show(based.settings, settings, told);
}

async function change(settings, why) {
  try {
    done(await ask('PUT', '/queue/settings', {body: {basedOn: based.version, why, settings}}), 'Das ist jetzt in Kraft.');
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.kind !== 'outdated') {
      throw refused;
    }
    byId('vorschau').close();
    await conflict(settings);
  }
}

async function undo(version, why) {
  try {
    done(await ask('POST', '/queue/settings/undo', {body: {version, basedOn: based.version, why}}),
        'Die frühere Fassung ist wieder in Kraft.');
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.kind !== 'outdated') {
      throw refused;
    }
    await conflict(form.wanted());
  }
}

function done(told, words) {
  shown(told);
  say(words);
  versions.look();
}

/** Somebody else was faster: what have they changed, and what becomes of the changes here? */
async function conflict(mine) {
  const theirs = await ask('GET', '/queue/settings');
  const before = based.settings;
  const {settings, both} = together(before, mine, theirs.settings);
  const own = changes(before, mine).length > 0;
  based = theirs;
  form.show(own ? settings : theirs.settings);
  inForce(theirs);
  fill(byId('konflikt'),
      el('p', {}, `${versions.who(theirs.actor)} hat inzwischen etwas geändert (Fassung ${theirs.version}, ${dated(theirs.at)} Uhr,`
          + ` „${theirs.why}“). Es wurde nichts überschrieben.`),
      el('ul', {class: 'changes'}, preview.listed(before, theirs.settings)),
      own ? el('p', {}, 'Ihre Änderungen stehen jetzt auf dem neuen Stand im Formular. Bitte sehen Sie sie noch einmal an.') : null,
      both.length > 0 ? el('p', {}, `Das haben Sie beide geändert; im Formular steht Ihr Wert: ${both.join(', ')}.`) : null);
  byId('konflikt').hidden = false;
  byId('konflikt').focus();
  versions.look();
}

function longerWrong() {
  const wrong = {};
  if (timeWritten(byId('laenger-bis').value) === null) {
    wrong['laenger-bis'] = 'Bitte so: 22:00';
  }
  if (byId('laenger-grund').value.trim() === '') {
    wrong['laenger-grund'] = 'Bitte sagen Sie in einem Satz, warum.';
  }
  return wrong;
}

/** It changes today's hours only, whatever else is in the form. */
async function longer() {
  const until = timeWritten(byId('laenger-bis').value);
  try {
    done(await ask('POST', '/queue/hours/extension', {body: {until, why: byId('laenger-grund').value.trim()}}),
        `Die Leitung ist heute bis ${until} Uhr offen.`);
  } catch (refused) {
    if (refused instanceof Refused && refused.kind === 'invalid') {
      throw new Refused(400, 'invalid', 'Das ist nicht später als jetzt und als das Ende der heutigen Zeiten, oder heute ist gar'
          + ' nicht offen. Anderes ändern Sie bei den Öffnungszeiten.');
    }
    throw refused;
  }
  byId('laenger').reset();
}
