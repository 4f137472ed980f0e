package de.durchkommen.inventory;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time of one weekday at which nobody is given an appointment.
 *
 * @param weekday as {@code MONDAY}
 * @param begins local time
 * @param ends local time, later on the same day
 */
public record Break(DayOfWeek weekday, LocalTime begins, LocalTime ends) {}
