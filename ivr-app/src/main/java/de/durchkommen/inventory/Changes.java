package de.durchkommen.inventory;

import de.durchkommen.api.ApiClient;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes down who has changed something of the inventory, in the transaction of the change. */
record Changes(Clock clock) {
  /**
   * Adds it to the audit.
   *
   * @param action a word, as {@code CENTRE_CHANGED}
   * @param subject id of what was changed
   * @param count of parts that it has now; 1 for a whole
   */
  void add(Sql sql, SecurityContext by, String action, String subject, int count) {
    AuditLog.add(
        sql,
        new AuditEvent(
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            AuditEvent.Channel.API,
            ApiClient.of(by).id(),
            action,
            subject,
            count,
            ""));
  }
}
