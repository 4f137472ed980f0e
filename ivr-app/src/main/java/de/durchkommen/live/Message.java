package de.durchkommen.live;

import java.util.Optional;

/**
 * Something to be sent to a browser.
 *
 * @param id its number, by which a browser says what it has seen last; empty when it is not counted
 * @param name what the browser listens for
 * @param json the value
 */
record Message(Optional<EventId> id, String name, String json) {
  /** The first one of a stream: from here on it hears everything. */
  static final String HELLO = "hello";

  /** A sign of life, which scripts see; a comment alone they do not. */
  static final String BEAT = "beat";

  /** The last one of a stream, with the reason. */
  static final String END = "end";

  static Message uncounted(String name, String json) {
    return new Message(Optional.empty(), name, json);
  }
}
