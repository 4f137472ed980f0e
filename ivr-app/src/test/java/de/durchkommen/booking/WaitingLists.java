package de.durchkommen.booking;

import de.durchkommen.database.Database;
import java.time.Clock;

/** Waiting lists for tests of what uses them. */
public final class WaitingLists {
  private WaitingLists() {}

  /** The list on this database, with usual terms. */
  public static WaitingList of(Database database, Clock clock) {
    return new WaitingDesk(database, clock, WaitingStage.TERMS);
  }
}
