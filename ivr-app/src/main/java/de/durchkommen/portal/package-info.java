/**
 * Booking for other programs: a portal, the call centre's desks. The same {@link
 * de.durchkommen.booking.BookingDesk} that calls use, as REST resources under {@code /api/v1}, on
 * the web's own database connections.
 *
 * <p>A portal tells who somebody is by code and birth date, as a caller does, and wrong tries count
 * towards the same lock. Agents and supervisors may give a person's key instead. Both stand in the
 * body of a POST, never in an address.
 *
 * <p>May use {@code booking}, {@code identity}, {@code api}, {@code database}, {@code settings}.
 * Out of scope: how a seat is found and booked.
 */
@NullMarked
package de.durchkommen.portal;

import org.jspecify.annotations.NullMarked;
