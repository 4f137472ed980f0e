/**
 * Where seats come from: centres with their hours, deliveries, and days that are closed.
 *
 * <p>A delivery is planned by its ISO week. Half of it is put back for the second doses, as Hessen
 * did in January 2021, so a second dose never depends on a later delivery. The pairs are spread
 * over the centres by their weights, over their open days and over the slots of those; {@code
 * SeatGeneration} compares that with the seats that are there, adds what is missing and takes away
 * what is too much, as far as nobody has booked or holds it.
 *
 * <p>Closing a day marks its seats and changes nothing else: {@code Closures} lists live who has an
 * appointment there and must be told.
 *
 * <p>May use {@code booking}, {@code database}, {@code settings}, {@code api}, {@code audit}. Out
 * of scope: who gets which seat ({@code booking}), how people are told.
 */
@NullMarked
package de.durchkommen.inventory;

import org.jspecify.annotations.NullMarked;
