package de.durchkommen.booking;

import java.time.Instant;

/**
 * What is left. Four answers, and only one of them may be told as "sold out": a query that
 * succeeded found nothing that is not booked.
 */
public sealed interface Stock {
  /**
   * So many pairs are free.
   *
   * @param count pairs of seats that can be booked now, one person each, 1 or more
   * @param asOf when that was counted
   */
  record Available(int count, Instant asOf) implements Stock {}

  /**
   * Not everything is booked, but what is left is held by others.
   *
   * @param nextExpiry when the first of those holds ends, if it is not renewed
   */
  record AllHeld(Instant nextExpiry) implements Stock {}

  /** A query that succeeded at this time found every pair booked. */
  record SoldOut(Instant asOf) implements Stock {}

  /** Nobody can tell right now; says nothing about what is free. */
  record Unknown(String why) implements Stock {}
}
