package de.durchkommen.booking;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Keeps the waiting list going: ends offers whose time is over, offers what is free to the next in
 * line, and places the calls that are due.
 *
 * <p>It looks every {@link WaitingLimits#RUN}, on each node. Nothing is lost by that: until then no
 * caller is offered what suits the list, and who calls in meanwhile has it served at once.
 */
@ApplicationScoped
class WaitingRun {
  private static final System.Logger LOG = System.getLogger(WaitingRun.class.getName());

  /**
   * Where no telephone can call out. It is no call, so nobody loses the place for not answering it:
   * the offer stays open for who calls in, and afterwards the entry waits in its old place.
   */
  static final OfferCall NO_TELEPHONE =
      offer -> {
        throw new IllegalStateException("No telephone calls out about entry " + offer.entry());
      };

  /** Nobody can tell how many. */
  private static final int UNKNOWN = -1;

  private static final Actor LIMIT = Actor.system("time limit");

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final ScheduledExecutorService schedule;
  private final WaitingTerms terms;
  private final OfferCall call;
  private final Atlas atlas = new Atlas();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  WaitingRun() {
    this.database = null;
    this.clock = null;
    this.random = null;
    this.schedule = null;
    this.terms = null;
    this.call = null;
  }

  @Inject
  WaitingRun(
      Database database,
      Clock clock,
      RandomGenerator random,
      ScheduledExecutorService schedule,
      WaitingTerms terms,
      Instance<OfferCall> calls) {
    this(
        database,
        clock,
        random,
        schedule,
        terms,
        calls.isResolvable() ? calls.get() : NO_TELEPHONE);
  }

  WaitingRun(
      Database database,
      Clock clock,
      RandomGenerator random,
      ScheduledExecutorService schedule,
      WaitingTerms terms,
      OfferCall call) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.schedule = schedule;
    this.terms = terms;
    this.call = call;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    long pause = WaitingLimits.RUN.toSeconds();
    schedule.scheduleWithFixedDelay(this::runLogged, pause, pause, TimeUnit.SECONDS);
  }

  /** A bug is told, and does not end the schedule. */
  private void runLogged() {
    try {
      run();
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "The waiting list was not served: {0}", bug.getClass().getName());
    }
  }

  /** Does what is due; what fails now is tried again in the next run, and nothing after it now. */
  void run() {
    int ended = end();
    for (int some = 1; some < WaitingLimits.ROUNDS && ended == WaitingLimits.AT_ONCE; some++) {
      ended = end();
    }
    int offers = ended == UNKNOWN ? UNKNOWN : offer();
    for (int some = 1; some < WaitingLimits.ROUNDS && offers > 0; some++) {
      offers = offer();
    }
    if (offers != UNKNOWN) {
      claimed().forEach(this::place);
    }
  }

  /** Ends some offers whose time is over; returns how many. */
  private int end() {
    Instant now = Limits.now(clock);
    return database.answer(
        entities -> {
          Sql sql = new Sql(entities);
          List<WaitingEntry> over = new WaitingEntries(sql).runOut(now);
          over.forEach(entry -> end(new WaitingEnds(sql, now), entry));
          return over.size();
        },
        why -> unknown(why, UNKNOWN));
  }

  /** Nobody loses their place because we did not call them. */
  private void end(WaitingEnds ends, WaitingEntry entry) {
    if (entry.calls() == 0) {
      ends.sendBack(entry, atlas, LIMIT);
    } else {
      ends.end(entry, WaitingHistory.Kind.UNREACHED, LIMIT);
    }
  }

  private int offer() {
    Instant now = Limits.now(clock);
    return database.answer(
        entities -> {
          WaitingTurns turns = new WaitingTurns(new Sql(entities), atlas, random, terms, now);
          turns.served();
          return turns.offers();
        },
        why -> unknown(why, UNKNOWN));
  }

  private List<WaitingOffer> claimed() {
    Instant now = Limits.now(clock);
    return database.answer(
        entities -> new WaitingCalls(new Sql(entities), atlas, terms, now).claimed(),
        why -> unknown(why, List.of()));
  }

  private void place(WaitingOffer offer) {
    try {
      call.place(offer);
    } catch (RuntimeException failed) {
      String what = failed.getClass().getName();
      LOG.log(Level.WARNING, "Entry {0} was not called: {1}", offer.entry(), what);
      return;
    }
    Instant now = Limits.now(clock);
    database.answer(
        entities -> {
          new WaitingCalls(new Sql(entities), atlas, terms, now).placed(offer);
          return true;
        },
        why -> unknown(why, false));
  }

  private static <T> T unknown(String why, T instead) {
    LOG.log(Level.WARNING, "The waiting list is served later: {0}", why);
    return instead;
  }
}
