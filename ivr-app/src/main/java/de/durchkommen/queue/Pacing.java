package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When one waiting caller is told what. Numbers that were told never grow without a reason.
 *
 * <p>Not for several threads.
 */
@SuppressWarnings("DoNotCallSuggester") // To be written.
final class Pacing {
  /** What is due now, given how the caller stands and how things are. */
  Optional<News> due(Standing.Waiting standing, Pace pace, Circumstances now, Instant at) {
    throw new UnsupportedOperationException("to be written: " + standing + pace + now + at);
  }

  /** It was told. */
  void told(News news, Instant at) {
    throw new UnsupportedOperationException("to be written: " + news + at);
  }

  /** How long until something may be due. */
  Duration patience(Pace pace, Instant at) {
    throw new UnsupportedOperationException("to be written: " + pace + at);
  }

  /**
   * How often.
   *
   * @param soonest no more often than this
   * @param latest at least as often as this
   */
  record Pace(Duration soonest, Duration latest) {}

  /**
   * What may make it take longer.
   *
   * @param limited whether fewer dialogues are let in than are set
   * @param overtaken whether somebody of a higher priority has come in before this caller since the
   *     last news
   */
  record Circumstances(boolean limited, boolean overtaken) {}
}
