package de.durchkommen.inventory;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When a centre is open on one weekday, without its breaks.
 *
 * @param weekday as {@code MONDAY}
 * @param opens local time
 * @param closes local time, later on the same day
 */
public record OpeningHours(DayOfWeek weekday, LocalTime opens, LocalTime closes) {}
