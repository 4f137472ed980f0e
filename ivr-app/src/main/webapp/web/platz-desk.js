/**
 * What is known of the desk: the server's last state as a whole, and whether it is fresh. Whoever shows a part of it
 * follows. Times are counted by the server's clock.
 */

import {ask} from './api.js';

const TICK_MS = 1_000;

const followers = [];
const tickers = [];
let state = null;
let fresh = false;
let ahead = 0;

/** Calls `act(state, before)` with each new state, and when it begins or ceases to be fresh. */
export function follow(act) {
  followers.push(act);
}

/** Calls this each second, once there is a state. */
export function everySecond(act) {
  tickers.push(act);
}

/** The last state; null before the first. */
export function known() {
  return state;
}

/** Whether the server would tell if something changed. */
export function isFresh() {
  return fresh && state !== null;
}

/** The number of the talk; null when there is none. */
export function talkId() {
  return state?.talk?.id ?? null;
}

/** Now, by the server's clock, in milliseconds. */
export function now() {
  return Date.now() + ahead;
}

/**
 * This came from the server: answers overtake each other, and what is older is no news.
 *
 * @param {Object|null} next
 * @param {boolean} anew after a break it holds whatever its time is: the server may have another clock now
 */
export function took(next, anew = false) {
  if (next === null || (!anew && state !== null && Date.parse(next.now) < Date.parse(state.now))) {
    return;
  }
  const before = state;
  state = next;
  ahead = Date.parse(next.now) - Date.now();
  tell(before);
}

/** Whether the server is heard. */
export function hears(isHeard) {
  if (fresh !== isHeard) {
    fresh = isHeard;
    if (state !== null) {
      tell(state);
    }
  }
}

function tell(before) {
  followers.forEach(act => act(state, before));
}

/** Asks for the state as a whole; throws Refused. */
export async function looked(anew = false) {
  took(await ask('GET', '/desk/state'), anew);
}

/** Asks for a change, of which the answer is the state as a whole; throws Refused. */
export async function does(method, path, body = {}) {
  took(await ask(method, `/desk/${path}`, method === 'DELETE' ? {} : {body}));
}

setInterval(() => state !== null && tickers.forEach(act => act(state)), TICK_MS);
