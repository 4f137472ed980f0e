package de.durchkommen.live;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The numbers of live events; tests take smaller ones.
 *
 * @param beat a stream sends a sign of life when there was nothing else for so long; then, too, it
 *     is looked whether the session is still there
 * @param outbox so many events wait for a browser, which is too slow when there are more
 * @param perAccount so many streams of one account; the oldest one ends for a further one. A
 *     browser has six connections to a host over HTTP/1.1, and its other requests need some
 * @param perNode so many streams in this process
 */
record LiveLimits(Duration beat, int outbox, int perAccount, int perNode) {
  /** Those of the application. */
  static final LiveLimits USUAL = new LiveLimits(Duration.ofSeconds(15), 200, 4, 500);

  /** Events are kept so long for browsers that come back, and so many of them. */
  static final Duration REMEMBERED = Duration.ofMinutes(1);

  static final int MOST_REMEMBERED = 500;

  /** So many kinds of states at most: each is asked for at each connection. */
  static final int MOST_SOURCES = 50;

  /** The largest event, in characters of JSON. */
  static final int LARGEST = 256 * 1024;

  /** When to ask again while there are too many streams, in seconds. */
  static final int AGAIN_SECONDS = 10;

  /** What events and states may be called. */
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
}
