package de.durchkommen.identity;

import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The desks of the running application: the telephone's and the web's. They share their locks. */
@ApplicationScoped
class Desks {
  @Produces
  @ApplicationScoped
  IdentityDesk forTelephone(Database database, Clock clock) {
    return new InvitationDesk(database, clock);
  }

  @Produces
  @ForWeb
  @ApplicationScoped
  IdentityDesk forWeb(@ForWeb Database database, Clock clock) {
    return new InvitationDesk(database, clock);
  }
}
