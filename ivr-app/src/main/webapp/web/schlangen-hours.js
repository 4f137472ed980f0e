/** Opening hours as people write them: `8-12, 14-20:30`. */

const MOST = 8;
const SPAN = /^(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|bis)\s*(\d{1,2})(?:[:.](\d\d))?$/;

/**
 * What somebody has written.
 *
 * @param {string} written
 * @returns {Array<{from: string, until: string}>|null} in the order of time, none for a closed day; null when it is no
 *     time that can be
 */
export function parsed(written) {
  const text = written.trim().replace(/\s*Uhr\s*/g, '');
  if (text === '' || text === 'geschlossen') {
    return [];
  }
  const spans = text.split(/\s*(?:,|;|\bund\b)\s*/).map(one);
  if (spans.length > MOST || spans.includes(null)) {
    return null;
  }
  spans.sort((a, b) => a.from.localeCompare(b.from));
  const apart = spans.every((span, i) => i === 0 || spans[i - 1].until < span.from);
  return apart ? spans : null;
}

function one(text) {
  const found = SPAN.exec(text);
  const from = found && time(found[1], found[2]);
  const until = found && time(found[3], found[4]);
  return from && until && from < until ? {from, until} : null;
}

/** A time, as 08:00 up to 24:00; null when there is none such. */
export function time(hour, minute = '00') {
  const inDay = Number(hour) < 24 && Number(minute) < 60;
  return inDay || (Number(hour) === 24 && Number(minute) === 0)
    ? `${hour.padStart(2, '0')}:${minute}`
    : null;
}

/** A time of the day that somebody has written, as 22:00 for 22 and 22.00; null when it is none. */
export function timeWritten(written) {
  const found = /^(\d{1,2})(?:[:.](\d\d))?(?:\s*Uhr)?$/.exec(written.trim());
  return found === null ? null : time(found[1], found[2]);
}

/** Hours as they are shown in a field; empty for a closed day. */
export function written(spans) {
  return spans.map(({from, until}) => `${short(from)}-${short(until)}`).join(', ');
}

/** Hours in words. */
export function inWords(spans) {
  return spans.length === 0 ? 'geschlossen' : spans.map(({from, until}) => `${from} bis ${until} Uhr`).join(', ');
}

function short(time) {
  return time.replace(/:00$/, '').replace(/^0(?=\d)/, '');
}
