package de.durchkommen.portal;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.database.Database;
import de.durchkommen.identity.InvitationDesks;
import java.time.Clock;

/** What others use of the portal, without a container. */
public final class PortalParts {
  private PortalParts() {}

  /** Wishes, checked. */
  public static Wishes wishes(BookingDesk desk, Database database, Clock clock) {
    return new Wishes(desk, database, clock);
  }

  /** Who somebody is. */
  public static Identification identification(Database database, Clock clock) {
    return new Identification(InvitationDesks.on(database, clock), database, clock);
  }
}
