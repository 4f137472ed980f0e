package de.durchkommen.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What day it is where the centres are. */
final class Hessen {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private Hessen() {}

  static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }
}
