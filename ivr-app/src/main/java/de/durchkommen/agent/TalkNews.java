package de.durchkommen.agent;

import de.durchkommen.agent.TalkBook.Word;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * News of the exchange on their way to the database, one after the other, in their order. Without a
 * database they wait for a while; what is given up then is found by {@link Comparison}.
 */
final class TalkNews {
  private static final Logger LOG = System.getLogger(TalkNews.class.getName());
  private static final long PAUSE_MILLIS = 500;

  private final BlockingQueue<News> waiting = new ArrayBlockingQueue<>(AgentLimits.MOST_NEWS);
  private final TalkWrites writes;
  private final Neighbours neighbours;
  private final Clock clock;

  TalkNews(TalkWrites writes, Neighbours neighbours, Clock clock) {
    this.writes = writes;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /** What is to be written. */
  private record News(Function<TalkBook, Word> change, Instant at) {}

  /** Takes it, and returns at once. */
  void told(Function<TalkBook, Word> change) {
    if (!waiting.offer(new News(change, clock.instant()))) {
      LOG.log(Level.WARNING, "News of a talk were lost: too many wait for the database");
    }
  }

  /** Writes what comes, until the thread is interrupted. */
  void work() {
    try {
      while (true) {
        News next = waiting.take();
        while (!written(next) && next.at().plus(AgentLimits.NEWS_KEPT).isAfter(clock.instant())) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what waits now, on this thread; for tests. */
  void writeAll() {
    for (News next = waiting.poll(); next != null; next = waiting.poll()) {
      written(next);
    }
  }

  private boolean written(News news) {
    try {
      return writes
          .done(news.change(), why -> Optional.empty())
          .map(word -> {
            said(word);
            return true;
          })
          .orElse(false);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "News of a talk could not be written: {0}", bug.getClass().getName());
      return true;
    }
  }

  private void said(Word word) {
    switch (word) {
      case Word.Nothing() -> {}
      case Word.Begun(String callId) -> neighbours.queue().begun(callId);
      case Word.Gone(String callId) -> neighbours.queue().gone(callId);
    }
  }
}
