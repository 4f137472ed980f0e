/** Listening to what callers will hear, one thing at a time. */

import {sound} from './api.js';

let context = null;
let playing = null;

/**
 * Plays a sound to its end, or until another one begins.
 *
 * @param {string} path below /api/v1
 * @returns {Promise<boolean>} whether it was heard to its end
 */
export async function play(path) {
  stop();
  context ??= new AudioContext();
  const [file] = await Promise.all([sound(path), context.resume()]);
  const buffer = await context.decodeAudioData(file);
  stop();
  document.documentElement.dataset.played = buffer.duration.toFixed(1);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  return new Promise(done => {
    const mine = {stop: () => {
      done(false);
      source.stop();
    }};
    playing = mine;
    source.addEventListener('ended', () => {
      if (playing === mine) {
        playing = null;
      }
      done(true);
    }, {once: true});
    source.start();
  });
}

/** Ends what is being heard. */
export function stop() {
  const before = playing;
  playing = null;
  before?.stop();
}
