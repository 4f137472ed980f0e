/** The supervisors' overview, on a desk, on a telephone, or on a wall. */

import * as chart from './leitung-chart.js';
import * as rest from './leitung-rest.js';
import * as room from './leitung-room.js';
import {Refused} from './api.js';
import {byId} from './dom.js';
import {shortcut} from './keys.js';
import {looked, took} from './leitung-board.js';
import {begin} from './shell.js';
import {complain} from './toast.js';

const WALL_MS = 60_000;

let timer = 0;
let isFirst = true;

const {live} = await begin({connection});
[room, rest, chart].forEach(part => part.begin());
live.on('wallboard', board => took(board));
byId('wand').addEventListener('click', onTheWall);
shortcut('w', 'Wandanzeige ein- oder ausschalten', onTheWall);
await look();
live.start();

function connection(state) {
  if (state === 'open' && !isFirst) {
    look();
  }
  isFirst = false;
}

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

/**
 * Only numbers, as large as there is room. Nobody types at a wall: so the page itself uses the session there, up to
 * its end after twelve hours.
 */
function onTheWall() {
  const on = document.body.classList.toggle('wall');
  byId('wand').setAttribute('aria-pressed', String(on));
  clearInterval(timer);
  chart.draw();
  if (on) {
    timer = setInterval(() => chart.look(true), WALL_MS);
    document.documentElement.requestFullscreen?.().catch(() => {});
  } else if (document.fullscreenElement !== null) {
    document.exitFullscreen();
  }
}
