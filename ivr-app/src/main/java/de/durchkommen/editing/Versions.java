package de.durchkommen.editing;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions in the database, within one transaction. */
final class Versions {
  /** No prompt has more versions in one language. */
  static final int MOST = 1_000;

  private static final String COLUMNS =
      "SELECT number, language, prompt, text, recording, at, actor, why FROM prompt_version ";

  private static final String OF_PLACE =
      COLUMNS + "WHERE prompt = ? AND language = ? AND number < ? ORDER BY number DESC LIMIT ?";

  private static final String ADDED =
      "INSERT INTO prompt_version (language, prompt, text, recording, at, actor, why)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static final String COUNTED =
      "SELECT COUNT(*) FROM prompt_version WHERE prompt = ? AND language = ?";

  private final Sql sql;

  Versions(Sql sql) {
    this.sql = sql;
  }

  /** The newest versions below a number first. */
  List<PromptVersion> below(long number, Place place, int most) {
    return sql.rows(
        OF_PLACE, Versions::row, List.of(place.prompt(), place.language(), number, most));
  }

  /** A version; empty when there is none of this number here. */
  Optional<PromptVersion> version(long number, Place place) {
    return sql.first(COLUMNS + "WHERE number = ?", Versions::row, List.of(number))
        .filter(found -> found.place().equals(place));
  }

  /**
   * Adds a version; whoever sends the newest one again is given that one.
   *
   * @param wav the recording, when it is one
   * @return empty when there are too many already
   */
  Optional<PromptVersion> add(Place place, String text, Optional<byte[]> wav, Author author) {
    @Nullable String hash = wav.map(StoredRecording::hash).orElse(null);
    PromptVersion wanted =
        new PromptVersion(0, place, text, hash, author.at(), author.actor(), author.why());
    Optional<PromptVersion> newest = below(Long.MAX_VALUE, place, 1).stream().findFirst();
    if (newest.isPresent() && newest.get().sameAs(wanted)) {
      return newest;
    }
    List<Object> at = List.of(place.prompt(), place.language());
    if (sql.first(COUNTED, row -> row.getLong(1), at).orElse(0L) >= MOST) {
      return Optional.empty();
    }
    wav.ifPresent(bytes -> StoredRecording.add(sql, bytes));
    long number = added(wanted);
    audit(place + " " + number, author);
    return version(number, place);
  }

  private long added(PromptVersion wanted) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(wanted.place().language());
    values.add(wanted.place().prompt());
    values.add(wanted.text());
    values.add(wanted.recording());
    values.addAll(List.of(wanted.at(), wanted.actor(), wanted.why()));
    sql.update(ADDED, values);
    return sql.first("SELECT LAST_INSERT_ID()", row -> row.getLong(1), List.of()).orElseThrow();
  }

  private void audit(String subject, Author author) {
    AuditLog.add(
        sql,
        new AuditEvent(
            author.at(),
            AuditEvent.Channel.API,
            author.actor(),
            "PROMPT_VERSION_ADDED",
            subject,
            1,
            author.request()));
  }

  private static PromptVersion row(ResultSet row) throws SQLException {
    return new PromptVersion(
        row.getLong(1),
        new Place(row.getString(2), row.getString(3)),
        row.getString(4),
        row.getString(5),
        Sql.local(row, 6).toInstant(ZoneOffset.UTC),
        row.getString(7),
        row.getString(8));
  }
}
