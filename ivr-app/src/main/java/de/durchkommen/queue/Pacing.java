package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When one waiting caller is told what. Numbers that were told never grow without a reason.
 *
 * <p>A position that has fallen is told as soon as it may be. What takes longer is told with its
 * reason, and a reason at most every {@code latest}, so that nobody hears numbers go up and down.
 * It takes longer when the position or the end of the range is higher than was said last, and also
 * when the time that was promised has passed.
 *
 * <p>Not for several threads.
 */
final class Pacing {
  /** Nobody is asked more often than this whether there is something to tell. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  private @Nullable News last;
  private @Nullable WaitRange said;
  private Instant toldAt = Instant.MIN;
  private Instant reasonAt = Instant.MIN;
  private Instant promised = Instant.MAX;

  /** What is due now, given how the caller stands and how things are. */
  Optional<News> due(Standing.Waiting standing, Pace pace, Circumstances now, Instant at) {
    if (last == null) {
      return Optional.of(
          new News(
              News.Kind.ENTRY,
              standing.position(),
              standing.range(),
              Optional.<News.Reason>empty()));
    }
    if (at.isBefore(toldAt.plus(pace.soonest))) {
      return Optional.empty();
    }
    boolean quiet = !at.isBefore(toldAt.plus(pace.latest));
    boolean behind = standing.position() > last.position();
    if (behind || isLonger(standing.range()) || at.isAfter(promised)) {
      boolean rested = quiet || (behind && !at.isBefore(reasonUntil(pace)));
      return rested ? Optional.of(longer(standing, now)) : Optional.empty();
    }
    if (standing.position() < last.position()) {
      return Optional.of(news(News.Kind.NEARER, standing.position(), standing.range()));
    }
    return quiet
        ? Optional.of(news(News.Kind.STILL, standing.position(), steady(standing.range())))
        : Optional.empty();
  }

  /** It was told. */
  void told(News news, Instant at) {
    boolean excused = news.reason().isPresent();
    if (excused) {
      reasonAt = at;
      promised = Instant.MAX;
    }
    if (news.range().isPresent()) {
      said = news.range().get();
      Instant end = said.until().map(at::plus).orElse(Instant.MAX);
      promised = end.isBefore(promised) ? end : promised;
    }
    last = news;
    toldAt = at;
  }

  /**
   * How long until something may be due. After {@code soonest} the position may fall at any time;
   * it is looked at twice within that time.
   */
  Duration patience(Pace pace, Instant at) {
    if (last == null) {
      return SHORTEST;
    }
    Duration since = Duration.between(toldAt, at);
    Duration next = pace.soonest.minus(since);
    if (!next.isPositive()) {
      next = shorter(pace.soonest.dividedBy(2), pace.latest.minus(since));
    }
    return next.compareTo(SHORTEST) < 0 ? SHORTEST : next;
  }

  private News longer(Standing.Waiting standing, Circumstances now) {
    return new News(
        News.Kind.LONGER, standing.position(), standing.range(), Optional.of(now.reason()));
  }

  private static News news(News.Kind kind, int position, Optional<WaitRange> range) {
    return new News(kind, position, range, Optional.empty());
  }

  /** Whether the end, in minutes as it is said, is higher than the one that was said last. */
  private boolean isLonger(Optional<WaitRange> range) {
    return said != null && range.isPresent() && minutes(range.get()) > minutes(said);
  }

  private static long minutes(WaitRange range) {
    return range.until().map(Duration::toMinutes).orElse(Long.MAX_VALUE);
  }

  /** At the same place, what is within the range that was said is said in the same words. */
  private Optional<WaitRange> steady(Optional<WaitRange> range) {
    if (said == null || range.isEmpty() || range.get().from().compareTo(said.from()) < 0) {
      return range;
    }
    return Optional.of(said);
  }

  private Instant reasonUntil(Pace pace) {
    return reasonAt.equals(Instant.MIN) ? reasonAt : reasonAt.plus(pace.latest);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
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
  record Circumstances(boolean limited, boolean overtaken) {
    /** Why it takes longer; that the dialogues do when there is no other reason. */
    News.Reason reason() {
      if (overtaken) {
        return News.Reason.PRIORITY;
      }
      return limited ? News.Reason.FEWER : News.Reason.SLOWER;
    }
  }
}
