package de.durchkommen.queue;

import de.durchkommen.phone.CallingHours;
import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stay on this node. The room's rounds write how it stands; the call's thread reads it. Small:
 * there may be ten thousand.
 */
final class Visit implements Stay {
  /** How far it is. */
  enum State {
    /** Not written down yet. */
    PENDING,
    /** Not let in to wait. */
    SHUT,
    /** Waits for the opening. */
    LOBBY,
    /** In line. */
    LINE,
    /** In a dialogue. */
    DIALOGUE,
    /** Over. */
    OVER
  }

  private final Room room;
  private final long id;
  private final Arrival arrival;
  private final Instant entered;
  private final Bell bell = new Bell();
  private final Bell turn = new Bell();
  private final Pacing pacing = new Pacing();
  private State state = State.PENDING;
  private boolean returned;
  private boolean closing;
  private int position;
  private boolean asking;
  private @Nullable Boolean answer;
  private @Nullable Instant told;

  /** When the news that are due were made; it takes seconds to tell them. */
  private @Nullable Instant newsMade;

  /** The same of those that were told: who comes in during that is not in them. */
  private @Nullable Instant toldMade;

  private int toldPosition;
  private int rungAt;
  private Instant restsUntil = Instant.MIN;
  private @Nullable WaitRange toldRange;
  private @Nullable Instant firstTold;
  private @Nullable Instant handedOver;

  Visit(Room room, long id, Arrival arrival, Instant entered) {
    this.room = room;
    this.id = id;
    this.arrival = arrival;
    this.entered = entered;
  }

  long id() {
    return id;
  }

  Arrival arrival() {
    return arrival;
  }

  synchronized State state() {
    return state;
  }

  /** A round says how far it is now. Nothing comes after the end. */
  synchronized void becomes(State next) {
    if (state == State.OVER || state == next || (state == State.DIALOGUE && next != State.OVER)) {
      return;
    }
    state = next;
    notifyAll();
    if (next == State.DIALOGUE) {
      turn.ring();
    }
    // In line they still have to be told where; the first line-up rings for that.
    if (next != State.OVER && (next != State.LINE || position > 0)) {
      bell.ring();
    }
  }

  /** Comes in once more: the others do not know this stay (any more). Nobody does who has left. */
  synchronized void entersAgain() {
    if (state != State.OVER) {
      room.happened(new Event.Entered(id, arrival));
    }
  }

  /** In line, and does not know where. */
  synchronized boolean isUnplaced() {
    return state == State.LINE && position == 0;
  }

  /** Whether the database should have it as one that is on the line. */
  synchronized boolean isWritten() {
    return state == State.LOBBY || state == State.LINE || state == State.DIALOGUE;
  }

  synchronized void isReturning() {
    returned = true;
  }

  /** Whether the hotline has closed for those in line. */
  synchronized void closes(boolean now) {
    if (closing != now) {
      closing = now;
      bell.ring();
    }
  }

  /** A line-up says where it stands: rings at the first time, and when it is time to tell it. */
  void stands(int now, Instant at) {
    boolean news;
    synchronized (this) {
      boolean first = position == 0;
      position = now;
      boolean nearer = now < toldPosition && now != rungAt && isSoonEnough(at);
      news = first || nearer || isOverdue(at);
      if (first) {
        notifyAll();
      } else if (nearer) {
        rungAt = now;
      }
      if (news) {
        restsUntil = at;
      }
    }
    if (news) {
      bell.ring();
    }
  }

  /** They rest for longer than they may by now: somebody has changed the pace meanwhile. */
  private boolean isOverdue(Instant at) {
    Instant last = told;
    return last != null
        && restsUntil.isAfter(at)
        && !last.plus(room.pace().latest()).isAfter(at)
        && state == State.LINE;
  }

  private boolean isSoonEnough(Instant at) {
    Instant last = told;
    return last == null || !last.plus(room.pace().soonest()).isAfter(at);
  }

  /** A round says what became of a wish or of an answered call. */
  synchronized void answered(boolean noted) {
    if (asking) {
      answer = noted;
      notifyAll();
    } else if (noted) {
      // Too late: they were told that nobody knows, and wait on the line.
      entersAgain();
    }
  }

  /** From now on somebody waits for what {@link #answered} says. */
  synchronized void asks() {
    asking = true;
    answer = null;
  }

  /** Waits for what {@link #answered} says; empty when it is not said in time. */
  synchronized Optional<Boolean> answer(Duration limit) {
    Optional<Boolean> said = awaited(() -> Optional.ofNullable(answer), limit);
    asking = false;
    answer = null;
    return said;
  }

  /** The first range that was told, and when; empty when none was. */
  synchronized Optional<Promise> promise() {
    WaitRange range = toldRange;
    Instant at = firstTold;
    return range == null || at == null ? Optional.empty() : Optional.of(new Promise(range, at));
  }

  /** What somebody was told first. */
  record Promise(WaitRange range, Instant at) {}

  Instant entered() {
    return entered;
  }

  @Override
  public synchronized Standing standing() {
    return switch (state) {
      case PENDING, OVER -> new Standing.Pending();
      case SHUT -> new Standing.Closed(room.opens(), room.isDraw());
      case LOBBY -> new Standing.Lobby(room.opens(), room.isDraw());
      case DIALOGUE -> new Standing.Admitted();
      case LINE -> inLine();
    };
  }

