package de.durchkommen.booking;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What is left when a search found nothing: pairs that others hold, or none at all. */
final class Stock {
  // Days, not seats: 42 of each dose at most, read from the index alone.
  private static final String DAYS_OF_PAIRS =
      """
      SELECT 1
      FROM (SELECT DISTINCT centre_id, DATE(starts_at) AS day FROM seat
            WHERE centre_id IN (:centres) AND dose = 1 AND booked = 0 AND starts_at >= :from) first
      JOIN (SELECT DISTINCT centre_id, DATE(starts_at) AS day FROM seat
            WHERE centre_id IN (:centres) AND dose = 2 AND booked = 0 AND starts_at >= :from) second
        ON second.centre_id = first.centre_id
        AND DATEDIFF(second.day, first.day) BETWEEN :fewest AND :most
      LIMIT 1
      """;

  private static final String NEXT_EXPIRY =
      """
      SELECT MIN(held_until) FROM seat
      WHERE centre_id IN (:centres) AND dose IN (1, 2) AND booked = 0 AND starts_at >= :from
        AND held_until > :now
      """;

  private final EntityManager entities;
  private final List<String> centres;
  private final LocalDateTime from;

  /** What begins from this time on in these centres. */
  Stock(EntityManager entities, List<String> centres, LocalDateTime from) {
    this.entities = entities;
    this.centres = centres;
    this.from = from;
  }

  /** Says which of both it is. */
  OfferOutcome afterNothingFree(Instant now) {
    return pairUnbooked()
        ? new OfferOutcome.AllHeld(nextExpiry(now))
        : new OfferOutcome.SoldOut(now);
  }

  private boolean pairUnbooked() {
    return !centres.isEmpty()
        && !asked(entities.createNativeQuery(DAYS_OF_PAIRS))
            .setParameter("fewest", Limits.FEWEST_DAYS_APART)
            .setParameter("most", Limits.MOST_DAYS_APART)
            .getResultList()
            .isEmpty();
  }

  /** Seats that are being taken this moment have no hold yet; then it is a hold's time from now. */
  private Instant nextExpiry(Instant now) {
    return asked(entities.createNativeQuery(NEXT_EXPIRY, LocalDateTime.class))
                .setParameter("now", Limits.utc(now))
                .getSingleResult()
            instanceof LocalDateTime expiry
        ? expiry.toInstant(ZoneOffset.UTC)
        : now.plus(Limits.HOLD);
  }

  private Query asked(Query query) {
    return query.setParameter("centres", centres).setParameter("from", from);
  }
}
