package de.durchkommen.recording;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Consents in the database. */
@ApplicationScoped
class StoredConsents implements Consents {
  private static final System.Logger LOG = System.getLogger(StoredConsents.class.getName());

  private static final String ASKED = "SELECT 1 FROM recording_consent WHERE call_id = ?";

  /** The first answer counts. */
  private static final String ANSWERED =
      "INSERT IGNORE INTO recording_consent (call_id, answer, language, answered_at)"
          + " VALUES (?, ?, ?, ?)";

  private final Database database;
  private final Clock clock;
  private final Recorder recorder;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  StoredConsents() {
    this.database = null;
    this.clock = null;
    this.recorder = null;
  }

  @Inject
  StoredConsents(Database database, Clock clock, Recorder recorder) {
    this.database = database;
    this.clock = clock;
    this.recorder = recorder;
  }

  @Override
  public boolean isDue(String callId) {
    return recorder.isPossible()
        && database.answer(
            entities ->
                new Sql(entities).first(ASKED, row -> row.getInt(1), List.of(callId)).isEmpty(),
            why -> false);
  }

  @Override
  public boolean answered(String callId, Answer answer, String language) {
    List<?> values = List.of(callId, answer.name(), language, RecordingLimits.now(clock));
    boolean written =
        database.answer(
            entities -> new Sql(entities).update(ANSWERED, values) == 1,
            why -> {
              LOG.log(System.Logger.Level.WARNING, "A talk is not recorded: {0}", why);
              return false;
            });
    return written && answer == Answer.YES;
  }
}
