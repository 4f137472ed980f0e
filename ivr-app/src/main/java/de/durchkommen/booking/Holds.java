package de.durchkommen.booking;

import de.durchkommen.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The offers that this process has made and that are neither taken nor given back.
 *
 * <p>They are renewed once a minute, all together. When the process dies nobody renews them and
 * they run out by themselves: no seat is lost with a call.
 */
@ApplicationScoped
class Holds {
  private static final System.Logger LOG = System.getLogger(Holds.class.getName());

  private final Map<Long, Instant> offered = new ConcurrentHashMap<>();
  private final Database database;
  private final Clock clock;
  private final ScheduledExecutorService schedule;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Holds() {
    this.database = null;
    this.clock = null;
    this.schedule = null;
  }

  @Inject
  Holds(Database database, Clock clock, ScheduledExecutorService schedule) {
    this.database = database;
    this.clock = clock;
    this.schedule = schedule;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    long seconds = Limits.RENEWAL.toSeconds();
    schedule.scheduleAtFixedRate(this::renew, seconds, seconds, TimeUnit.SECONDS);
  }

  void add(long hold) {
    offered.put(hold, clock.instant());
  }

  void remove(long hold) {
    offered.remove(hold);
  }

  int size() {
    return offered.size();
  }

  /** Renews all, some hundred a transaction; what fails now is tried again in a minute. */
  void renew() {
    Instant oldest = clock.instant().minus(Limits.LONGEST_OFFER);
    offered.values().removeIf(oldest::isAfter);
    List<Long> all = new ArrayList<>(offered.keySet());
    for (int i = 0; i < all.size(); i += Limits.RENEWED_AT_ONCE) {
      renew(all.subList(i, Math.min(all.size(), i + Limits.RENEWED_AT_ONCE)));
    }
  }

  private void renew(List<Long> some) {
    LocalDateTime until = Limits.utc(clock.instant().plus(Limits.HOLD));
    String failure =
        database.answer(
            entities -> {
              entities
                  .createQuery("UPDATE SeatRow s SET s.heldUntil = :until WHERE s.heldBy IN :some")
                  .setParameter("until", until)
                  .setParameter("some", some)
                  .executeUpdate();
              return "";
            },
            why -> why);
    if (!failure.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "{0} holds were not renewed: {1}", some.size(), failure);
    }
  }
}
