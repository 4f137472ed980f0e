package de.durchkommen.booking;

import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.phone.CallingHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;

/** The desks of the running application: the telephone's and the web's. */
@ApplicationScoped
class Desks {
  /** How long a pair is kept for somebody on the waiting list. */
  @Produces
  WaitingTerms terms(Config config, CallingHours hours) {
    return new WaitingTerms(
        config.getOptionalValue(WaitingLimits.KEPT_KEY, Duration.class).orElse(WaitingLimits.KEPT),
        hours);
  }

  @Produces
  @ApplicationScoped
  BookingDesk forTelephone(
      Database database,
      RenewedHolds holds,
      Clock clock,
      RandomGenerator random,
      WaitingTerms terms) {
    return new SeatDesk(database, holds, clock, random, terms);
  }

  @Produces
  @ForWeb
  @ApplicationScoped
  BookingDesk forWeb(
      @ForWeb Database database, Clock clock, RandomGenerator random, WaitingTerms terms) {
    return new SeatDesk(database, Holds.LEFT_TO_RUN_OUT, clock, random, terms);
  }

  @Produces
  @ApplicationScoped
  WaitingList listForTelephone(Database database, Clock clock, WaitingTerms terms) {
    return new WaitingDesk(database, clock, terms);
  }

  @Produces
  @ForWeb
  @ApplicationScoped
  WaitingList listForWeb(@ForWeb Database database, Clock clock, WaitingTerms terms) {
    return new WaitingDesk(database, clock, terms);
  }
}
