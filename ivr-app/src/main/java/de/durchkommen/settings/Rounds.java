package de.durchkommen.settings;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Work that a part does again and again until the application ends. What fails once is done again
 * the next time: an exception would end the schedule.
 */
public final class Rounds {
  private static final int FRAMES = 15;

  private final ScheduledExecutorService schedule;
  private final Logger log;
  private final String failure;
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * None yet.
   *
   * @param failure what is written into the log when one fails, before the kind of error; without a
   *     full stop
   */
  public Rounds(ScheduledExecutorService schedule, Logger log, String failure) {
    this.schedule = schedule;
    this.log = log;
    this.failure = failure;
  }

  /** Whether to begin: true once, however often it is asked. */
  public boolean begin() {
    return begun.compareAndSet(false, true);
  }

  /** Does the work now, and again so long after each time. */
  public void fromNowOn(Duration pause, Runnable work) {
    scheduled(Duration.ZERO, pause, work);
  }

  /** Does the work so long from now, and again so long after each time. */
  public void every(Duration pause, Runnable work) {
    scheduled(pause, pause, work);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // They end with the application.
  private void scheduled(Duration first, Duration pause, Runnable work) {
    schedule.scheduleWithFixedDelay(
        () -> guarded(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does the work once, in the same way. */
  public void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      log.log(Level.ERROR, "{0}: {1}", failure, place(bug));
    }
  }

  /** Without its message, which may quote what a caller has keyed. */
  private static String place(RuntimeException bug) {
    return Stream.concat(
            Stream.of(bug.getClass().getName()),
            Arrays.stream(bug.getStackTrace()).limit(FRAMES).map(StackTraceElement::toString))
        .collect(Collectors.joining("\n  at "));
  }
}
