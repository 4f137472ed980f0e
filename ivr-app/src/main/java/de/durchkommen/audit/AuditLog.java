package de.durchkommen.audit;

import de.durchkommen.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What was done, only ever added to: the table {@code audit_event}. */
public final class AuditLog {
  static final String ADDED =
      "INSERT INTO audit_event (at, channel, actor, action, subject, count, reference)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private AuditLog() {}

  /** Adds an event in the transaction of what it tells of. */
  public static void add(Sql sql, AuditEvent event) {
    sql.update(ADDED, event.values());
  }

  /** The same for work that has a connection of its own. */
  public static void add(Connection connection, AuditEvent event) throws SQLException {
    try (PreparedStatement added = connection.prepareStatement(ADDED)) {
      added.setObject(1, LocalDateTime.ofInstant(event.at(), ZoneOffset.UTC));
      added.setString(2, event.channel().name());
      added.setString(3, event.actor());
      added.setString(4, event.action());
      added.setString(5, event.subject());
      added.setLong(6, event.count());
      added.setString(7, event.reference());
      added.executeUpdate();
    }
  }
}
