/** Asking the server over REST: the CSRF token, time limits, a second try where it does no harm, errors in words. */

import {wordsOf, wordsOfSilence} from './words.js';

const BASE = '/api/v1';
const TIME_LIMIT_MS = 10_000;
const SOUND_LIMIT_MS = 40_000;
const PAUSES_MS = [500, 1_500];
const LONGEST_PAUSE_MS = 5_000;
const WORTH_ANOTHER_TRY = new Set([0, 502, 503, 504]);
const LOGGED_OUT = new Set(['not-logged-in', 'unauthorized']);
const KEY_BYTES = 18;

let token = '';
let onUse = () => {};
let onLoggedOut = () => {};
let changes = 0;
let whenQuiet = [];

/** What the server refused, or did not answer. */
export class Refused extends Error {
  /**
   * @param {number} status of HTTP; 0 without an answer
   * @param {string} kind the end of the problem's type; `silence` without an answer
   * @param {string} words for people
   * @param {Object} problem all that the server said of it
   */
  constructor(status, kind, words, problem = {}) {
    super(words);
    this.status = status;
    this.kind = kind;
    this.words = words;
    this.problem = problem;
  }
}

/** Sets the token that each change shows from now on. */
export function useToken(csrf) {
  token = csrf;
}

/**
 * Who wants to know.
 *
 * @param {{used?: Function, loggedOut?: Function}} listeners used: the session was used; loggedOut: it is over
 */
export function listen({used = onUse, loggedOut = onLoggedOut}) {
  onUse = used;
  onLoggedOut = loggedOut;
}

/** A value for `Idempotency-Key`: one for each thing that a person wants done, the same for each try of it. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Asks. GET, and what has an idempotency key, is asked up to three times when there is no answer.
 *
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {{body?: Object|Blob, key?: string, headers?: Object<string, string>, timeLimitMs?: number, keepalive?: boolean,
 *     tagged?: boolean}} more keepalive: sent even when the page is left meanwhile; tagged: the answer is {json, tag}, and the tag
 *     is for If-Match
 * @returns {Promise<Object|null>} the JSON of the answer; null when there is none
 * @throws {Refused}
 */
export async function ask(method, path, more = {}) {
  const again = method === 'GET' || more.key !== undefined;
  for (let tries = 0; ; tries++) {
    try {
      return await askedOnce(method, path, more);
    } catch (refused) {
      const isLast = !again || tries >= PAUSES_MS.length || !WORTH_ANOTHER_TRY.has(refused.status);
      if (isLast) {
        throw refused;
      }
      const wish = Number(refused.problem.retryAfterSeconds ?? 0) * 1_000;
      await pause(Math.min(Math.max(wish, PAUSES_MS[tries]), LONGEST_PAUSE_MS));
    }
  }
}

function pause(ms) {
  return new Promise(done => setTimeout(done, ms));
}

/** Done when no change is under way: one that renews the session has to arrive before the session is asked for. */
export function quiet() {
  return changes === 0 ? Promise.resolve() : new Promise(done => whenQuiet.push(done));
}

async function askedOnce(method, path, more) {
  if (method === 'GET') {
    return answered(method, path, more);
  }
  changes++;
  try {
    return await answered(method, path, more);
  } finally {
    changes--;
    if (changes === 0) {
      whenQuiet.forEach(done => done());
      whenQuiet = [];
    }
  }
}

async function answered(method, path, more) {
  const answer = await sent(method, path, more);
  const json = await read(answer);
  if (answer.ok) {
    onUse();
    return more.tagged ? {json, tag: answer.headers.get('ETag')} : json;
  }
  throw refusal(answer, json);
}

/**
 * Asks for a sound, as a WAV file. It may have to be made first.
 *
 * @param {string} path below /api/v1
 * @returns {Promise<ArrayBuffer>}
 * @throws {Refused}
 */
export async function sound(path) {
  const answer = await sent('GET', path,
      {headers: {'Accept': 'audio/wav, application/problem+json'}, timeLimitMs: SOUND_LIMIT_MS});
  if (!answer.ok) {
    throw refusal(answer, await read(answer));
  }
  onUse();
  try {
    return await answer.arrayBuffer();
  } catch (failure) {
    throw new Refused(0, 'silence', wordsOfSilence(failure));
  }
}

function refusal(answer, json) {
  const problem = json ?? {};
  const kind = String(problem.type ?? '').replace(/^.*:/, '') || 'none';
  const refused = new Refused(answer.status, kind, wordsOf(kind, problem), problem);
  if (LOGGED_OUT.has(kind)) {
    onLoggedOut();
  }
  return refused;
}

async function sent(method, path, {body, key, headers = {}, timeLimitMs = TIME_LIMIT_MS, keepalive = false}) {
  const all = {'Accept': 'application/json', ...headers};
  if (method !== 'GET') {
    all['X-CSRF-Token'] = token;
  }
  if (body !== undefined) {
    all['Content-Type'] = body instanceof Blob ? body.type : 'application/json';
  }
  if (key !== undefined) {
    all['Idempotency-Key'] = key;
  }
  try {
    return await fetch(BASE + path, {
      method,
      headers: all,
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      keepalive,
      signal: AbortSignal.timeout(timeLimitMs),
    });
  } catch (failure) {
    throw new Refused(0, 'silence', wordsOfSilence(failure));
  }
}

/** An answer that breaks off is none; one that is no JSON has no more to say than its status. */
async function read(answer) {
  let text;
  try {
    text = await answer.text();
  } catch (failure) {
    throw new Refused(0, 'silence', wordsOfSilence(failure));
  }
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
