package de.durchkommen.booking;

import java.time.LocalDateTime;

/** A live pair as stored; the vaccine with the interval that was in force when it was booked. */
record StoredPair(
    long person,
    String confirmation,
    String centre,
    Vaccine vaccine,
    long firstSeat,
    LocalDateTime firstAt,
    long secondSeat,
    LocalDateTime secondAt,
    long hold) {
  AppointmentPair told(Centre where) {
    return new AppointmentPair(confirmation, where, vaccine, firstAt, secondAt);
  }
}
