package de.durchkommen.booking;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody would like.
 *
 * @param centre only there; empty for the one nearest to the postcode that has something free
 * @param postcode where the person lives, five digits
 * @param notBefore the first day that suits for the first dose
 */
public record Wish(Optional<Centre> centre, String postcode, LocalDate notBefore) {}
