package de.durchkommen.booking;

import de.durchkommen.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The booking service on the database. */
@ApplicationScoped
class SeatDesk implements BookingDesk {
  private static final System.Logger LOG = System.getLogger(SeatDesk.class.getName());

  private final Database database;
  private final Holds holds;
  private final Clock clock;
  private final RandomGenerator random;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  SeatDesk() {
    this.database = null;
    this.holds = null;
    this.clock = null;
    this.random = null;
  }

  @Inject
  SeatDesk(Database database, Holds holds, Clock clock, RandomGenerator random) {
    this.database = database;
    this.holds = holds;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public OfferOutcome offer(Wish wish) {
    long hold = random.nextLong(1, Long.MAX_VALUE);
    OfferOutcome outcome =
        database.answer(entities -> offered(entities, wish, hold), OfferOutcome.Unknown::new);
    if (outcome instanceof OfferOutcome.Offered) {
      holds.add(hold);
    }
    return outcome;
  }

  @Override
  public void release(Offer offer) {
    holds.remove(offer.hold());
    String failure =
        database.answer(
            entities -> {
              appointments(entities).release(offer.hold());
              return "";
            },
            why -> why);
    if (!failure.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "A hold is left to run out: {0}", failure);
    }
  }

  @Override
  public BookOutcome book(long person, Offer offer) {
    holds.remove(offer.hold());
    return database.answer(
        entities -> appointments(entities).book(person, offer.hold()), BookOutcome.Unknown::new);
  }

  @Override
  public MoveOutcome move(long person, Offer offer) {
    holds.remove(offer.hold());
    return database.answer(
        entities -> appointments(entities).move(person, offer.hold()), MoveOutcome.Unknown::new);
  }

  @Override
  public CancelOutcome cancel(long person) {
    return database.answer(
        entities -> appointments(entities).cancel(person), CancelOutcome.Unknown::new);
  }

  @Override
  public LookUp appointments(long person) {
    return database.answer(entities -> appointments(entities).lookUp(person), LookUp.Unknown::new);
  }

  @Override
  public List<Centre> centres(String postcode) {
    return database.answer(
        entities -> new Centres(entities).nearestFirst(postcode),
        why -> {
          LOG.log(System.Logger.Level.WARNING, "Centres are not known: {0}", why);
          return List.of();
        });
  }

  private Appointments appointments(EntityManager entities) {
    return new Appointments(entities, random, clock.instant());
  }

  private OfferOutcome offered(EntityManager entities, Wish wish, long hold) {
    Instant now = clock.instant();
    LocalDateTime from = from(wish, now);
    List<Centre> centres =
        wish.centre()
            .map(List::of)
            .orElseGet(() -> new Centres(entities).nearestFirst(wish.postcode()));
    for (Centre centre : centres) {
      Optional<SeatPair> found = new SeatSearch(entities, centre.id(), Limits.utc(now)).pair(from);
      if (found.isPresent()) {
        found.get().held(hold, now.plus(Limits.HOLD));
        entities.flush();
        return new OfferOutcome.Offered(offer(hold, centre, found.get()));
      }
    }
    return new Stock(entities, centres.stream().map(Centre::id).toList(), from)
        .afterNothingFree(now);
  }

  private static Offer offer(long hold, Centre centre, SeatPair seats) {
    return new Offer(hold, centre, seats.first().startsAt(), seats.second().startsAt());
  }

  private static LocalDateTime from(Wish wish, Instant now) {
    LocalDateTime soonest = LocalDateTime.ofInstant(now.plus(Limits.LEAD), Limits.HESSEN);
    LocalDateTime wished = wish.notBefore().atStartOfDay();
    return wished.isAfter(soonest) ? wished : soonest;
  }
}
