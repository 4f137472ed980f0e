package de.durchkommen.call;

import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.News;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody who waits how they stand, as often as is good for them.
 *
 * <p>What has become urgent meanwhile is said before the next piece of news, once.
 *
 * <p>Every few times the callback is offered again, for those who have forgotten it, and the stock
 * is told with its time. A position that is asked for is never worse than what was told before.
 */
final class Announcements {
  /** How often somebody is told that the position is not known. */
  static final Duration UNKNOWN_PACE = Duration.ofMinutes(1);

  /** How often somebody who waits for the opening is told how long it takes. */
  static final Duration LOBBY_PACE = Duration.ofMinutes(3);

  /** A position that is older is called unknown. */
  static final Duration STALE = Duration.ofSeconds(30);

  /** How long music plays at most and at least before anything is looked at again. */
  static final Duration LONGEST_MUSIC = Duration.ofMinutes(1);

  /** See {@link #LONGEST_MUSIC}. */
  static final Duration SHORTEST_MUSIC = Duration.ofSeconds(1);

  /** The callback is offered with every so manieth piece of news. */
  static final int OFFERED_EVERY = 4;

  /** The stock is told that many pieces of news before a callback is offered again. */
  private static final int STOCK_BEFORE = 2;

  private final Caller caller;
  private final Stay stay;
  private final StockNews stock;
  private final UrgentWords urgent;
  private final Clock clock;
  private final BooleanSupplier offersCode;
  private final Prompt keys;
  private int count;
  private @Nullable Class<?> lastKind;
  private Instant lastAt = Instant.MIN;
  private Optional<News> lastNews = Optional.empty();

  /**
   * Tells this caller.
   *
   * @param keys what the keys do
   */
  Announcements(Caller caller, Stay stay, Desks desks, BooleanSupplier offersCode, Prompt keys) {
    this.keys = keys;
    this.caller = caller;
    this.stay = stay;
    this.stock = desks.stock;
    this.urgent = desks.urgent;
    this.clock = desks.clock;
    this.offersCode = offersCode;
  }

  /** Says what is due; returns for how long there may be music then. */
  Duration told(Standing standing) {
    return switch (standing) {
      case Standing.Waiting waiting when isFresh(waiting) -> news();
      case Standing.Waiting stale -> unknown();
      case Standing.Pending() -> unknown();
      case Standing.Lobby(Instant opens, boolean draw) -> lobby(opens, draw);
      default -> SHORTEST_MUSIC;
    };
  }

  /** Says it again, since the caller asks for it. */
  void again(Standing standing) {
    if (standing instanceof Standing.Waiting waiting && isFresh(waiting)) {
      tell(position(waiting));
    } else {
      lastKind = null;
      told(standing);
    }
  }

  /** What the keys do. */
  void menu() {
    caller.learns(keys.said());
    if (stay.isCallbackPossible()) {
      caller.hears(WaitingPrompts.OFFER_SHORT.said());
    }
  }

  private boolean isFresh(Standing.Waiting waiting) {
    return !waiting.asOf().plus(STALE).isBefore(clock.instant());
  }

  private Duration news() {
    lastKind = Standing.Waiting.class;
    stay.news().ifPresent(this::tell);
    return music(stay.patience());
  }

  private void tell(News news) {
    lastNews = Optional.of(news);
    count++;
    List<Utterance> words = WaitingWords.of(news);
    caller.learns(words.getFirst(), urgent);
    words.stream().skip(1).forEach(caller::hears);
    if (count == 1) {
      offer();
    } else if (count % OFFERED_EVERY == 0 && stay.isCallbackPossible()) {
      caller.hears(WaitingPrompts.OFFER_SHORT.said());
    } else if (count % OFFERED_EVERY == OFFERED_EVERY - STOCK_BEFORE && stay.isStockTold()) {
      stock.told().ifPresent(caller::hears);
    }
    stay.told(news);
  }

  private void offer() {
    if (stay.isCallbackPossible()) {
      caller.hears(WaitingPrompts.OFFER.said());
    }
    if (offersCode.getAsBoolean()) {
      caller.hears(WaitingPrompts.OFFER_CODE.said());
    }
  }

  /** Never worse than what was told: who asks gets no reason for that. */
  private News position(Standing.Waiting now) {
    int position =
        lastNews.map(last -> Math.min(last.position(), now.position())).orElse(now.position());
    Optional<WaitRange> range =
        lastNews.map(last -> better(last.range(), now.range())).orElse(now.range());
    return new News(News.Kind.ENTRY, position, range, Optional.empty());
  }

  private static Optional<WaitRange> better(Optional<WaitRange> told, Optional<WaitRange> now) {
    boolean shorter =
        told.isPresent()
            && now.isPresent()
            && now.get().until().isPresent()
            && told.get()
                .until()
                .map(end -> now.get().until().get().compareTo(end) <= 0)
                .orElse(true);
    return shorter || told.isEmpty() ? now : told;
  }

  private Duration unknown() {
    if (isDue(Standing.Pending.class, UNKNOWN_PACE)) {
      boolean first = lastAt.equals(Instant.MIN);
      noted(Standing.Pending.class);
      caller.learns(WaitingPrompts.UNKNOWN.said(), urgent);
      if (first) {
        offer();
      }
    }
    return LONGEST_MUSIC;
  }

  private Duration lobby(Instant opens, boolean draw) {
    if (isDue(Standing.Lobby.class, LOBBY_PACE)) {
      boolean first = lastKind != Standing.Lobby.class;
      noted(Standing.Lobby.class);
      if (first) {
        var words = draw ? WaitingPrompts.LOBBY_DRAW : WaitingPrompts.LOBBY_ARRIVAL;
        caller.learns(words.with(Map.of("opens", SignUp.time(opens, clock))), urgent);
        offer();
      } else {
        caller.learns(
            WaitingPrompts.LOBBY_LEFT.with(Map.of("minutes", minutesUntil(opens))), urgent);
      }
    }
    return music(Duration.between(clock.instant(), opens));
  }

  private int minutesUntil(Instant opens) {
    long seconds = Math.max(1, Duration.between(clock.instant(), opens).toSeconds());
    return Math.toIntExact(Duration.ofSeconds(seconds).plusSeconds(59).toMinutes());
  }

  private boolean isDue(Class<?> kind, Duration pace) {
    return lastKind != kind || !lastAt.plus(pace).isAfter(clock.instant());
  }

  private void noted(Class<?> kind) {
    lastKind = kind;
    lastAt = clock.instant();
  }

  private static Duration music(Duration patience) {
    if (patience.compareTo(LONGEST_MUSIC) > 0) {
      return LONGEST_MUSIC;
    }
    return patience.compareTo(SHORTEST_MUSIC) < 0 ? SHORTEST_MUSIC : patience;
  }
}
