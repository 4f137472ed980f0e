package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;

/** The versions of the settings in the database, within one transaction. */
@SuppressWarnings("DoNotCallSuggester") // To be written.
final class SettingsDesk {
  private final Sql sql;

  SettingsDesk(Sql sql) {
    this.sql = sql;
  }

  /** A version. */
  record Version(long number, Instant at, String actor, String why, QueueSettings settings) {}

  /** The version in force; version 0 with {@code initial} when nobody has set anything. */
  Version current(QueueSettings initial) {
    throw new UnsupportedOperationException("to be written: " + sql.hashCode() + initial);
  }

  /** The newest versions first. */
  List<Version> newest(int most) {
    throw new UnsupportedOperationException("to be written: " + sql.hashCode() + most);
  }
}
