package de.durchkommen.identity;

import de.durchkommen.database.Database;
import java.time.Clock;

/** The real desk for tests of other packages. */
public final class InvitationDesks {
  private InvitationDesks() {}

  /** A desk on this database. */
  public static IdentityDesk on(Database database, Clock clock) {
    return new InvitationDesk(database, clock);
  }
}
