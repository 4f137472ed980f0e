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
    String before = unsaid == 0 ? "" : " (" + unsaid + " such warnings were left out before)";
    logger.log(Level.WARNING, "{0}{1}", what, before);
    quietUntil = now.plus(INTERVAL);
    unsaid = 0;
  }
}
