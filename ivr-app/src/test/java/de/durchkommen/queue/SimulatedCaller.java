package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Somebody who calls in a simulation, and what they have heard. */
final class SimulatedCaller {
  /** So long a call that has ended may count as present: its node has to be missed first. */
  private static final Duration UNNOTICED =
      QueueLimits.DEAD.plus(QueueLimits.AWAITED).plusSeconds(60);

  final Optional<PhoneNumber> number;
  final boolean alone;
  final String language;
  final int priority;
  final Instant patience;
  @Nullable SimulatedNode node;
  @Nullable Visit visit;
  @Nullable Arrival arrival;
  @Nullable News heard;
  Doing doing = Doing.IDLE;

  /** The ticket that the caller had last, and must have again. */
  long ticket;

  /** When a wish to be called back comes up; null for who never has one. */
  @Nullable Instant wish;

  /** Whether a wish to be called back is on its way. */
  boolean asking;

  private long expected;
  private Instant called = Instant.MIN;

  /** Counts what the caller means to do; what was meant before is not done any more. */
  private int plan;

  /** What a caller does. */
  enum Doing {
    /** Not on the line: will call (again), or gave up. */
    IDLE,
    /** On the line. */
    WAITING,
    /** In the dialogue. */
    TALKING,
    /** Waits to be called back. */
    HOPING
  }

  /**
   * A caller.
   *
   * @param alone whether nobody else has the number
   * @param patience how long they bear it
   */
  SimulatedCaller(
      Optional<PhoneNumber> number,
      boolean alone,
      String language,
      int priority,
      Instant patience,
      @Nullable Instant wish) {
    this.number = number;
    this.alone = alone;
    this.language = language;
    this.priority = priority;
    this.patience = patience;
    this.wish = wish;
  }

  /** From now on the caller means to do this. */
  void later(IntConsumer planned) {
    plan++;
    planned.accept(plan);
  }

  /** Does what was planned, if that is still so and the caller is not on the line. */
  void does(int planned, Runnable what) {
    if (planned == plan && visit == null) {
      what.run();
    }
  }

  /** Calls: a new call, or the same one that comes back after a crash. */
  void calls(SimulatedNode to, Arrival call, boolean known, Instant now) {
    expected = known ? ticket : 0;
    called = now;
    node = to;
    arrival = call;
    visit = (Visit) to.room().enters(call);
    doing = Doing.WAITING;
    heard = null;
  }

  /** Was called, and picked up. */
  void answers(SimulatedNode from, Arrival call, Visit stay) {
    expected = 0;
    node = from;
    arrival = call;
    visit = stay;
    doing = Doing.WAITING;
  }

  /** Hangs up. */
  void hangsUp(Doing next) {
    Visit stay = visit;
    if (stay != null) {
      stay.close();
    }
    isOff(next);
  }

  /** Is not on the line any more, whoever ended that. */
  void isOff(Doing next) {
    asking = false;
    visit = null;
    node = null;
    doing = next;
  }

  /**
   * Looks which ticket it has become; the old one is the right one when it lives. As long as nobody
   * can know that the call before has ended, another one is as good.
   */
  void looks(TicketLedger ledger, Instant now) {
    Visit stay = visit;
    TicketLedger.Row row = stay == null ? null : ledger.of(stay.id());
    if (row == null) {
      return;
    }
    if (expected != 0 && expected != row.id() && ledger.isLive(expected)) {
      boolean unheard = row.reach() != Ticket.Reach.PRESENT || now.isBefore(heardOf(now));
      if (row.phase() == Ticket.Phase.DIALOGUE || unheard) {
        return;
      }
      ledger.violated("ticket " + expected + " was lost, and is " + row + ": " + this);
    }
    expected = 0;
    ticket = row.id();
  }

  /** When it is known that the call before has ended: later, when this one is missed meanwhile. */
  private Instant heardOf(Instant now) {
    SimulatedNode at = node;
    if (at != null && now.isBefore(at.until)) {
      called = now;
    }
    return called.plus(UNNOTICED);
  }

  /** Hears news; no number grows without a reason. */
  void hears(TicketLedger ledger) {
    Visit stay = visit;
    News news = stay == null ? null : stay.news().orElse(null);
    if (stay == null || news == null) {
      return;
    }
    News before = heard;
    if (before != null && news.reason().isEmpty() && isMore(before, news)) {
      ledger.violated("no reason: " + before + " -> " + news);
    }
    stay.told(news);
    heard = news;
  }

  @Override
  public String toString() {
    return "%s, called at %s, is at %s"
        .formatted(number, called, node == null ? "home" : node.name);
  }

  private static boolean isMore(News before, News news) {
    long least = before.range().map(SimulatedCaller::end).orElse(Long.MAX_VALUE);
    long most = news.range().map(SimulatedCaller::end).orElse(0L);
    return news.position() > before.position() || most > least;
  }

  private static long end(WaitRange range) {
    return range.until().map(Duration::toMinutes).orElse(Long.MAX_VALUE);
  }
}
