package de.durchkommen.booking;

import java.time.Instant;

/** What the desk says when asked for a pair of seats. */
public sealed interface OfferOutcome {
  /** This pair is held now, for this call. */
  record Offered(Offer offer) implements OfferOutcome {}

  /** Nothing is booked out, but the last free ones are held by other callers. */
  record AllHeld(Instant nextExpiry) implements OfferOutcome {}

  /** A query that succeeded at this time found nothing free in what was asked for. */
  record SoldOut(Instant asOf) implements OfferOutcome {}

  /** Nobody can tell right now; says nothing about what is free. */
  record Unknown(String why) implements OfferOutcome {}
}
