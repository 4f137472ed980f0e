package de.durchkommen.booking;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.query.NativeQuery;

/**
 * Finds the first pair of free seats in a centre, and locks it until the transaction ends.
 *
 * <p>First a list of candidates is read without a lock, along the index {@code seat_search} in the
 * order of time; then the first of them that is still free, and that nobody else has locked, is
 * locked by its key. So a search never waits, it locks the rows that it takes and no others, and
 * many at once get one pair each. (To search and lock in one query would lock the row after the
 * last one of the range too, which may be just the one that somebody else needs.)
 *
 * <p>A first dose whose 21 to 42 days have no second one sends the search on to the first day that
 * can have one, not to the next seat: so it takes a few queries a day of stranded first doses.
 */
final class SeatSearch {
  private static final String FREE = " AND (held_until IS NULL OR held_until <= :now) ";

  private static final String SEATS =
      """
      FROM seat FORCE INDEX (seat_search)
      WHERE centre_id = :centre AND dose = :dose AND booked = 0
        AND starts_at >= :from AND starts_at < :before
      """
          + FREE;

  private static final String EARLIEST =
      "SELECT id, starts_at " + SEATS + "ORDER BY starts_at, id LIMIT :some";

  /** People like to come at the same hour. */
  private static final String NEAREST =
      "SELECT id, starts_at "
          + SEATS
          + "ORDER BY ABS(TIMESTAMPDIFF(MINUTE, starts_at, :wanted)), starts_at, id LIMIT :some";

  private static final String LOCKED =
      "SELECT * FROM seat FORCE INDEX (PRIMARY) WHERE id IN (:ids) AND booked = 0"
          + FREE
          + "ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED";

  /** Later than any seat. */
  private static final LocalDateTime EVER = LocalDateTime.of(9999, 1, 1, 0, 0);

  private final EntityManager entities;
  private final String centre;
  private final Instant now;

  /**
   * A search in one centre.
   *
   * @param now holds that end by then do not count
   */
  SeatSearch(EntityManager entities, String centre, Instant now) {
    this.entities = entities;
    this.centre = centre;
    this.now = now;
  }

  /** The pair with the earliest first dose that begins at this time or later. */
  Optional<SeatPair> pair(LocalDateTime notBefore) {
    LocalDateTime from = notBefore;
    for (int days = 0; days < Limits.DAYS_SEARCHED; days++) {
      Optional<SeatRow> first = locked(earliest(1, from, EVER, Limits.CANDIDATES));
      if (first.isEmpty()) {
        return Optional.empty();
      }
      Optional<SeatRow> second = second(first.get().startsAt());
      if (second.isPresent()) {
        return Optional.of(new SeatPair(first.get(), second.get()));
      }
      Optional<LocalDate> next = nextWithSecond(first.get().startsAt().toLocalDate());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      from = next.get().atStartOfDay();
    }
    return Optional.empty();
  }

  private Optional<SeatRow> second(LocalDateTime first) {
    LocalDate day = first.toLocalDate().plusDays(Limits.FEWEST_DAYS_APART);
    LocalDateTime end = endOf(first.toLocalDate().plusDays(Limits.MOST_DAYS_APART));
    Optional<LocalDate> next = dayOfSecond(day, end);
    while (next.isPresent()) {
      Optional<SeatRow> seat = nearestLocked(next.get().atTime(first.toLocalTime()));
      if (seat.isPresent()) {
        return seat;
      }
      next = dayOfSecond(next.get().plusDays(1), end);
    }
    return Optional.empty();
  }

  /** The earliest day to look at after one whose first doses have no second one. */
  private Optional<LocalDate> nextWithSecond(LocalDate day) {
    return dayOfSecond(day.plusDays(Limits.MOST_DAYS_APART + 1L), EVER)
        .map(second -> second.minusDays(Limits.MOST_DAYS_APART));
  }

  private Optional<LocalDate> dayOfSecond(LocalDate from, LocalDateTime before) {
    return earliest(2, from.atStartOfDay(), before, 1).stream()
        .findFirst()
        .map(candidate -> ((LocalDateTime) candidate[1]).toLocalDate());
  }

  private List<Object[]> earliest(int dose, LocalDateTime from, LocalDateTime before, int some) {
    return candidates(EARLIEST, dose, from, before, some, Map.of());
  }

  private List<Object[]> nearest(LocalDateTime wanted) {
    LocalDate day = wanted.toLocalDate();
    return candidates(
        NEAREST, 2, day.atStartOfDay(), endOf(day), Limits.CANDIDATES, Map.of("wanted", wanted));
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> candidates(
      String sql,
      int dose,
      LocalDateTime from,
      LocalDateTime before,
      int some,
      Map<String, LocalDateTime> more) {
    Query query =
        entities
            .createNativeQuery(sql)
            .unwrap(NativeQuery.class)
            .addScalar("id", Long.class)
            .addScalar("starts_at", LocalDateTime.class)
            .setParameter("centre", centre)
            .setParameter("dose", dose)
            .setParameter("from", from)
            .setParameter("before", before)
            .setParameter("now", now)
            .setParameter("some", some);
    more.forEach(query::setParameter);
    return query.getResultList();
  }

  /** One after the other: the nearest one is seldom being taken, its first dose is ours. */
  private Optional<SeatRow> nearestLocked(LocalDateTime wanted) {
    return nearest(wanted).stream()
        .map(candidate -> locked(List.<Object[]>of(candidate)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** All in one query: at a rush many are being taken, and asking for each would take long. */
  @SuppressWarnings("unchecked")
  private Optional<SeatRow> locked(List<Object[]> candidates) {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    List<SeatRow> seat =
        entities
            .createNativeQuery(LOCKED, SeatRow.class)
            .setParameter("ids", candidates.stream().map(candidate -> candidate[0]).toList())
            .setParameter("now", now)
            .getResultList();
    return seat.stream().findFirst();
  }

  private static LocalDateTime endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay();
  }
}
