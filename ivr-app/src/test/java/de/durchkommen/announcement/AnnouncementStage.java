package de.durchkommen.announcement;

import de.durchkommen.announcement.Announcement.Content;
import de.durchkommen.database.Database;
import de.durchkommen.database.MariaDb;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.editing.Author;
import de.durchkommen.editing.WebSql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A database with announcements, and a clock in Hessen. */
final class AnnouncementStage implements AutoCloseable {
  /** 19:50 in Hessen. */
  static final Instant EVENING = Instant.parse("2021-01-12T18:50:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final HessenClock clock = new HessenClock();
  final Database patient = database.patient();

  /** Stands until it is put forward. */
  static final class HessenClock extends Clock {
    private final AtomicReference<Instant> now = new AtomicReference<>(EVENING);

    void set(Instant time) {
      now.set(time);
    }

    void pass(Duration time) {
      now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Europe/Berlin");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Nobody has written anything: the way around the triggers, for tests. */
  void forget() {
    String free = database.address() + "&sessionVariables=foreign_key_checks=0";
    try {
      MariaDb.execute(free, "TRUNCATE TABLE announcement_words");
      MariaDb.execute(free, "TRUNCATE TABLE announcement_version");
      MariaDb.execute(free, "UPDATE announcement_gate SET newest = 0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    clock.set(EVENING);
  }

  Author author(String why) {
    return new Author(clock.instant(), "@ines", why, "request-1");
  }

  Change ask(Function<Announcements, Change> work) {
    return new WebSql(patient).ask(sql -> work.apply(new Announcements(sql)));
  }

  /** German words from now for so long. */
  Content content(String text, Duration until) {
    Instant now = clock.instant();
    return new Content(
        "Abend", new Span(now, now.plus(until)), List.of(new Words("de", text, null)));
  }

  /** Writes one. */
  Announcement drafted(Content content) {
    return done(ask(rules -> rules.drafted(content, author("Andrang"))));
  }

  /** Writes one and publishes it. */
  Announcement published(Content content) {
    Announcement draft = drafted(content);
    return done(ask(rules -> rules.published(draft.id(), draft.number(), author("Andrang"))));
  }

  Announcement withdrawn(long id) {
    return done(ask(rules -> rules.withdrawn(id, author("Doch nicht"))));
  }

  static Announcement done(Change change) {
    if (change instanceof Change.Done(Announcement now)) {
      return now;
    }
    throw new AssertionError(change);
  }

  @Override
  public void close() {
    database.close();
  }
}
