package de.durchkommen.inventory;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has an appointment on a day on which the centre is closed.
 *
 * @param person the key of the person
 * @param confirmation six digits
 * @param dose which of the two appointments is on that day, 1 or 2
 * @param firstAt local time of the first dose
 * @param secondAt local time of the second dose
 * @param phone E.164; null when nobody knows it
 * @param language ISO 639-1
 * @param toldAt when somebody was ticked off as told; null until then
 * @param toldBy by which client; null until then
 */
public record ToTell(
    long person,
    String confirmation,
    int dose,
    LocalDateTime firstAt,
    LocalDateTime secondAt,
    @Nullable String phone,
    String language,
    @Nullable Instant toldAt,
    @Nullable String toldBy) {}
