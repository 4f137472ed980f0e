package de.durchkommen.desk;

import de.durchkommen.agent.CallerAtHand;
import de.durchkommen.api.Problem;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.booking.Limits;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Migrated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Renews what is held for callers once a minute, while their talks with agents go on. */
@ApplicationScoped
class HeldForCallers {
  private static final System.Logger LOG = System.getLogger(HeldForCallers.class.getName());

  private final CallerAtHand callers;
  private final BookingDesk booking;
  private final ScheduledExecutorService schedule;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  HeldForCallers() {
    callers = null;
    booking = null;
    schedule = null;
  }

  @Inject
  HeldForCallers(
      CallerAtHand callers, @ForWeb BookingDesk booking, ScheduledExecutorService schedule) {
    this.callers = callers;
    this.booking = booking;
    this.schedule = schedule;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
  void begin(@Observes Migrated migrated) {
    if (begun.compareAndSet(false, true)) {
      long seconds = Limits.RENEWAL.toSeconds();
      schedule.scheduleAtFixedRate(this::renew, seconds, seconds, TimeUnit.SECONDS);
    }
  }

  /** Renews all; what fails now is tried again in a minute. Those that were booked are no holds. */
  void renew() {
    List<HoldKey> held;
    try {
      held = callers.held();
    } catch (Problem unknown) {
      LOG.log(Level.WARNING, "What agents hold was not renewed: {0}", unknown.slug());
      return;
    }
    held.forEach(booking::renew);
  }
}
