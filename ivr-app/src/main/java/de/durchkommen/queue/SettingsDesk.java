package de.durchkommen.queue;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the settings in the database, within one transaction. A version is never changed:
 * who changes something adds one, and who undoes something adds the old one again.
 */
final class SettingsDesk {
  private static final String FOUND =
      """
      SELECT number, at, actor, why, dialogues, opening_order, lobby_s, kept_s, soonest_s, latest_s,
        callback, closing, stock, ranges, calling_from, calling_until, music, priorities,
        recording
      FROM queue_settings WHERE number <= ? ORDER BY number DESC LIMIT ?
      """;

  private static final String ADDED =
      """
      INSERT INTO queue_settings (number, at, actor, why, dialogues, opening_order, lobby_s, kept_s,
        soonest_s, latest_s, callback, closing, stock, ranges, calling_from, calling_until, music,
        priorities, recording)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  SettingsDesk(Sql sql) {
    this.sql = sql;
  }

  /** A version. */
  record Version(long number, Instant at, String actor, String why, QueueSettings settings) {}

  /** The version in force; version 0 with {@code initial} when nobody has set anything. */
  Version current(QueueSettings initial) {
    return newest(1).stream()
        .findFirst()
        .orElseGet(() -> new Version(0, Instant.EPOCH, "", "", initial));
  }

  /** The newest versions first. */
  List<Version> newest(int most) {
    return newest(Long.MAX_VALUE, most);
  }

  /** The versions up to this one, the newest first. */
  List<Version> newest(long upTo, int most) {
    List<Version> bare = sql.rows(FOUND, SettingsDesk::bare, List.of(upTo, most));
    Map<Long, OpeningHours> hours =
        new HoursRows(sql).of(bare.stream().map(Version::number).toList());
    return bare.stream().map(version -> with(version, hours)).toList();
  }

  /** This version; empty when there is none. */
  Optional<Version> version(long number) {
    return newest(number, 1).stream().filter(found -> found.number() == number).findFirst();
  }

  /**
   * Puts settings in force, if the version they are based on still is. Whoever says the same again
   * is told the version that came of the first time.
   *
   * @param basedOn the version that the author has seen
   */
  SettingsChange change(
      long basedOn, QueueSettings settings, SettingsChange.Author author, QueueSettings initial) {
    Version now = current(initial);
    if (now.number() > 0 && now.settings().equals(settings)) {
      return new SettingsChange.Done(now);
    }
    if (now.number() != basedOn) {
      return new SettingsChange.Outdated(now);
    }
    Version next =
        new Version(
            now.number() + 1,
            author.at().truncatedTo(ChronoUnit.MILLIS),
            author.actor(),
            author.why(),
            settings);
    add(next, author.request());
    return new SettingsChange.Done(next);
  }

  private void add(Version version, String request) {
    QueueSettings set = version.settings();
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(List.of(version.number(), version.at(), version.actor(), version.why()));
    values.addAll(List.of(set.dialogues(), set.order().name()));
    values.addAll(List.of(set.lobby().toSeconds(), set.kept().toSeconds()));
    values.addAll(List.of(set.soonest().toSeconds(), set.latest().toSeconds()));
    values.addAll(List.of(set.callback(), set.closing().name(), set.stock()));
    values.addAll(MannerColumns.values(set.manner()));
    sql.update(ADDED, values);
    new HoursRows(sql).add(version.number(), set.hours());
    AuditLog.add(
        sql,
        new AuditEvent(
            version.at(),
            AuditEvent.Channel.API,
            version.actor(),
            "QUEUE_SETTINGS_CHANGED",
            "version " + version.number(),
            1,
            request));
  }

  private static Version bare(ResultSet row) throws SQLException {
    QueueSettings settings =
        new QueueSettings(
            row.getInt(5),
            QueueSettings.Order.valueOf(row.getString(6)),
            Duration.ofSeconds(row.getLong(7)),
            Duration.ofSeconds(row.getLong(8)),
            Duration.ofSeconds(row.getLong(9)),
            Duration.ofSeconds(row.getLong(10)),
            row.getBoolean(11),
            QueueSettings.ClosingRule.valueOf(row.getString(12)),
            row.getBoolean(13),
            HoursRows.NONE,
            MannerColumns.read(row, 14));
    Instant at = Sql.local(row, 2).toInstant(ZoneOffset.UTC);
    return new Version(row.getLong(1), at, row.getString(3), row.getString(4), settings);
  }

  private static Version with(Version bare, Map<Long, OpeningHours> hours) {
    OpeningHours own = hours.getOrDefault(bare.number(), HoursRows.NONE);
    return new Version(
        bare.number(), bare.at(), bare.actor(), bare.why(), bare.settings().with(own));
  }
}
