package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where and when to look for pairs. Callers whose searches are equal are served together.
 *
 * @param centre only there
 * @param vaccine only this one
 * @param from the earliest beginning of the first dose
 * @param before the first dose begins before this
 * @param hours of both doses
 */
record SeatSearch(
    Centre centre, Vaccine vaccine, LocalDateTime from, LocalDateTime before, Daypart hours) {
  /** Where to look for this wish, in this order: the nearest centre first. */
  static List<SeatSearch> of(Wish wish, Sql sql, Atlas atlas, Instant now) {
    List<Centre> centres =
        wish.centre().map(List::of).orElseGet(() -> atlas.nearestFirst(sql, wish.postcode(), now));
    List<SeatSearch> searches = new ArrayList<>();
    for (Centre centre : centres) {
      for (Vaccine vaccine : atlas.vaccines(sql, now)) {
        if (wish.vaccine().map(vaccine.id()::equals).orElse(true)) {
          searches.add(of(wish, centre, vaccine, now));
        }
      }
    }
    return searches;
  }

  /** This search for first doses that begin before that time; empty when there is none. */
  Optional<SeatSearch> until(LocalDateTime end) {
    return from.isBefore(end)
        ? Optional.of(
            new SeatSearch(centre, vaccine, from, before.isBefore(end) ? before : end, hours))
        : Optional.empty();
  }

  private static SeatSearch of(Wish wish, Centre centre, Vaccine vaccine, Instant now) {
    LocalDateTime soonest = LocalDateTime.ofInstant(now.plus(Limits.LEAD), Limits.HESSEN);
    LocalDateTime wished = wish.notBefore().atStartOfDay();
    LocalDateTime before =
        wish.notAfter().map(day -> day.plusDays(1).atStartOfDay()).orElse(Limits.EVER);
    return new SeatSearch(
        centre, vaccine, wished.isAfter(soonest) ? wished : soonest, before, wish.hours());
  }
}
