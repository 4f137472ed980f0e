package de.durchkommen.booking;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When people are called: from 8 to 21 h in Hessen. Nobody is called at night. */
final class CallingHours {
  static final LocalTime FROM = LocalTime.of(8, 0);
  static final LocalTime UNTIL = LocalTime.of(21, 0);

  private CallingHours() {}

  static boolean isOpen(Instant now) {
    LocalTime time = now.atZone(Limits.HESSEN).toLocalTime();
    return !time.isBefore(FROM) && time.isBefore(UNTIL);
  }

  /** When somebody can be called first: now, or at the next opening. */
  static Instant next(Instant now) {
    if (isOpen(now)) {
      return now;
    }
    ZonedDateTime here = now.atZone(Limits.HESSEN);
    boolean morning = here.toLocalTime().isBefore(FROM);
    return here.toLocalDate()
        .plusDays(morning ? 0 : 1)
        .atTime(FROM)
        .atZone(Limits.HESSEN)
        .toInstant();
  }
}
