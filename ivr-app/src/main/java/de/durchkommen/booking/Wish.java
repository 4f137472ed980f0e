package de.durchkommen.booking;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody would like.
 *
 * @param centre only there; empty for the one nearest to the postcode that has something free
 * @param postcode where the person lives, five digits
 * @param notBefore the first day that suits for the first dose
 * @param notAfter the last day that suits for the first dose; empty for any
 * @param hours the hours that suit for both doses
 * @param vaccine only this one, by its id; empty for any
 */
public record Wish(
    Optional<Centre> centre,
    String postcode,
    LocalDate notBefore,
    Optional<LocalDate> notAfter,
    Daypart hours,
    Optional<String> vaccine) {
  /** Any hour, any vaccine, from this day on. */
  public Wish(Optional<Centre> centre, String postcode, LocalDate notBefore) {
    this(centre, postcode, notBefore, Optional.empty(), Daypart.ANY, Optional.empty());
  }
}
