package de.durchkommen.launch;

import de.durchkommen.agent.AgentPhones;
import de.durchkommen.agent.PhonePassword;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The tables of agents' telephones, as the operator changes them. */
final class PhoneRows {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final int ALL = 100_000;

  private final Connection connection;
  private final String operator;
  private final Instant now;

  /**
   * Changes rows by this connection.
   *
   * @param operator who is at the machine
   */
  PhoneRows(Connection connection, String operator, Instant now) {
    this.connection = connection;
    this.operator = operator;
    this.now = now;
  }

  private interface Change {
    boolean on(AgentPhones<SQLException> phones) throws SQLException;
  }

  /**
   * Adds a telephone; false when there is one of this name.
   *
   * @param secure by TLS and SRTP only
   */
  boolean add(String name, PhonePassword password, boolean secure) throws SQLException {
    return done("AGENT_PHONE_ADDED", name, phones -> phones.add(name, password, secure));
  }

  /** Removes a telephone; false when there is none. */
  boolean remove(String name) throws SQLException {
    return done("AGENT_PHONE_REMOVED", name, phones -> phones.remove(name));
  }

  /** Those that may register, a line each. */
  List<String> lines() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = filled(AgentPhones.LIVE, List.of("", ALL));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        LocalDateTime since = rows.getObject(2, LocalDateTime.class);
        String shown = since.atOffset(ZoneOffset.UTC).atZoneSameInstant(HESSEN).format(SHOWN);
        lines.add(rows.getString(1) + "\t" + shown);
      }
    }
    return lines;
  }

  /** In one transaction with its line in the history; what fails half-way is not done. */
  private boolean done(String action, String name, Change change) throws SQLException {
    connection.setAutoCommit(false);
    try {
      boolean done = change.on(new AgentPhones<>(this::made, now));
      if (done) {
        AuditEvent.Channel channel = AuditEvent.Channel.OPERATOR;
        AuditLog.add(connection, new AuditEvent(now, channel, operator, action, name, 1, ""));
      }
      connection.commit();
      return done;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private int made(String sql, List<?> values) throws SQLException {
    try (PreparedStatement statement = filled(sql, values)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement filled(String sql, List<?> values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    int place = 1;
    for (Object value : values) {
      statement.setObject(
          place++,
          value instanceof Instant instant
              ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
              : value);
    }
    return statement;
  }
}
