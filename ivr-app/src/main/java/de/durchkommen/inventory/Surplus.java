package de.durchkommen.inventory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Free seats that are too many.
 *
 * @param second the day from which as many second doses are taken; empty for none
 * @param count how many first doses
 */
record Surplus(
    String centre, String vaccine, LocalDate first, Optional<LocalDate> second, int count) {}
