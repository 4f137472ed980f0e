package de.durchkommen.booking;

import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Migrated;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Asks both desks once what callers ask, before the application counts as ready. The first answer
 * of a fresh process loads hundreds of classes, which on a busy machine takes longer than an answer
 * may: without this the first callers of the day would hear that nobody can tell.
 */
@ApplicationScoped
class WarmUp {
  private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

  /** After all who fill the database. */
  private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

  private static final int TRIES = 3;
  private static final long NOBODY = 0;
  private static final HoldKey NO_HOLD = new HoldKey(1, 1, 1);
  private static final Actor ACTOR = Actor.system("warm-up");

  private final BookingDesk phone;
  private final BookingDesk web;
  private final WaitingList list;
  private final Clock clock;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  WarmUp() {
    this.phone = null;
    this.web = null;
    this.list = null;
    this.clock = null;
  }

  @Inject
  WarmUp(BookingDesk phone, @ForWeb BookingDesk web, WaitingList list, Clock clock) {
    this.phone = phone;
    this.web = web;
    this.list = list;
    this.clock = clock;
  }

  void warm(@Observes @Priority(LAST) Migrated database) {
    warm(phone, "telephone");
    warm(web, "web");
    list.standing(NOBODY);
  }

  private void warm(BookingDesk desk, String whose) {
    for (int tries = 1; tries <= TRIES; tries++) {
      if (answers(desk)) {
        return;
      }
    }
    LOG.log(System.Logger.Level.WARNING, "The desk of the {0} gives no answers yet", whose);
  }

  /** What is offered here is given back at once; nobody books with a hold that there is not. */
  private boolean answers(BookingDesk desk) {
    Wish wish = new Wish(Optional.empty(), "00000", LocalDate.now(clock));
    OfferOutcome outcome = desk.offer(wish);
    if (outcome instanceof OfferOutcome.Offered(Offer offer)) {
      desk.renew(offer.hold());
      desk.release(offer.hold());
    }
    desk.search(wish, 1);
    boolean booked = desk.book(NOBODY, NO_HOLD, ACTOR) instanceof BookOutcome.HoldLost;
    boolean lookedUp = desk.appointments(NOBODY) instanceof LookUp.NothingBooked;
    return booked && lookedUp && !(outcome instanceof OfferOutcome.Unknown);
  }
}
