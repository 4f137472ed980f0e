package de.durchkommen.announcement;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.SpokenText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has the sounds of announcements made, one after the other, and knows which are there. What could
 * not be made is tried again after {@link #AGAIN}. {@link #want} is for one thread.
 */
final class ReadyWords implements AutoCloseable {
  /** So long after a failure it is tried again. */
  static final Duration AGAIN = Duration.ofSeconds(5);

  /** So many may wait to be made; more come in a later round. */
  private static final int QUEUE = 100;

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Logger LOG = System.getLogger(ReadyWords.class.getName());

  private final Announcer announcer;
  private final Clock clock;
  private final Set<SpokenText> ready = ConcurrentHashMap.newKeySet();
  private final Map<SpokenText, Instant> tried = new HashMap<>();
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          0,
          1,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          ReadyWords::thread);

  ReadyWords(Announcer announcer, Clock clock) {
    this.announcer = announcer;
    this.clock = clock;
  }

  private static Thread thread(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name("urgent-sounds").unstarted(work);
    thread.setContextClassLoader(ReadyWords.class.getClassLoader());
    return thread;
  }

  /** Whether these can be heard without waiting. */
  boolean has(SpokenText words) {
    return ready.contains(words);
  }

  /** These are wanted, and no others any more. */
  void want(Collection<SpokenText> words) {
    Instant now = clock.instant();
    ready.retainAll(Set.copyOf(words));
    tried.keySet().retainAll(Set.copyOf(words));
    for (SpokenText one : words) {
      if (!ready.contains(one) && !tried.getOrDefault(one, Instant.MIN).isAfter(now.minus(AGAIN))) {
        tried.put(one, now);
        make(one);
      }
    }
  }

  private void make(SpokenText words) {
    try {
      worker.execute(() -> made(words));
    } catch (RejectedExecutionException full) {
      LOG.log(Level.WARNING, "Too many urgent announcements wait for their sound");
    }
  }

  private void made(SpokenText words) {
    try {
      announcer.audio(words);
      ready.add(words);
    } catch (RuntimeException mute) {
      LOG.log(
          Level.WARNING,
          "No sound of an urgent announcement in {0} yet, callers do not hear it: {1}",
          words.language(),
          mute.getMessage());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
