package de.durchkommen.booking;

import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The desks of the running application: the telephone's and the web's. */
@ApplicationScoped
class Desks {
  @Produces
  @ApplicationScoped
  BookingDesk forTelephone(
      Database database, RenewedHolds holds, Clock clock, RandomGenerator random) {
    return new SeatDesk(database, holds, clock, random);
  }

  @Produces
  @ForWeb
  @ApplicationScoped
  BookingDesk forWeb(@ForWeb Database database, Clock clock, RandomGenerator random) {
    return new SeatDesk(database, Holds.LEFT_TO_RUN_OUT, clock, random);
  }
}
