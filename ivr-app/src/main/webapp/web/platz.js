/** An agent's desk. */

import * as booking from './platz-booking.js';
import * as caller from './platz-caller.js';
import * as line from './platz-line.js';
import * as note from './platz-note.js';
import * as pop from './platz-pop.js';
import * as seat from './platz-seat.js';
import * as waiting from './platz-waiting.js';
import {Refused} from './api.js';
import {hears, looked, took} from './platz-desk.js';
import {begin} from './shell.js';
import {complain} from './toast.js';

/** A break that is shorter is no news; what is pressed in it is asked of the server as ever. */
const LOCKED_AFTER_MS = 2_000;

let timer = 0;
let isOpen = false;

const {live} = await begin({connection});
[pop, seat, line, note, caller, booking, waiting].forEach(part => part.begin());
live.on('desk', state => took(state));
await look();
live.start();

function connection(state) {
  clearTimeout(timer);
  isOpen = state === 'open';
  if (isOpen) {
    look().then(() => isOpen && hears(true));
  } else {
    timer = setTimeout(() => hears(false), LOCKED_AFTER_MS);
  }
}

/** All of it, whatever happened meanwhile. */
async function look() {
  try {
    await looked(true);
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    complain(refused.words);
  }
}
