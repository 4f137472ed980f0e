package de.durchkommen.call;

import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.News;
import de.durchkommen.queue.WaitRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sentences with a value in them that are said so often that they are made before anybody waits for
 * them.
 */
public final class WarmTexts {
  /** The first positions, which are told to everybody who waits long enough. */
  static final int POSITIONS = 30;

  /** The minutes between which a wait is told. */
  private static final int[] MINUTES = {1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240};

  private WarmTexts() {}

  /** All of them, the likeliest first. */
  public static List<Utterance> all() {
    List<Utterance> all = new ArrayList<>();
    for (int position = 1; position <= POSITIONS; position++) {
      for (News.Kind kind : List.of(News.Kind.ENTRY, News.Kind.NEARER, News.Kind.STILL)) {
        all.add(WaitingWords.position(kind, position));
      }
    }
    ranges().stream().map(WaitingWords::range).forEach(all::add);
    return all;
  }

  /** Less than each, from each to each longer one, more than the last. */
  static List<WaitRange> ranges() {
    List<WaitRange> ranges = new ArrayList<>();
    for (int until = 0; until < MINUTES.length; until++) {
      ranges.add(new WaitRange(Duration.ZERO, Optional.of(minutes(until))));
      for (int from = 0; from < until; from++) {
        ranges.add(new WaitRange(minutes(from), Optional.of(minutes(until))));
      }
    }
    ranges.add(new WaitRange(minutes(MINUTES.length - 1), Optional.empty()));
    return ranges;
  }

  private static Duration minutes(int step) {
    return Duration.ofMinutes(MINUTES[step]);
  }
}
