package de.durchkommen.booking;

import java.time.LocalDateTime;

/**
 * Two seats that are free right now and go together. Nobody holds them: the next moment they may be
 * somebody else's.
 *
 * @param centre where both are
 * @param vaccine which vaccine is given there and then
 * @param first time of the first dose, local time in Hessen
 * @param second time of the second dose
 */
public record FreePair(Centre centre, Vaccine vaccine, LocalDateTime first, LocalDateTime second) {}
