package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.prompt.Digits;
import java.util.Map;

/** A booked pair, as the prompts take it. */
final class Appointments {
  private Appointments() {}

  static Map<String, Object> values(AppointmentPair pair) {
    return Map.of(
        "centre", pair.centre().name(),
        "first", pair.first(),
        "second", pair.second(),
        "confirmation", new Digits(pair.confirmation()));
  }
}
