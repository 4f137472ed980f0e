package de.durchkommen.announcement;

import de.durchkommen.announcement.Announcement.Content;
import de.durchkommen.announcement.Announcement.State;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import de.durchkommen.editing.Author;
import de.durchkommen.editing.StoredRecording;
import java.util.Optional;

/** The rules by which announcements change, within one transaction. Each change is a version. */
final class Announcements {
  /** So many may have their time before them, whatever their state. */
  static final int MOST_OPEN = 50;

  /** So many may be ahead of callers: nobody listens to more. */
  static final int MOST_PUBLISHED = 10;

  /** So often one may be changed. */
  static final int MOST_VERSIONS = 500;

  private final Sql sql;
  private final AnnouncementRows rows;

  Announcements(Sql sql) {
    this.sql = sql;
    this.rows = new AnnouncementRows(sql);
  }

  /** A new one, which nobody hears yet. */
  Change drafted(Content content, Author author) {
    long number = rows.locked() + 1;
    if (rows.open(author.at()).size() >= MOST_OPEN) {
      return new Change.TooMany(MOST_OPEN);
    }
    return added(version(number, number, content, State.DRAFT, author), 0, author);
  }

  /**
   * Other words or times: then it is a draft, and has to be published anew.
   *
   * @param basedOn the number of the version that the author has seen
   * @param content made of that version
   */
  Change rewritten(long id, long basedOn, Content content, Author author) {
    return changed(
        id,
        author,
        (now, number) -> {
          if (now.number() != basedOn) {
            return new Change.Outdated(now);
          }
          if (now.isAhead(author.at())) {
            return new Change.Published(now);
          }
          return added(version(id, number, content, State.DRAFT, author), now.number(), author);
        });
  }

  /** Callers hear it in its time. Said again it changes nothing. */
  Change published(long id, long basedOn, Author author) {
    return changed(
        id,
        author,
        (now, number) -> {
          if (now.isAhead(author.at())) {
            return new Change.Done(now);
          }
          if (now.number() != basedOn) {
            return new Change.Outdated(now);
          }
          if (now.content().span().isOver(author.at())) {
            return new Change.Over(now);
          }
          long ahead =
              rows.open(author.at()).stream().filter(one -> one.isAhead(author.at())).count();
          if (ahead >= MOST_PUBLISHED) {
            return new Change.TooMany(MOST_PUBLISHED);
          }
          return added(
              version(id, number, now.content(), State.PUBLISHED, author), now.number(), author);
        });
  }

  /** Nobody hears it any more, whatever somebody else has changed meanwhile. */
  Change withdrawn(long id, Author author) {
    return changed(
        id,
        author,
        (now, number) ->
            now.isAhead(author.at())
                ? added(
                    version(id, number, now.content(), State.WITHDRAWN, author),
                    now.number(),
                    author)
                : new Change.Done(now));
  }

  /** Keeps a recording; returns its hash. */
  String kept(byte[] wav) {
    StoredRecording.add(sql, wav);
    return StoredRecording.hash(wav);
  }

  private interface Step {
    Change taken(Announcement now, long number);
  }

  private Change changed(long id, Author author, Step step) {
    long number = rows.locked() + 1;
    Optional<Announcement> now = rows.of(id);
    if (now.isEmpty()) {
      return new Change.None();
    }
    // Somebody may always be stopped.
    if (!now.get().isAhead(author.at()) && rows.countOfVersions(id) >= MOST_VERSIONS) {
      return new Change.TooMany(MOST_VERSIONS);
    }
    return step.taken(now.get(), number);
  }

  private static Announcement version(
      long id, long number, Content content, State state, Author author) {
    return new Announcement(id, number, content, state, author.at(), author.actor(), author.why());
  }

  private Change added(Announcement next, long replaces, Author author) {
    rows.add(next, replaces);
    AuditLog.add(
        sql,
        new AuditEvent(
            author.at(),
            AuditEvent.Channel.API,
            author.actor(),
            "ANNOUNCEMENT_" + next.state(),
            next.id() + " " + next.number(),
            next.content().words().size(),
            author.request()));
    return new Change.Done(next);
  }
}
