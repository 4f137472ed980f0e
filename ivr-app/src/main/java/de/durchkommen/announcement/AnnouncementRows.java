package de.durchkommen.announcement;

import de.durchkommen.announcement.Announcement.Content;
import de.durchkommen.announcement.Announcement.State;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Announcements in the database, within one transaction. Rows are only ever added. */
final class AnnouncementRows {
  private static final String SELECTED =
      """
      SELECT v.announcement, v.number, v.name, v.starts_at, v.ends_at, v.state, v.at, v.actor,
        v.why
      FROM announcement_version v
      """;

  /** Those that nothing has replaced. */
  private static final String NEWEST_ONES =
      """
      LEFT JOIN announcement_version later
        ON later.announcement = v.announcement AND later.replaces = v.number
      WHERE later.number IS NULL
      """;

  private static final String ADDED =
      """
      INSERT INTO announcement_version (number, announcement, replaces, name, starts_at, ends_at,
        state, at, actor, why)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String WORDS_ADDED =
      "INSERT INTO announcement_words (version, language, text, recording) VALUES (?, ?, ?, ?)";

  private static final String GATE = "SELECT newest FROM announcement_gate WHERE id = 1";

  private final Sql sql;

  AnnouncementRows(Sql sql) {
    this.sql = sql;
  }

  /** The number of the newest version of any announcement; 0 when there is none. */
  long newest() {
    return sql.first(GATE, row -> row.getLong(1), List.of()).orElseThrow();
  }

  /** The same; and nobody else adds anything until this transaction ends. */
  long locked() {
    return sql.first(GATE + " FOR UPDATE", row -> row.getLong(1), List.of()).orElseThrow();
  }

  /** Those whose time is not over, whatever their state, by their beginning. */
  List<Announcement> open(Instant now) {
    return read(
        SELECTED + NEWEST_ONES + " AND v.ends_at > ? ORDER BY v.starts_at, v.announcement",
        List.of(now));
  }

  /** Those whose time is over, the newest first, from below this id. */
  List<Announcement> over(Instant now, long below, int most) {
    return read(
        SELECTED
            + NEWEST_ONES
            + " AND v.ends_at <= ? AND v.announcement < ? ORDER BY v.announcement DESC LIMIT ?",
        List.of(now, below, most));
  }

  /** An announcement as it is. */
  Optional<Announcement> of(long id) {
    return read(SELECTED + NEWEST_ONES + " AND v.announcement = ?", List.of(id)).stream()
        .findFirst();
  }

  /** Versions of an announcement, the newest first, from below this number. */
  List<Announcement> versions(long id, long below, int most) {
    return read(
        SELECTED + "WHERE v.announcement = ? AND v.number < ? ORDER BY v.number DESC LIMIT ?",
        List.of(id, below, most));
  }

  int countOfVersions(long id) {
    return sql.first(
            "SELECT COUNT(*) FROM announcement_version WHERE announcement = ?",
            row -> row.getInt(1),
            List.of(id))
        .orElseThrow();
  }

  /** Adds a version; the gate has to be {@link #locked}. */
  void add(Announcement next, long replaces) {
    Content content = next.content();
    sql.update(
        ADDED,
        List.of(
            next.number(),
            next.id(),
            replaces,
            content.name(),
            content.span().starts(),
            content.span().ends(),
            next.state().name(),
            next.at(),
            next.actor(),
            next.why()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Words words : content.words()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.addAll(List.of(next.number(), words.language(), words.text()));
      row.add(words.recording());
      rows.add(row);
    }
    sql.each(WORDS_ADDED, rows);
    sql.update("UPDATE announcement_gate SET newest = ? WHERE id = 1", List.of(next.number()));
  }

  private List<Announcement> read(String query, List<Object> values) {
    List<Announcement> bare = sql.rows(query, AnnouncementRows::row, values);
    Map<Long, List<Words>> words = words(bare.stream().map(Announcement::number).toList());
    return bare.stream()
        .map(one -> with(one, words.getOrDefault(one.number(), List.of())))
        .toList();
  }

  private Map<Long, List<Words>> words(Collection<Long> versions) {
    Map<Long, List<Words>> found = new HashMap<>();
    if (!versions.isEmpty()) {
      sql.rows(
          "SELECT version, language, text, recording FROM announcement_words WHERE version IN ("
              + Sql.marks(versions.size())
              + ") ORDER BY version, language",
          row ->
              found
                  .computeIfAbsent(row.getLong(1), version -> new ArrayList<>())
                  .add(new Words(row.getString(2), row.getString(3), row.getString(4))),
          List.copyOf(versions));
    }
    return found;
  }

  private static Announcement with(Announcement bare, List<Words> words) {
    Content content = new Content(bare.content().name(), bare.content().span(), words);
    return new Announcement(
        bare.id(), bare.number(), content, bare.state(), bare.at(), bare.actor(), bare.why());
  }

  private static Announcement row(ResultSet row) throws SQLException {
    return new Announcement(
        row.getLong(1),
        row.getLong(2),
        new Content(row.getString(3), new Span(moment(row, 4), moment(row, 5)), List.of()),
        State.valueOf(row.getString(6)),
        moment(row, 7),
        row.getString(8),
        row.getString(9));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return Sql.local(row, column).toInstant(ZoneOffset.UTC);
  }
}
