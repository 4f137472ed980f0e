package de.durchkommen.agent;

import de.durchkommen.agent.Companions.Companion;
import de.durchkommen.agent.Exchange.Live;
import de.durchkommen.agent.TalkBook.Word;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of this node's talks true from what the exchange says is there. What was told
 * while this process was away, or the connection broken, is found so.
 */
final class Comparison {
  private final TalkWrites writes;
  private final TalkNews news;
  private final Neighbours neighbours;
  private final Clock clock;
  private final String node;
  private final AtomicBoolean wanted = new AtomicBoolean(true);
  private final MissedCompanions missed = new MissedCompanions();

  Comparison(TalkWrites writes, TalkNews news, Neighbours neighbours, Clock clock, String node) {
    this.writes = writes;
    this.news = news;
    this.neighbours = neighbours;
    this.clock = clock;
    this.node = node;
  }

  /** It is to be done soon. */
  void wanted() {
    wanted.set(true);
  }

  /** Does it when it is wanted. */
  void ifWanted() {
    if (wanted.get() && compared()) {
      wanted.set(false);
    }
  }

  /** False when nobody knows what is there. */
  boolean compared() {
    if (!neighbours.exchange().isPossible()) {
      return false;
    }
    Instant before = AgentLimits.now(clock);
    // The rows first: what began later is not taken for gone.
    Optional<Rows> rows =
        writes.done(
            book -> new Rows(book.talks().live(), new Companions(book).told(node)),
            why -> Optional.empty());
    if (rows.isEmpty()) {
      return false;
    }
    List<Live> live;
    try {
      live = neighbours.exchange().live();
    } catch (IllegalStateException nobodyKnows) {
      return false;
    }
    Map<Long, Live> rooms =
        live.stream().collect(Collectors.toMap(Live::talk, Function.identity(), Comparison::both));
    missed
        .gone(rows.get().companions(), rooms)
        .forEach(gone -> news.told(book -> gone(book, gone)));
    rows.get().talks().stream()
        .filter(row -> node.equals(row.node()))
        .forEach(row -> compare(row, rooms.remove(row.id()), before));
    rooms.values().stream().filter(Comparison::isWhole).forEach(this::goesOn);
    return true;
  }

  /** What the rows say. */
  private record Rows(List<TalkRow> talks, List<Companion> companions) {}

  private static Word gone(TalkBook book, Companion companion) {
    new Companions(book).left(companion);
    return Word.NONE;
  }

  private static Live both(Live one, Live other) {
    return new Live(
        one.talk(),
        one.caller() || other.caller(),
        one.agent() || other.agent(),
        one.asked() || other.asked(),
        one.observer() || other.observer());
  }

  private static boolean isWhole(Live room) {
    return room.caller() && room.agent();
  }

  private void compare(TalkRow row, @Nullable Live room, Instant before) {
    if (room != null && isWhole(room)) {
      if (!row.hasBegun()) {
        goesOn(room);
      }
      return;
    }
    Instant begun = row.begunAt();
    if (begun != null && !begun.plus(AgentLimits.YOUNG).isAfter(before)) {
      if (room == null || !room.caller()) {
        told(row, TalkBook::vanished);
      }
    } else if (begun == null && rungOut(row, before)) {
      told(row, TalkBook::ringPassed);
    }
  }

  private static boolean rungOut(TalkRow row, Instant now) {
    @Nullable Instant rang = row.rangAt();
    Instant from = rang == null ? row.assignedAt().plus(AgentLimits.WORDS) : rang;
    return !from.plus(AgentLimits.RING).plus(AgentLimits.RING_SLACK).isAfter(now);
  }

  private void goesOn(Live room) {
    Instant now = AgentLimits.now(clock);
    news.told(book -> book.begins(room.talk(), now));
  }

  private void told(TalkRow row, BiConsumer<TalkBook, TalkRow> change) {
    news.told(book -> {
      book.talks().of(row.id()).filter(TalkRow::isLive).ifPresent(now -> change.accept(book, now));
      return Word.NONE;
    });
  }
}
