package de.durchkommen.api;

import de.durchkommen.api.Turn.KeptAnswer;
import de.durchkommen.api.Turn.Run;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Requests by their {@code Idempotency-Key}, and what was answered. */
@ApplicationScoped
class KeptAnswers {
  private static final System.Logger LOG = System.getLogger(KeptAnswers.class.getName());

  /** Changes nothing when the key is there, but locks its row, for writing at once. */
  private static final String BEGUN =
      """
      INSERT INTO api_answer (client_id, key_hash, request_hash, run, created_at)
      VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE client_id = api_answer.client_id
      """;

  private static final String KNOWN =
      """
      SELECT request_hash, run, created_at, status, media_type, location, body FROM api_answer
      WHERE client_id = ? AND key_hash = ?
      """;

  private static final String TAKEN_OVER =
      "UPDATE api_answer SET run = ?, created_at = ? WHERE client_id = ? AND key_hash = ?";

  private static final String KEPT =
      """
      UPDATE api_answer SET status = ?, media_type = ?, location = ?, body = ?
      WHERE client_id = ? AND key_hash = ? AND run = ?
      """;

  private static final String FORGOTTEN =
      "DELETE FROM api_answer WHERE client_id = ? AND key_hash = ? AND run = ? AND status IS NULL";

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Row(
      byte[] requestHash, long run, @Nullable Instant at, @Nullable KeptAnswer answer) {}

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  KeptAnswers() {
    this.database = null;
    this.clock = null;
    this.random = null;
  }

  @Inject
  KeptAnswers(@ForWeb Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** Whose turn it is to do this request; if it is the asker's, it has to end it by an answer. */
  Turn turn(ApiClient client, byte[] keyHash, byte[] requestHash) {
    Run run = new Run(client, keyHash, random.nextLong());
    return database.answer(
        entities -> turn(new Sql(entities), run, requestHash), Turn.Unknown::new);
  }

  private Turn turn(Sql sql, Run run, byte[] requestHash) {
    Instant now = ApiLimits.now(clock);
    String client = run.client().id();
    byte[] key = run.keyHash();
    sql.update(BEGUN, List.of(client, key, requestHash, run.number(), now));
    Row row =
        sql.first(KNOWN, KeptAnswers::row, List.of(client, key))
            .orElseThrow(() -> new IllegalStateException("The row just written is gone"));
    if (row.run() == run.number()) {
      return new Turn.Yours(run);
    }
    if (!Arrays.equals(row.requestHash(), requestHash)) {
      return new Turn.OtherRequest();
    }
    if (row.answer() != null) {
      return new Turn.Done(row.answer());
    }
    if (row.at() != null && now.isBefore(row.at().plus(ApiLimits.UNDER_WAY))) {
      return new Turn.UnderWay();
    }
    sql.update(TAKEN_OVER, List.of(run.number(), now, client, key));
    return new Turn.Yours(run);
  }

  private static Row row(ResultSet row) throws SQLException {
    int status = row.getInt(4);
    return new Row(
        row.getBytes(1),
        row.getLong(2),
        Sql.instant(row, 3),
        status == 0
            ? null
            : new KeptAnswer(status, row.getString(5), row.getString(6), row.getBytes(7)));
  }

  /** Keeps the answer of a run, unless another one took over. */
  void keep(Run run, KeptAnswer answer) {
    List<@Nullable Object> values =
        Arrays.asList(
            answer.status(),
            answer.mediaType(),
            answer.location(),
            answer.body(),
            run.client().id(),
            run.keyHash(),
            run.number());
    changed(KEPT, values);
  }

  /** Lets a run be done again. */
  void forget(Run run) {
    changed(FORGOTTEN, List.of(run.client().id(), run.keyHash(), run.number()));
  }

  /** What cannot be written is as if the process had died: it can be done again later. */
  private void changed(String statement, List<? extends @Nullable Object> values) {
    String failure =
        database.answer(
            entities -> {
              new Sql(entities).update(statement, values);
              return "";
            },
            why -> why);
    if (!failure.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "An answer is not kept: {0}", failure);
    }
  }
}
