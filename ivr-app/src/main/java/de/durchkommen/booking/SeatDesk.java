package de.durchkommen.booking;

import de.durchkommen.booking.PairFinder.Pair;
import de.durchkommen.database.Database;
import de.durchkommen.database.GroupCommit;
import de.durchkommen.database.Sql;
import de.durchkommen.phone.CallingHours;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The booking service on the database.
 *
 * <p>Offers go through one lane and bookings through two: who asks while a round is under way is
 * served by the next one, together with all others who do (see {@link GroupCommit}). One lane of
 * offers, since two would look at the same first seats.
 */
public final class SeatDesk implements BookingDesk {
  private static final System.Logger LOG = System.getLogger(SeatDesk.class.getName());
  private static final int OFFER_LANES = 1;
  private static final int BOOK_LANES = 2;

  private final Database database;
  private final Holds holds;
  private final Clock clock;
  private final RandomGenerator random;
  private final WaitingTerms terms;
  private final Atlas atlas = new Atlas();
  private final StockCounts counts;
  private final GroupCommit<OfferRound.Asked, OfferOutcome> offers;
  private final GroupCommit<BookRound.Asked, BookOutcome> bookings;

  /**
   * A desk on this database.
   *
   * @param holds renews what is offered, or does not
   * @param clock the time; its zone does not matter
   * @param random draws confirmations and holds, so not to be guessed
   */
  public SeatDesk(Database database, Holds holds, Clock clock, RandomGenerator random) {
    this(database, holds, clock, random, new WaitingTerms(WaitingLimits.KEPT, CallingHours.USUAL));
  }

  SeatDesk(
      Database database, Holds holds, Clock clock, RandomGenerator random, WaitingTerms terms) {
    this.database = database;
    this.holds = holds;
    this.clock = clock;
    this.random = random;
    this.terms = terms;
    this.counts = new StockCounts(database, clock);
    this.offers = new GroupCommit<>(database, this::offered, OFFER_LANES, Limits.TOGETHER);
    this.bookings = new GroupCommit<>(database, this::booked, BOOK_LANES, Limits.TOGETHER);
  }

  private List<OfferOutcome> offered(EntityManager entities, List<OfferRound.Asked> asked) {
    Sql sql = new Sql(entities);
    Instant now = Limits.now(clock);
    WaitingTurns turns = new WaitingTurns(sql, atlas, random, terms, now);
    return new OfferRound(sql, atlas, turns, now).answers(asked);
  }

  private List<BookOutcome> booked(EntityManager entities, List<BookRound.Asked> asked) {
    return new BookRound(new Sql(entities), atlas, random, Limits.now(clock)).answers(asked);
  }

  @Override
  public OfferOutcome offer(Wish wish) {
    long token = random.nextLong(1, Long.MAX_VALUE);
    OfferOutcome outcome =
        offers.answer(new OfferRound.Asked(wish, token), OfferOutcome.Unknown::new);
    if (outcome instanceof OfferOutcome.Offered(Offer offer)) {
      holds.add(offer.hold());
    }
    return outcome;
  }

  @Override
  public RenewOutcome renew(HoldKey hold) {
    Instant until = Limits.now(clock).plus(Limits.HOLD);
    return database.answer(
        entities ->
            new HoldRows(new Sql(entities)).renewed(hold, until)
                ? new RenewOutcome.Renewed(until)
                : new RenewOutcome.HoldLost(),
        RenewOutcome.Unknown::new);
  }

  @Override
  public void passOn(HoldKey hold) {
    holds.remove(hold);
  }

  @Override
  public void release(HoldKey hold) {
    holds.remove(hold);
    String failure =
        database.answer(
            entities -> {
              appointments(entities).release(hold);
              return "";
            },
            why -> why);
    if (!failure.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "A hold is left to run out: {0}", failure);
    }
  }

  @Override
  public BookOutcome book(long person, HoldKey hold, Actor actor) {
    holds.remove(hold);
    return bookings.answer(new BookRound.Asked(person, hold, actor), BookOutcome.Unknown::new);
  }

  @Override
  public MoveOutcome move(long person, HoldKey hold, Actor actor) {
    holds.remove(hold);
    return database.answer(
        entities -> appointments(entities).move(person, hold, actor), MoveOutcome.Unknown::new);
  }

  @Override
  public CancelOutcome cancel(long person, Actor actor) {
    return database.answer(
        entities -> appointments(entities).cancel(person, actor), CancelOutcome.Unknown::new);
  }

  @Override
  public LookUp appointments(long person) {
    return database.answer(entities -> appointments(entities).lookUp(person), LookUp.Unknown::new);
  }

  @Override
  public SearchOutcome search(Wish wish, int most) {
    if (most < 1 || most > Limits.LONGEST_SEARCH) {
      throw new IllegalArgumentException("A search finds 1 to " + Limits.LONGEST_SEARCH);
    }
    return database.answer(
        entities -> found(new Sql(entities), wish, most), SearchOutcome.Unknown::new);
  }

  private SearchOutcome found(Sql sql, Wish wish, int most) {
    Instant now = Limits.now(clock);
    List<FreePair> found = new ArrayList<>();
    for (SeatSearch search : SeatSearch.of(wish, sql, atlas, now)) {
      for (Pair pair : new PairFinder(sql, search, now).seen(most - found.size())) {
        found.add(
            new FreePair(
                search.centre(),
                search.vaccine(),
                pair.first().startsAt(),
                pair.second().startsAt()));
      }
      if (found.size() >= most) {
        break;
      }
    }
    return new SearchOutcome.Found(found, now);
  }

  @Override
  public Stock stock(Wish wish) {
    return counts.left(wish, atlas);
  }

  @Override
  public List<Centre> centres(String postcode) {
    return database.answer(
        entities -> atlas.nearestFirst(new Sql(entities), postcode, Limits.now(clock)),
        why -> {
          LOG.log(System.Logger.Level.WARNING, "Centres are not known: {0}", why);
          return List.of();
        });
  }

  private Appointments appointments(EntityManager entities) {
    return new Appointments(new Sql(entities), atlas, Limits.now(clock));
  }
}
