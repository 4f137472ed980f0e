/** A person's voice out of the browser's microphone as a file. */

/** Telephones have no more than 8 kHz of it; recordings are asked for with 16 to 48. */
const RATE = 48_000;
const HEADER_BYTES = 44;
const SAMPLE_BYTES = 2;
const LOUDEST = 32_767;

/** Whether this browser lets a page record. */
export function records() {
  return navigator.mediaDevices !== undefined && typeof MediaRecorder === 'function';
}

/**
 * Begins to record.
 *
 * @returns {Promise<() => Promise<Blob>>} ends it, and gives the file
 * @throws {DOMException} when there is no microphone, or it is not allowed
 */
export async function recorder() {
  const stream = await navigator.mediaDevices.getUserMedia(
      {audio: {channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false}});
  const parts = [];
  const machine = new MediaRecorder(stream);
  machine.addEventListener('dataavailable', event => parts.push(event.data));
  const ended = new Promise(done => machine.addEventListener('stop', done));
  machine.start();
  return async () => {
    machine.stop();
    await ended;
    stream.getTracks().forEach(track => track.stop());
    return wave(await new Blob(parts).arrayBuffer());
  };
}

/** RIFF/WAVE, 16 bit, mono. */
async function wave(encoded) {
  const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(encoded);
  const samples = sound.getChannelData(0);
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + samples.length * SAMPLE_BYTES));
  const word = (at, letters) => Array.from(letters).forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, view.byteLength - 8, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * SAMPLE_BYTES, true);
  view.setUint16(32, SAMPLE_BYTES, true);
  view.setUint16(34, 8 * SAMPLE_BYTES, true);
  word(36, 'data');
  view.setUint32(40, samples.length * SAMPLE_BYTES, true);
  samples.forEach((sample, i) =>
    view.setInt16(HEADER_BYTES + i * SAMPLE_BYTES, Math.round(Math.max(-1, Math.min(1, sample)) * LOUDEST), true));
  return new Blob([view.buffer], {type: 'audio/wav'});
}
