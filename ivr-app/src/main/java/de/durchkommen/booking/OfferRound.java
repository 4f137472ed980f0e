package de.durchkommen.booking;

import de.durchkommen.booking.PairFinder.Pair;
import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Offers pairs to all who ask at the same time, within one transaction.
 *
 * <p>Everybody wants the earliest date at the nearest centre. Those who look for the same get the
 * next pairs in the order of time, one each, from one search; who finds nothing there goes on to
 * the next centre. So many at once make no convoy.
 *
 * <p>Those on the waiting list are served before all who ask ({@link WaitingTurns}). Where somebody
 * is still waiting after that, nobody who asks is offered a pair that would suit the list.
 */
final class OfferRound {
  /**
   * One who asks.
   *
   * @param token what the seats will be held with
   */
  record Asked(Wish wish, long token) {}

  /** One who asks, and where he still has to look. */
  private static final class Seeker {
    private final Asked asked;
    private final List<SeatSearch> all;
    private final Deque<SeatSearch> left;
    private @Nullable OfferOutcome outcome;

    Seeker(Asked asked, List<SeatSearch> searches, List<SeatSearch> open) {
      this.asked = asked;
      this.all = searches;
      this.left = new ArrayDeque<>(open);
    }
  }

  private final Sql sql;
  private final Atlas atlas;
  private final WaitingTurns turns;
  private final Instant now;
  private final Set<SeatSearch> exhausted = new HashSet<>();
  private final Map<List<SeatSearch>, OfferOutcome> nothing = new HashMap<>();

  OfferRound(Sql sql, Atlas atlas, WaitingTurns turns, Instant now) {
    this.sql = sql;
    this.atlas = atlas;
    this.turns = turns;
    this.now = now;
  }

  /** One outcome for each, in their order; what is offered is held. */
  List<OfferOutcome> answers(List<Asked> all) {
    Set<String> reserved = turns.served();
    List<Seeker> seekers = all.stream().map(asked -> seeker(asked, reserved)).toList();
    Collection<List<Seeker>> groups = groups(seekers);
    while (!groups.isEmpty()) {
      groups.forEach(this::serve);
      groups = groups(seekers);
    }
    return seekers.stream().map(this::outcome).toList();
  }

  private Seeker seeker(Asked asked, Set<String> reserved) {
    List<SeatSearch> searches = SeatSearch.of(asked.wish(), sql, atlas, now);
    List<SeatSearch> open =
        searches.stream()
            .flatMap(search ->
                reserved.contains(search.centre().id())
                    ? search.until(turns.reach()).stream()
                    : Stream.of(search))
            .toList();
    return new Seeker(asked, searches, open);
  }

  /** Those who have nothing yet, by where they look next. */
  private Collection<List<Seeker>> groups(List<Seeker> seekers) {
    Map<SeatSearch, List<Seeker>> groups = new LinkedHashMap<>();
    for (Seeker seeker : seekers) {
      seeker.left.removeIf(exhausted::contains);
      SeatSearch next = seeker.left.peek();
      if (seeker.outcome == null && next != null) {
        groups.computeIfAbsent(next, key -> new ArrayList<>()).add(seeker);
      }
    }
    return groups.values();
  }

  private void serve(List<Seeker> group) {
    SeatSearch search = group.getFirst().left.element();
    List<Pair> pairs = new PairFinder(sql, search, now).locked(group.size());
    List<HoldKey> held = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Offer offer = offer(group.get(i).asked, search, pairs.get(i));
      held.add(offer.hold());
      group.get(i).outcome = new OfferOutcome.Offered(offer);
    }
    // At once: the next group may look at the same seats.
    new HoldRows(sql).hold(held, now.plus(Limits.HOLD));
    if (pairs.size() < group.size()) {
      exhausted.add(search);
    }
  }

  private Offer offer(Asked asked, SeatSearch search, Pair pair) {
    return new Offer(
        new HoldKey(asked.token(), pair.first().id(), pair.second().id()),
        search.centre(),
        search.vaccine(),
        pair.first().startsAt(),
        pair.second().startsAt(),
        now.plus(Limits.HOLD));
  }

  private OfferOutcome outcome(Seeker seeker) {
    return Optional.ofNullable(seeker.outcome)
        .orElseGet(() -> nothing.computeIfAbsent(seeker.all, this::nothingFree));
  }

  private OfferOutcome nothingFree(List<SeatSearch> searches) {
    return switch (new StockQuery(sql, now).afterNothingFree(searches)) {
      case Stock.SoldOut(Instant asOf) -> new OfferOutcome.SoldOut(asOf);
      case Stock.AllHeld(Instant nextExpiry) -> new OfferOutcome.AllHeld(nextExpiry);
      case Stock.Available _, Stock.Unknown _ ->
          throw new IllegalStateException("No answer to what is left when nothing is free");
    };
  }
}
