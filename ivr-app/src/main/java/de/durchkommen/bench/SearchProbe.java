package de.durchkommen.bench;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.SearchOutcome;
import de.durchkommen.booking.Wish;
import java.time.LocalDate;
import java.util.Optional;

/** Somebody who looks for the next free pair again and again, while others book. */
final class SearchProbe implements AutoCloseable {
  private static final int MOST = 1_000_000;
  private static final long PAUSE_MILLISECONDS = 2;
  private static final String[] POSTCODES = {"34117", "35390", "36037", "60311", "65183", "64283"};

  private final Latencies latencies = new Latencies(MOST);
  private final BookingDesk desk;
  private final LocalDate from;
  private final Thread thread;
  private volatile boolean stopped;

  SearchProbe(BookingDesk desk, LocalDate from) {
    this.desk = desk;
    this.from = from;
    this.thread = Thread.ofPlatform().name("search").start(this::search);
  }

  private void search() {
    for (int i = 0; !stopped; i++) {
      long start = System.nanoTime();
      Wish wish = new Wish(Optional.empty(), POSTCODES[i % POSTCODES.length], from);
      if (desk.search(wish, 1) instanceof SearchOutcome.Unknown(String why)) {
        throw new IllegalStateException("No answer to a search: " + why);
      }
      latencies.add(System.nanoTime() - start);
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  Latencies latencies() {
    return latencies;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
