package de.durchkommen.recording;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.recording.RecordingRows.Why;
import de.durchkommen.recording.Vault.Label;
import de.durchkommen.settings.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * Deletes recordings: those that are to go at once, those that are too old, those that a crash cut
 * off, and files and rows without each other. Also where nothing is recorded any more.
 */
@ApplicationScoped
class RecordingUpkeep {
  private static final Logger LOG = System.getLogger(RecordingUpkeep.class.getName());

  /** What was deleted, and answers without a recording, are forgotten after the same time. */
  private static final String OLD_ROWS =
      "DELETE FROM recording WHERE state = 'DELETED' AND file IS NULL AND deleted_at < ? LIMIT ?";

  private static final String OLD_CONSENTS =
      "DELETE FROM recording_consent WHERE answered_at < ? AND NOT EXISTS"
          + " (SELECT 1 FROM recording r WHERE r.call_id = recording_consent.call_id) LIMIT ?";

  private final Database database;
  private final Clock clock;
  private final Recorder recorder;
  private final Rounds rounds;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RecordingUpkeep() {
    this.database = null;
    this.clock = null;
    this.recorder = null;
    this.rounds = null;
  }

  @Inject
  RecordingUpkeep(
      Database database, Clock clock, Recorder recorder, ScheduledExecutorService schedule) {
    this.database = database;
    this.clock = clock;
    this.recorder = recorder;
    this.rounds = new Rounds(schedule, LOG, "Upkeep of the recordings failed");
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.begin()) {
      rounds.fromNowOn(RecordingLimits.TICK, this::tick);
      rounds.fromNowOn(RecordingLimits.CLEANING, this::clean);
    }
  }

  /** What is to go at once. */
  void tick() {
    recorder.writeWaiting();
    cutOff();
    List<String> files = inOne(rows -> rows.files(recorder.settings().node()), List.of());
    for (String file : files) {
      if (isClosed(file) && recorder.deleted(file)) {
        inOne(
            rows -> {
              rows.gone(file);
              return true;
            },
            false);
      }
    }
  }

  private boolean isClosed(String file) {
    try {
      return recorder.isStopped(file);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Of this node those that nobody writes; of all nodes those that nobody can write any more. */
  private void cutOff() {
    List<String> files = recorder.files();
    Instant young = now().minus(RecordingLimits.COMES);
    Instant impossible = now().minus(RecordingLimits.LONGEST.multipliedBy(2));
    List<Object> values = new ArrayList<>(List.of(recorder.settings().node(), young));
    values.addAll(files);
    String others = files.isEmpty() ? "" : " AND r.file NOT IN (" + Sql.marks(files.size()) + ")";
    values.add(impossible);
    String which =
        "r.state = 'RUNNING' AND ((r.node = ? AND r.begun_at < ?" + others + ") OR r.begun_at < ?)";
    inOne(rows -> rows.deleted(which, values, Why.BROKEN), 0);
  }

  /** What is too old; and what has lost its other half. */
  void clean() {
    int days = recorder.settings().keepDays();
    Instant before = now().minus(Duration.ofDays(days));
    int old =
        database.answer(
            entities -> {
              Sql sql = new Sql(entities);
              int deleted =
                  new RecordingRows(sql, now())
                      .deleted("r.state = 'KEPT' AND r.begun_at < ?", List.of(before), Why.AGE);
              if (deleted > 0) {
                AuditLog.add(sql, tooOld(before, deleted, days));
              }
              List<Object> values = List.of(before, RecordingLimits.AT_ONCE);
              sql.update(OLD_ROWS, values);
              sql.update(OLD_CONSENTS, values);
              return deleted;
            },
            why -> 0);
    if (old > 0) {
      LOG.log(Level.INFO, "Deleted {0} recordings", old);
    }
    try {
      withoutRow();
      withoutFile();
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "The folder of recordings: {0}", failed.getClass().getName());
    }
  }

  private AuditEvent tooOld(Instant before, int deleted, int days) {
    return new AuditEvent(
        now(),
        Channel.SYSTEM,
        "",
        "RECORDINGS_DELETED",
        "before " + before,
        deleted,
        "keep-days " + days);
  }

  private void withoutRow() throws IOException {
    List<String> files = recorder.vault().files(now().minus(RecordingLimits.YOUNG));
    for (int from = 0; from < files.size(); from += RecordingLimits.AT_ONCE) {
      int to = Math.min(files.size(), from + RecordingLimits.AT_ONCE);
      List<String> some = files.subList(from, to);
      // Nobody knows which have a row when the database does not answer: they all stay.
      Set<String> known = inOne(rows -> rows.known(some), Set.copyOf(some));
      some.stream().filter(file -> !known.contains(file)).forEach(recorder::deleted);
    }
  }

  private void withoutFile() {
    long after = 0;
    List<Label> some;
    do {
      long last = after;
      some = inOne(rows -> rows.kept(recorder.settings().node(), last), List.of());
      for (Label label : some) {
        after = label.recording();
        if (!Files.exists(recorder.settings().folder().resolve(label.file()))) {
          inOne(rows -> rows.deleted("r.id = ?", List.of(label.recording()), Why.BROKEN), 0);
        }
      }
    } while (!some.isEmpty());
  }

  private <T> T inOne(Function<RecordingRows, T> work, T unknown) {
    return database.answer(
        entities -> work.apply(new RecordingRows(new Sql(entities), now())), why -> unknown);
  }

  private Instant now() {
    return RecordingLimits.now(clock);
  }
}
