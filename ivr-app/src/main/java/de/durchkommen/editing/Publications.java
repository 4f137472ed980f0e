package de.durchkommen.editing;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in force, within one transaction. Nothing is changed: who publishes adds a row that
 * replaces the one before it.
 */
final class Publications {
  private static final String COLUMNS =
      """
      SELECT p.number, p.language, p.prompt, p.version, p.at, p.actor, p.why
      FROM prompt_publication p
      """;

  /** Those that nothing has replaced. */
  private static final String IN_FORCE =
      """
      LEFT JOIN prompt_publication later ON later.prompt = p.prompt
        AND later.language = p.language AND later.replaces = p.number
      WHERE later.number IS NULL
      """;

  private static final String LIVE =
      """
      SELECT p.language, p.prompt, v.number, v.text, v.recording
      FROM prompt_publication p JOIN prompt_version v ON v.number = p.version
      """
          + IN_FORCE;

  private static final String ADDED =
      """
      INSERT INTO prompt_publication (number, language, prompt, version, replaces, at, actor, why)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String NEWEST = "SELECT newest FROM prompt_gate WHERE id = 1";

  private final Sql sql;

  Publications(Sql sql) {
    this.sql = sql;
  }

  /**
   * A version in force.
   *
   * @param recording SHA-256 of the file; null for a text
   */
  record Live(Place place, long version, String text, @Nullable String recording) {}

  /** The number of the newest publication of any prompt; 0 when there is none. */
  long newest() {
    return sql.first(NEWEST, row -> row.getLong(1), List.of()).orElseThrow();
  }

  /** Every version in force, of all prompts in all languages. */
  List<Live> live() {
    return sql.rows(
        LIVE,
        row ->
            new Live(
                new Place(row.getString(1), row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5)),
        List.of());
  }

  /** What was published last of a prompt, in each language in which something was. */
  List<Publication> ofPrompt(String prompt) {
    return sql.rows(COLUMNS + IN_FORCE + " AND p.prompt = ?", Publications::row, List.of(prompt));
  }

  /** What was published last in a language, of each prompt of which something was. */
  List<Publication> ofLanguage(String language) {
    return sql.rows(
        COLUMNS + IN_FORCE + " AND p.language = ?", Publications::row, List.of(language));
  }

  /** What is in force at a place. */
  Publication current(Place place) {
    return ofPrompt(place.prompt()).stream()
        .filter(found -> found.place().equals(place))
        .findFirst()
        .orElseGet(() -> Publication.none(place));
  }

  /** Everything that was published at a place below a number, the newest first. */
  List<Publication> below(long number, Place place, int most) {
    String sooner =
        COLUMNS
            + "WHERE p.prompt = ? AND p.language = ? AND p.number < ?"
            + " ORDER BY p.number DESC LIMIT ?";
    return sql.rows(
        sooner, Publications::row, List.of(place.prompt(), place.language(), number, most));
  }

  /**
   * Puts a version in force, if what it is to replace is still what the author has seen. Whoever
   * says the same again is told what came of the first time.
   *
   * @param version null for the text as it was delivered
   * @param seen the number of the publication that the author has seen
   */
  PublishOutcome publish(Place place, @Nullable Long version, long seen, Author author) {
    long newest = sql.first(NEWEST + " FOR UPDATE", row -> row.getLong(1), List.of()).orElseThrow();
    Publication now = current(place);
    if (version != null && new Versions(sql).version(version, place).isEmpty()) {
      return new PublishOutcome.NoSuchVersion();
    }
    if (Objects.equals(now.version(), version)) {
      return new PublishOutcome.Done(now);
    }
    if (now.number() != seen) {
      return new PublishOutcome.Outdated(now);
    }
    Publication next =
        new Publication(newest + 1, place, version, author.at(), author.actor(), author.why());
    add(next, now.number());
    audit(next, author);
    return new PublishOutcome.Done(next);
  }

  private void add(Publication next, long replaced) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(next.number());
    values.add(next.place().language());
    values.add(next.place().prompt());
    values.add(next.version());
    values.addAll(List.of(replaced, next.at(), next.actor(), next.why()));
    sql.update(ADDED, values);
    sql.update("UPDATE prompt_gate SET newest = ? WHERE id = 1", List.of(next.number()));
  }

  private void audit(Publication next, Author author) {
    Optional<Long> version = Optional.ofNullable(next.version());
    AuditLog.add(
        sql,
        new AuditEvent(
            author.at(),
            AuditEvent.Channel.API,
            author.actor(),
            version.isPresent() ? "PROMPT_PUBLISHED" : "PROMPT_AS_DELIVERED",
            version.map(number -> next.place() + " " + number).orElse(next.place().toString()),
            1,
            author.request()));
  }

  private static Publication row(ResultSet row) throws SQLException {
    return new Publication(
        row.getLong(1),
        new Place(row.getString(2), row.getString(3)),
        row.getObject(4, Long.class),
        Sql.local(row, 5).toInstant(ZoneOffset.UTC),
        row.getString(6),
        row.getString(7));
  }
}
