package de.durchkommen.booking;

import de.durchkommen.booking.WaitingHistory.Event;
import de.durchkommen.booking.WaitingHistory.Kind;
import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The waiting list on the database. */
final class WaitingDesk implements WaitingList {
  private final Database database;
  private final Clock clock;
  private final WaitingTerms terms;
  private final Atlas atlas = new Atlas();

  WaitingDesk(Database database, Clock clock, WaitingTerms terms) {
    this.database = database;
    this.clock = clock;
    this.terms = terms;
  }

  @Override
  public WaitingSignUp signUp(WaitingWish wish, Actor actor) {
    return database.answer(
        entities -> signedUp(new Sql(entities), wish, actor), WaitingSignUp.Unknown::new);
  }

  /** The person's row is locked first: who books locks it too, so nobody books and signs up. */
  private WaitingSignUp signedUp(Sql sql, WaitingWish wish, Actor actor) {
    long person = wish.person();
    boolean known =
        sql.first(
                "SELECT id FROM person WHERE id = ? FOR UPDATE",
                row -> row.getLong(1),
                List.of(person))
            .isPresent();
    if (!known) {
      return new WaitingSignUp.NoSuchPerson();
    }
    if (!new StoredPairs(sql).of(List.of(person)).isEmpty()) {
      return new WaitingSignUp.HasAppointments();
    }
    Optional<WaitingEntry> existing =
        new WaitingEntries(sql).locked(List.of(person)).stream().findFirst();
    return existing.isPresent()
        ? changed(sql, existing.get(), wish, actor)
        : added(sql, wish, actor);
  }

  private WaitingSignUp changed(Sql sql, WaitingEntry entry, WaitingWish wish, Actor actor) {
    if (!entry.phone().equals(wish.phone()) || !entry.language().equals(wish.language())) {
      new WaitingEntries(sql).change(entry, wish);
      new WaitingHistory(sql, Limits.now(clock)).add(List.of(Event.of(Kind.CHANGED, entry, actor)));
    }
    return new WaitingSignUp.Already(new WaitingLines(sql).ahead(entry.id()), terms.kept());
  }

  private WaitingSignUp added(Sql sql, WaitingWish wish, Actor actor) {
    Instant now = Limits.now(clock);
    long entry = new WaitingEntries(sql).add(wish, now);
    List<Centre> centres =
        wish.centre()
            .map(List::of)
            .orElseGet(() -> atlas.around(sql, wish.postcode(), WaitingLimits.NEAR_KM, now));
    WaitingLines lines = new WaitingLines(sql);
    lines.add(entry, centres.stream().map(Centre::id).toList());
    Event event = new Event(Kind.SIGNED_UP, entry, wish.person(), null, actor);
    new WaitingHistory(sql, now).add(List.of(event));
    return new WaitingSignUp.SignedUp(lines.ahead(entry), terms.kept());
  }

  @Override
  public WaitingStanding standing(long person) {
    return database.answer(
        entities -> standing(new Sql(entities), person), WaitingStanding.Unknown::new);
  }

  /** An offer that somebody has taken after its end, before it was noted, is none. */
  private WaitingStanding standing(Sql sql, long person) {
    WaitingEntries entries = new WaitingEntries(sql);
    Optional<WaitingEntry> entry = entries.of(person);
    if (entry.isEmpty()) {
      return new WaitingStanding.NotWaiting();
    }
    return entries
        .offer(entry.get(), atlas, Limits.now(clock))
        .<WaitingStanding>map(WaitingStanding.Offered::new)
        .orElseGet(
            () -> new WaitingStanding.Waiting(new WaitingLines(sql).ahead(entry.get().id())));
  }

  @Override
  public WaitingEnd decline(long person, Actor actor) {
    return ended(person, entry -> entry.hold() != null, Kind.DECLINED, actor);
  }

  @Override
  public WaitingEnd leave(long person, Actor actor) {
    return ended(person, entry -> true, Kind.LEFT, actor);
  }

  private WaitingEnd ended(long person, Predicate<WaitingEntry> which, Kind why, Actor actor) {
    return database.answer(
        entities -> {
          Sql sql = new Sql(entities);
          Optional<WaitingEntry> entry =
              new WaitingEntries(sql).locked(List.of(person)).stream().filter(which).findFirst();
          entry.ifPresent(found -> new WaitingEnds(sql, Limits.now(clock)).end(found, why, actor));
          return entry.isPresent() ? new WaitingEnd.Ended() : new WaitingEnd.NothingThere();
        },
        WaitingEnd.Unknown::new);
  }

  @Override
  public WaitingListing listed(long after, int most) {
    return database.answer(
        entities ->
            new WaitingListing.Found(
                new WaitingEntries(new Sql(entities))
                    .after(after, most).stream().map(WaitingDesk::line).toList()),
        WaitingListing.Unknown::new);
  }

  private static WaitingListing.Line line(WaitingEntry entry) {
    return new WaitingListing.Line(
        entry.id(),
        entry.person(),
        entry.postcode(),
        entry.centre().orElse(null),
        entry.hold() == null ? "WAITING" : "OFFERED",
        entry.signedUpAt(),
        entry.until(),
        entry.calls());
  }
}
