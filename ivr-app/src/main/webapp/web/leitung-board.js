/**
 * What is known of the hotline: the server's last board as a whole. Whoever shows a part of it follows. Times are
 * counted by the server's clock, since a board that shows the same as the one before is not sent again.
 */

import {ask} from './api.js';

const TICK_MS = 1_000;

const followers = [];
const tickers = [];
let board = null;
let ahead = 0;

/** Calls `act(board)` with each new board. */
export function follow(act) {
  followers.push(act);
}

/** Calls `act(board)` each second, once there is one. */
export function everySecond(act) {
  tickers.push(act);
}

/** The last board; null before the first. */
export function known() {
  return board;
}

/** Now, by the server's clock, in milliseconds. */
export function now() {
  return Date.now() + ahead;
}

/** This came from the server; what is older is no news, unless a connection broke meanwhile. */
export function took(next, anew = false) {
  if (next === null || (!anew && board !== null && Date.parse(next.at) < Date.parse(board.at))) {
    return;
  }
  board = next;
  ahead = Date.parse(next.at) - Date.now();
  followers.forEach(act => act(board));
}

/** Asks for the board as a whole; throws Refused. */
export async function looked(anew = false) {
  took(await ask('GET', '/wallboard'), anew);
}

setInterval(() => board !== null && tickers.forEach(act => act(board)), TICK_MS);
