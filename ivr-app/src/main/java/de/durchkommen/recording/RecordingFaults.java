package de.durchkommen.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What went wrong with recordings, for health and metrics. Talks go on. */
@ApplicationScoped
class RecordingFaults {
  private static final System.Logger LOG = System.getLogger(RecordingFaults.class.getName());

  private final AtomicLong count = new AtomicLong();
  private final AtomicReference<Optional<Fault>> last = new AtomicReference<>(Optional.empty());

  /**
   * A fault.
   *
   * @param what a word, such as {@code disk-full}
   */
  record Fault(String what, Instant at) {}

  /** Counts a fault, and writes it into the log. */
  void happened(String what, Clock clock) {
    count.incrementAndGet();
    last.set(Optional.of(new Fault(what, clock.instant())));
    LOG.log(Level.ERROR, "A talk is not recorded: {0}", what);
  }

  /** How many there were since the start. */
  long count() {
    return count.get();
  }

  /** The last one. */
  Optional<Fault> last() {
    return last.get();
  }
}