  private Standing inLine() {
    if (closing) {
      return new Standing.Closing(room.opens());
    }
    Lineup lineup = room.lineup();
    return position == 0 || lineup == null
        ? new Standing.Pending()
        : new Standing.Waiting(position, lineup.range(position), lineup.at());
  }

  @Override
  public synchronized Standing settled(Duration limit) {
    return awaited(this::known, limit).orElseGet(Standing.Pending::new);
  }

  private Optional<Standing> known() {
    return Optional.of(standing()).filter(now -> !(now instanceof Standing.Pending));
  }

  /** Waits until it is there; empty when it is not there in time. The lock must be held. */
  private <T> Optional<T> awaited(Supplier<Optional<T>> wish, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Optional<T> found = wish.get();
    try {
      while (found.isEmpty()) {
        long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
          return found;
        }
        wait(millis);
        found = wish.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  @Override
  public Bell bell() {
    return bell;
  }

  @Override
  public Bell turn() {
    return turn;
  }

  @Override
  public synchronized boolean isReturned() {
    return returned;
  }

  @Override
  public Optional<News> news() {
    Standing now = standing();
    Lineup lineup = room.lineup();
    if (!(now instanceof Standing.Waiting waiting) || lineup == null) {
      return Optional.empty();
    }
    Instant at = room.now();
    Optional<News> due = pacing.due(waiting, room.pace(), circumstances(lineup), at);
    if (due.isPresent()) {
      made(at);
    }
    return due;
  }

  private synchronized void made(Instant at) {
    newsMade = at;
  }

  private synchronized Pacing.Circumstances circumstances(Lineup lineup) {
    Instant since = toldMade == null ? entered : toldMade;
    return new Pacing.Circumstances(
        room.isLimited(), lineup.isOvertaken(arrival.priority(), since));
  }

  @Override
  public void told(News news) {
    Instant now = room.now();
    pacing.told(news, now);
    boolean first;
    synchronized (this) {
      first = firstTold == null;
      told = now;
      toldMade = newsMade;
      toldPosition = news.position();
      if (first) {
        firstTold = now;
        toldRange = news.range().orElse(null);
      }
    }
    if (first) {
      room.happened(new Event.Told(id, now, news.position(), news.range()));
    }
  }

  @Override
  public boolean isCallbackPossible() {
    return room.isCallbackPossible();
  }

  @Override
  public boolean isStockTold() {
    return room.isStockTold();
  }

  @Override
  public CallbackOutcome callBack(PhoneNumber number) {
    Event.Wished wish = new Event.Wished(id, arrival, number);
    asks();
    room.happened(wish);
    Optional<Boolean> noted = answer(QueueLimits.ANSWER);
    if (noted.isEmpty()) {
      room.withdrawn(wish);
      return new CallbackOutcome.Unknown("no answer within " + QueueLimits.ANSWER);
    }
    if (!noted.get()) {
      return new CallbackOutcome.TooMany();
    }
    return kept();
  }

  private CallbackOutcome kept() {
    Standing before = standing();
    synchronized (this) {
      state = State.OVER;
      room.kept(this);
    }
    Instant first = room.earliestCall();
    CallingHours hours = room.callingHours();
    if (before instanceof Standing.Waiting(int where, Optional<WaitRange> range, Instant at)) {
      return new CallbackOutcome.Kept(Optional.of(where), range, first, hours);
    }
    return new CallbackOutcome.Kept(Optional.empty(), Optional.empty(), first, hours);
  }

  @Override
  public synchronized void handsOver() {
    if (state != State.OVER) {
      handedOver = room.now();
    }
  }

  /** Whether an agent's telephone rings for it. */
  synchronized boolean isHandedOver() {
    return handedOver != null && state != State.OVER;
  }

  /** Whether that was so before this time already. */
  synchronized boolean isHandedOverBefore(Instant time) {
    return isHandedOver() && handedOver != null && handedOver.isBefore(time);
  }

  @Override
  public void identified(long person) {
    room.happened(new Event.Identified(id, person));
  }

  @Override
  public void speaks(String language) {
    room.happened(new Event.Spoke(id, language));
  }

  @Override
  public synchronized void served() {
    if (over()) {
      room.served(this);
    }
  }

  @Override
  public synchronized void close() {
    if (handedOver == null) {
      lost();
    }
  }

  /** The caller is gone, whoever holds this. */
  synchronized void lost() {
    if (over()) {
      room.left(this);
    }
  }

  /** Under one lock with its event, so that no other event of this stay comes after that. */
  private boolean over() {
    boolean first = state != State.OVER;
    state = State.OVER;
    notifyAll();
    return first;
  }

  @Override
  public synchronized Duration patience() {
    Duration rest = rest();
    restsUntil = room.now().plus(rest);
    return rest;
  }

  private Duration rest() {
    Instant last = told;
    Pacing.Pace pace = room.pace();
    if (last == null || state != State.LINE) {
      return pace.latest();
    }
    boolean nearer = position < toldPosition;
    Instant next = last.plus(nearer ? pace.soonest() : pace.latest());
    Duration left = Duration.between(room.now(), next);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  /** Nobody looks more often than this. */
  private static final Duration SHORTEST = Duration.ofMillis(500);
}
