package de.durchkommen.booking;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Finds the first pair of free seats in a centre, and locks it until the transaction ends.
 *
 * <p>Each query goes along the index {@code seat_search} in the order of time and stops at the
 * first row that is free and that no other transaction has locked. So a search locks the rows that
 * it takes and no others, never waits, and many at once get one pair each. A first dose whose 21 to
 * 42 days have no second one sends the search on to the first day that can have one, not to the
 * next seat: it takes a few queries a day of stranded first doses, and three when there are none.
 */
final class SeatSearch {
  private static final String FREE =
      """
      FROM seat FORCE INDEX (seat_search)
      WHERE centre_id = :centre AND dose = :dose AND booked = 0
        AND starts_at >= :from AND starts_at < :before
        AND (held_until IS NULL OR held_until <= :now)
      """;

  private static final String EARLIEST = "ORDER BY starts_at LIMIT 1";
  private static final String LATEST = "ORDER BY starts_at DESC LIMIT 1";
  private static final String LOCKED = " FOR UPDATE SKIP LOCKED";

  /** Later than any seat. */
  private static final LocalDateTime EVER = LocalDateTime.of(9999, 1, 1, 0, 0);

  private final EntityManager entities;
  private final String centre;
  private final LocalDateTime now;

  /**
   * A search in one centre.
   *
   * @param now UTC; holds that end by then do not count
   */
  SeatSearch(EntityManager entities, String centre, LocalDateTime now) {
    this.entities = entities;
    this.centre = centre;
    this.now = now;
  }

  /** The pair with the earliest first dose that begins at this time or later. */
  Optional<SeatPair> pair(LocalDateTime notBefore) {
    Optional<LocalDateTime> from = Optional.of(notBefore);
    for (int days = 0; from.isPresent() && days < Limits.DAYS_SEARCHED; days++) {
      Optional<SeatRow> first = locked(1, from.get(), EVER, EARLIEST);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      Optional<SeatRow> second = second(first.get().startsAt());
      if (second.isPresent()) {
        return Optional.of(new SeatPair(first.get(), second.get()));
      }
      from = nextWithSecond(first.get().startsAt().toLocalDate());
    }
    return Optional.empty();
  }

  private Optional<SeatRow> second(LocalDateTime first) {
    LocalDate day = first.toLocalDate().plusDays(Limits.FEWEST_DAYS_APART);
    LocalDateTime end = startOf(first.toLocalDate().plusDays(Limits.MOST_DAYS_APART + 1L));
    for (Optional<LocalDate> next = dayOfSecond(day, end);
        next.isPresent();
        next = dayOfSecond(next.get().plusDays(1), end)) {
      Optional<SeatRow> seat = nearest(next.get().atTime(first.toLocalTime()));
      if (seat.isPresent()) {
        return seat;
      }
    }
    return Optional.empty();
  }

  /** The second dose nearest to this time on its day: people like to come at the same hour. */
  private Optional<SeatRow> nearest(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    Optional<SeatRow> after = locked(2, time, startOf(day.plusDays(1)), EARLIEST);
    if (after.isPresent() && after.get().startsAt().equals(time)) {
      return after;
    }
    Optional<SeatRow> before = locked(2, startOf(day), time, LATEST);
    return before
        .filter(seat -> after.isEmpty() || nearer(seat, after.get(), time))
        .or(() -> after);
  }

  private static boolean nearer(SeatRow before, SeatRow after, LocalDateTime time) {
    return Duration.between(before.startsAt(), time)
            .compareTo(Duration.between(time, after.startsAt()))
        < 0;
  }

  /** The earliest first dose to look at after a day whose first doses have no second one. */
  private Optional<LocalDateTime> nextWithSecond(LocalDate day) {
    LocalDate tooLate = day.plusDays(Limits.MOST_DAYS_APART + 1L);
    return dayOfSecond(tooLate, EVER)
        .map(second -> second.minusDays(Limits.MOST_DAYS_APART))
        .map(SeatSearch::startOf);
  }

  @SuppressWarnings("unchecked")
  private Optional<LocalDate> dayOfSecond(LocalDate from, LocalDateTime before) {
    Query query =
        entities.createNativeQuery("SELECT starts_at " + FREE + EARLIEST, LocalDateTime.class);
    return ((List<LocalDateTime>) asked(query, 2, startOf(from), before))
        .stream().findFirst().map(LocalDateTime::toLocalDate);
  }

  @SuppressWarnings("unchecked")
  private Optional<SeatRow> locked(
      int dose, LocalDateTime from, LocalDateTime before, String order) {
    Query query = entities.createNativeQuery("SELECT * " + FREE + order + LOCKED, SeatRow.class);
    return ((List<SeatRow>) asked(query, dose, from, before)).stream().findFirst();
  }

  private List<?> asked(Query query, int dose, LocalDateTime from, LocalDateTime before) {
    return query
        .setParameter("centre", centre)
        .setParameter("dose", dose)
        .setParameter("from", from)
        .setParameter("before", before)
        .setParameter("now", now)
        .getResultList();
  }

  private static LocalDateTime startOf(LocalDate day) {
    return day.atStartOfDay();
  }
}
