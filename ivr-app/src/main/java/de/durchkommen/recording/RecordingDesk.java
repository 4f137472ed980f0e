package de.durchkommen.recording;

import de.durchkommen.api.Problem;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import de.durchkommen.recording.RecordingResource.Told;
import de.durchkommen.recording.RecordingRows.Why;
import de.durchkommen.recording.Vault.Label;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What supervisors do with recordings; each of it is in the audit. */
@Dependent
class RecordingDesk {
  private static final String LIST =
      """
      SELECT r.id, r.talk, a.name, t.language, r.state, r.begun_at, r.ended_at, r.bytes, r.person,
        r.deleted_at, r.deleted_why
      FROM recording r JOIN talk t ON t.id = r.talk JOIN account a ON a.id = t.account
      WHERE r.id < ? ORDER BY r.id DESC LIMIT ?
      """;

  private static final String ONE =
      "SELECT file, key_id, talk, id, state, node, bytes FROM recording WHERE id = ?";

  private final Database database;
  private final Clock clock;
  private final Recorder recorder;
  private final RecordingUpkeep upkeep;

  @Inject
  RecordingDesk(@ForWeb Database database, Clock clock, Recorder recorder, RecordingUpkeep upkeep) {
    this.database = database;
    this.clock = clock;
    this.recorder = recorder;
    this.upkeep = upkeep;
  }

  /** Who wants it, and the request's id. */
  record Author(String client, String request) {}

  /**
   * A recording that can be heard.
   *
   * @param bytes of its samples
   * @param sound decrypted while it is read; to be closed
   */
  record Heard(long bytes, InputStream sound) {}

  private record Kept(@Nullable Label label, String state, String node, long bytes) {}

  /** The newest first, those before this number. */
  List<Told> before(long number, int most, Author author) {
    return asked(sql -> {
      audit(sql, author, "RECORDINGS_LISTED", "recordings");
      return sql.rows(LIST, RecordingDesk::told, List.of(number, most));
    });
  }

  /**
   * A recording, from its beginning. That it was listened to is written down first.
   *
   * @throws Problem when it cannot be heard
   */
  Heard heard(long number, Author author) {
    Kept kept =
        asked(sql -> {
          Kept found =
              sql.first(ONE, RecordingDesk::kept, List.of(number))
                  .orElseThrow(RecordingRefusals::missing);
          if (found.state().equals("RUNNING")) {
            throw RecordingRefusals.running();
          }
          audit(sql, author, "RECORDING_HEARD", "recording " + number);
          return found;
        });
    @Nullable Label label = kept.label();
    if (label == null || !kept.state().equals("KEPT")) {
      throw RecordingRefusals.missing();
    }
    try {
      return new Heard(kept.bytes(), recorder.vault().read(label));
    } catch (NoSuchFileException elsewhere) {
      throw RecordingRefusals.elsewhere(kept.node());
    } catch (IOException unreadable) {
      throw RecordingRefusals.unreadable();
    }
  }

  /** Deletes one; nothing is left of it but the row that says so. */
  void delete(long number, Author author) {
    asked(sql -> {
      if (sql.first(ONE, RecordingDesk::kept, List.of(number)).isEmpty()) {
        throw RecordingRefusals.missing();
      }
      int deleted =
          new RecordingRows(sql, now()).deleted("r.id = ?", List.of(number), Why.SUPERVISOR);
      if (deleted > 0) {
        audit(sql, author, "RECORDING_DELETED", "recording " + number);
      }
      return deleted;
    });
    upkeep.tick();
  }

  private <T> T asked(Function<Sql, T> work) {
    try {
      return database.answer(
          entities -> work.apply(new Sql(entities)),
          why -> {
            throw Problem.unknown(why);
          });
    } catch (IllegalStateException failed) {
      throw failed.getCause() instanceof Problem refused ? refused : failed;
    }
  }

  private void audit(Sql sql, Author author, String action, String subject) {
    AuditLog.add(
        sql,
        new AuditEvent(now(), Channel.API, author.client(), action, subject, 1, author.request()));
  }

  private Instant now() {
    return RecordingLimits.now(clock);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    @Nullable String file = row.getString(1);
    Label label =
        file == null ? null : new Label(file, row.getString(2), row.getLong(3), row.getLong(4));
    return new Kept(label, row.getString(5), row.getString(6), row.getLong(7));
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Objects.requireNonNull(Sql.instant(row, 6)),
        Sql.instant(row, 7),
        row.getLong(8) / RecordingLimits.BYTES_A_SECOND,
        row.getLong(8),
        row.getObject(9, Long.class),
        Sql.instant(row, 10),
        row.getString(11));
  }
}
