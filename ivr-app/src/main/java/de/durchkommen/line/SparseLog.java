package de.durchkommen.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Warnings that anybody with a socket can cause: one line an interval, with a count. */
final class SparseLog {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final Logger logger;
  private final Clock clock;
  private Instant quietUntil = Instant.MIN;
  private long unsaid;

  SparseLog(Logger logger, Clock clock) {
    this.logger = logger;
    this.clock = clock;
  }

  synchronized void warns(String what) {
    Instant now = clock.instant();
    if (now.isBefore(quietUntil)) {
      unsaid++;
      return;
    }
    logger.log(Level.WARNING, "{0} (and {1} warnings left out before)", what, unsaid);
    quietUntil = now.plus(INTERVAL);
    unsaid = 0;
  }
}
