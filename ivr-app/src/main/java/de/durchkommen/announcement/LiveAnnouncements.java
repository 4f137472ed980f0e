package de.durchkommen.announcement;

import de.durchkommen.call.UrgentWords;
import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.editing.StoredRecording;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.SpokenText;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is urgent now, on this node: asks for the number of the newest version every {@link #ROUND},
 * and reads what is ahead of callers when it is another one. Beginnings and ends need no database.
 * As long as that is away everything stays as it was.
 */
@ApplicationScoped
public class LiveAnnouncements implements UrgentWords {
  /**
   * With a short question and a sound that is made already, a change is heard within two seconds.
   */
  static final Duration ROUND = Duration.ofMillis(500);

  private static final Logger LOG = System.getLogger(LiveAnnouncements.class.getName());
  private static final long STOP_MILLIS = 5_000;

  private final Database database;
  private final Clock clock;
  private final ReadyWords sounds;
  private final Thread rounds;
  private volatile List<Planned> planned = List.of();
  private long seen;
  private volatile boolean stopping;

  private record Planned(long id, Span span, SpokenText words) {}

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  LiveAnnouncements() {
    database = null;
    clock = null;
    sounds = null;
    rounds = null;
  }

  @Inject
  LiveAnnouncements(Database database, Announcer announcer, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.sounds = new ReadyWords(announcer, clock);
    rounds = Thread.ofPlatform().daemon().name("live-announcements").unstarted(this::work);
    // Whoever starts it, it sees the classes of the application.
    rounds.setContextClassLoader(LiveAnnouncements.class.getClassLoader());
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.getState() == Thread.State.NEW) {
      rounds.start();
    }
  }

  @Override
  public List<Urgent> now(Locale language) {
    Instant now = clock.instant();
    return planned.stream()
        .filter(one -> one.span().holds(now))
        .filter(one -> one.words().language().equals(language))
        .filter(one -> sounds.has(one.words()))
        .map(one -> new Urgent(one.id(), one.words()))
        .toList();
  }

  private void work() {
    while (!stopping) {
      try {
        round();
        Thread.sleep(ROUND);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException bug) {
        LOG.log(Level.ERROR, "Urgent announcements were not taken over", bug);
        pause();
      }
    }
  }

  /** A bug is not told more often than this. */
  private void pause() {
    try {
      Thread.sleep(ROUND.multipliedBy(20));
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    rounds.interrupt();
    try {
      rounds.join(STOP_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    sounds.close();
  }

  /** Takes over what is new, and has missing sounds made. For one thread. */
  void round() {
    asked(AnnouncementRows::newest).filter(newest -> newest != seen).ifPresent(this::takeOver);
    Instant now = clock.instant();
    sounds.want(
        planned.stream().filter(one -> !one.span().isOver(now)).map(Planned::words).toList());
  }

  private void takeOver(long newest) {
    Instant now = clock.instant();
    asked(rows -> rows.open(now))
        .ifPresent(open -> {
          planned =
              open.stream()
                  .filter(one -> one.isAhead(now))
                  .flatMap(one -> planned(one).stream())
                  .sorted(
                      Comparator.comparing((Planned one) -> one.span().starts())
                          .thenComparingLong(Planned::id))
                  .toList();
          // What came between the two questions is in it already, and is read once more.
          seen = newest;
          LOG.log(Level.INFO, "Dringende Ansagen: Stand {0} gilt", String.valueOf(newest));
        });
  }

  private List<Planned> planned(Announcement one) {
    List<Planned> all = new ArrayList<>();
    for (Words words : one.content().words()) {
      all.add(new Planned(one.id(), one.content().span(), spoken(words, database)));
    }
    return all;
  }

  /** Words for a voice, or a recording. */
  static SpokenText spoken(Words words, Database database) {
    return new SpokenText(
        Locale.of(words.language()),
        words.text(),
        Optional.ofNullable(words.recording()).map(hash -> new StoredRecording(hash, database)));
  }

  private <T> Optional<T> asked(Function<AnnouncementRows, T> question) {
    return database.answer(
        entities -> Optional.of(question.apply(new AnnouncementRows(new Sql(entities)))),
        why -> Optional.empty());
  }
}
