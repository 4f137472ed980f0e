package de.durchkommen.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an event.
 *
 * @param process drawn at each start: numbers of another process say nothing here
 * @param number 0 or more
 */
record EventId(String process, long number) {
  private static final Pattern FORM = Pattern.compile("([a-z0-9]{1,20})-([0-9]{1,18})");

  /** What a browser sends; empty when it is no such id. */
  static Optional<EventId> parse(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(id -> new EventId(id.group(1), Long.parseLong(id.group(2))));
  }

  EventId next() {
    return new EventId(process, number + 1);
  }

  /** As it is sent. */
  String text() {
    return process + "-" + number;
  }
}
