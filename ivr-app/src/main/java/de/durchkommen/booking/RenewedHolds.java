package de.durchkommen.booking;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The telephone's holds: renewed once a minute, all together, while this process lives. When it
 * dies nobody renews them and they run out by themselves: no seat is lost with a call.
 *
 * <p>Holds that ran out a while ago, of whatever process, are taken off their seats here too. A
 * search takes such seats anyway; this is for those who count.
 */
@ApplicationScoped
class RenewedHolds implements Holds {
  private static final System.Logger LOG = System.getLogger(RenewedHolds.class.getName());

  private final Map<HoldKey, Instant> offered = new ConcurrentHashMap<>();
  private final Database database;
  private final Clock clock;
  private final ScheduledExecutorService schedule;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RenewedHolds() {
    this.database = null;
    this.clock = null;
    this.schedule = null;
  }

  @Inject
  RenewedHolds(Database database, Clock clock, ScheduledExecutorService schedule) {
    this.database = database;
    this.clock = clock;
    this.schedule = schedule;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // They end with the application.
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    long seconds = Limits.RENEWAL.toSeconds();
    schedule.scheduleAtFixedRate(this::renew, seconds, seconds, TimeUnit.SECONDS);
    long pause = Limits.REAPING.toSeconds();
    schedule.scheduleWithFixedDelay(this::reap, pause, pause, TimeUnit.SECONDS);
  }

  @Override
  public void add(HoldKey hold) {
    offered.put(hold, clock.instant());
  }

  @Override
  public void remove(HoldKey hold) {
    offered.remove(hold);
  }

  int size() {
    return offered.size();
  }

  /** Renews all, some hundred a transaction; what fails now is tried again in a minute. */
  void renew() {
    Instant oldest = clock.instant().minus(Limits.LONGEST_OFFER);
    offered.values().removeIf(oldest::isAfter);
    List<HoldKey> all = new ArrayList<>(offered.keySet());
    for (int i = 0; i < all.size(); i += Limits.RENEWED_AT_ONCE) {
      renew(all.subList(i, Math.min(all.size(), i + Limits.RENEWED_AT_ONCE)));
    }
  }

  private void renew(List<HoldKey> some) {
    Instant until = Limits.now(clock).plus(Limits.HOLD);
    String failure =
        database.answer(
            entities -> {
              new HoldRows(new Sql(entities)).renewed(some, until);
              return "";
            },
            why -> why);
    if (!failure.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "{0} holds were not renewed: {1}", some.size(), failure);
    }
  }

  /**
   * Takes holds off their seats that ran out a while ago; returns how many seats, -1 if unknown.
   */
  int reap() {
    Instant before = Limits.now(clock).minus(Limits.REAPED_AFTER);
    return database.answer(
        entities -> new HoldRows(new Sql(entities)).reaped(before),
        why -> {
          LOG.log(System.Logger.Level.WARNING, "Old holds stay for now: {0}", why);
          return -1;
        });
  }
}
