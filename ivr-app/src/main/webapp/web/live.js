/**
 * Live events of the server. A state comes whole at each connection, so that nothing is lost with a connection; what
 * happened while there was none comes again for a minute.
 */

const ADDRESS = '/api/v1/events';
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
const BEATS_MISSED = 2.5;
const USUAL_BEAT_S = 15;
const OWN = ['hello', 'beat', 'end'];

/**
 * One stream of events. It connects again by itself, ever more rarely while that is in vain; it also notices when
 * nothing comes any more although nothing broke.
 */
export class Live {
  #listeners = new Map();
  #source = null;
  #lastId = '';
  #failures = 0;
  #timer = 0;
  #watch = 0;
  #silenceMs = USUAL_BEAT_S * BEATS_MISSED * 1_000;
  #state = 'closed';
  #onState;
  #onEnd;

  /**
   * @param {{state?: (state: 'open'|'lost'|'closed') => void, end?: (reason: string) => void}} more
   *     state: whenever it changes; end: it has ended, because the session seems over (`SESSION`) or the account has
   *     one too many (`TOO_MANY`), until somebody starts it again; or a connection was refused (`REFUSED`), and it
   *     goes on trying: perhaps nobody is logged in any more
   */
  constructor({state = () => {}, end = () => {}} = {}) {
    this.#onState = state;
    this.#onEnd = end;
  }

  /**
   * Listens to events of a name.
   *
   * @param {string} name
   * @param {(value: Object) => void} act
   */
  on(name, act) {
    if (this.#listeners.has(name) || OWN.includes(name)) {
      throw new Error(`Somebody listens to ${name}`);
    }
    this.#listeners.set(name, act);
    if (this.#source !== null) {
      this.#attach(this.#source, name, act);
    }
  }

  /** Connects; does nothing when it does already. */
  start() {
    clearTimeout(this.#timer);
    if (this.#source !== null) {
      return;
    }
    const after = this.#lastId === '' ? '' : `?after=${encodeURIComponent(this.#lastId)}`;
    const source = new EventSource(ADDRESS + after);
    this.#source = source;
    source.addEventListener('hello', event => this.#opened(event));
    source.addEventListener('beat', () => this.#heard());
    source.addEventListener('end', event => this.#ended(JSON.parse(event.data).reason));
    source.addEventListener('error', () => this.#broke(source));
    this.#listeners.forEach((act, name) => this.#attach(source, name, act));
    this.#heard();
  }

  /** Ends it. */
  stop() {
    this.#close();
    clearTimeout(this.#timer);
    this.#become('closed');
  }

  #attach(source, name, act) {
    source.addEventListener(name, event => {
      this.#heard();
      this.#remember(event);
      act(JSON.parse(event.data));
    });
  }

  #remember(event) {
    if (event.lastEventId !== '') {
      this.#lastId = event.lastEventId;
    }
  }

  #opened(event) {
    this.#failures = 0;
    this.#silenceMs = JSON.parse(event.data).beatSeconds * BEATS_MISSED * 1_000;
    this.#heard();
    this.#remember(event);
    this.#become('open');
  }

  /** A connection that says nothing for too long is none, whatever the system thinks. */
  #heard() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#again(), this.#silenceMs);
  }

  #ended(reason) {
    if (reason === 'SESSION' || reason === 'TOO_MANY') {
      this.stop();
      this.#onEnd(reason);
    } else {
      this.#again();
    }
  }

  /** The browser gives up by itself when it was answered, but not with a stream. */
  #broke(source) {
    const refused = source.readyState === EventSource.CLOSED;
    this.#again();
    if (refused) {
      this.#onEnd('REFUSED');
    }
  }

  #again() {
    this.#close();
    this.#become('lost');
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures++;
    clearTimeout(this.#timer);
    // Not all at once, when a server comes back.
    this.#timer = setTimeout(() => this.start(), pause * (0.5 + Math.random()));
  }

  #close() {
    clearTimeout(this.#watch);
    this.#source?.close();
    this.#source = null;
  }

  #become(state) {
    if (this.#state !== state) {
      this.#state = state;
      this.#onState(state);
    }
  }
}
