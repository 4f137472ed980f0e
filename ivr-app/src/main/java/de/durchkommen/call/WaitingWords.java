package de.durchkommen.call;

import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.News;
import de.durchkommen.queue.WaitRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A position, and how long it takes, in words.
 *
 * <p>A position is told exactly up to {@link #EXACT}; beyond that it is told as about so many, to
 * tens up to {@link #TENS}, to hundreds beyond. Rounding keeps the order, so what is told never
 * grows unless the position does.
 */
final class WaitingWords {
  /** The highest position that is told exactly. */
  static final int EXACT = 100;

  /** The highest position that is told to tens. */
  static final int TENS = 1_000;

  private static final int TEN = 10;
  private static final int HUNDRED = 100;
  private static final int HOUR = 60;

  private WaitingWords() {}

  /** The sentences of a piece of news. */
  static List<Utterance> of(News news) {
    List<Utterance> words = new ArrayList<>();
    news.reason().map(WaitingWords::reason).ifPresent(why -> words.add(why.said()));
    words.add(position(news.kind(), news.position()));
    news.range().map(WaitingWords::range).ifPresent(words::add);
    return words;
  }

  static Utterance position(News.Kind kind, int position) {
    boolean exact = position <= EXACT;
    Prompt prompt =
        switch (kind) {
          case ENTRY, LONGER -> exact ? WaitingPrompts.POSITION : WaitingPrompts.POSITION_ABOUT;
          case NEARER -> exact ? WaitingPrompts.NEARER : WaitingPrompts.NEARER_ABOUT;
          case STILL -> exact ? WaitingPrompts.STILL : WaitingPrompts.STILL_ABOUT;
        };
    return prompt.with(Map.of("position", told(position)));
  }

  /** The number that is told. */
  static int told(int position) {
    if (position <= EXACT) {
      return position;
    }
    int step = position <= TENS ? TEN : HUNDRED;
    return (position + step / 2) / step * step;
  }

  static Utterance range(WaitRange range) {
    int from = minutes(range.from());
    if (range.until().isEmpty()) {
      return WaitingPrompts.RANGE_MORE.with(Map.of("from", from));
    }
    int until = minutes(range.until().get());
    if (from == 0) {
      return WaitingPrompts.RANGE_LESS.with(Map.of("until", until));
    }
    Prompt prompt =
        until < HOUR
            ? WaitingPrompts.RANGE_MINUTES
            : from < HOUR ? WaitingPrompts.RANGE_MIXED : WaitingPrompts.RANGE_HOURS;
    return prompt.with(Map.of("from", from, "until", until));
  }

  /** Whole minutes; a part of one is told as the whole. */
  private static int minutes(Duration time) {
    return Math.toIntExact(time.plusMinutes(1).minusNanos(1).toMinutes());
  }

  private static Prompt reason(News.Reason reason) {
    return switch (reason) {
      case SLOWER -> WaitingPrompts.LONGER_SLOWER;
      case FEWER -> WaitingPrompts.LONGER_FEWER;
      case PRIORITY -> WaitingPrompts.LONGER_PRIORITY;
    };
  }
}
