package de.durchkommen.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.UrgentWords.Urgent;
import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Transactions;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveAnnouncementsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static AnnouncementStage stage;

  private volatile boolean mute;
  private volatile boolean away;
  private LiveAnnouncements live;

  @BeforeAll
  static void setUp() {
    stage = new AnnouncementStage();
  }

  @AfterAll
  static void tearDown() {
    stage.close();
  }

  @BeforeEach
  void begin() {
    stage.forget();
    Database database = TestDatabase.patient(failing(stage.database.transactions()));
    live = new LiveAnnouncements(database, this::sound, stage.clock);
  }

  @AfterEach
  void stop() {
    live.stop();
  }

  private Path sound(SpokenText text) {
    if (mute) {
      throw new VoiceUnavailableException("mute");
    }
    return Path.of("sound");
  }

  private Transactions failing(Transactions real) {
    return new Transactions() {
      @Override
      public <T> T run(Function<EntityManager, T> work) {
        if (away) {
          throw new PersistenceException("away");
        }
        return real.run(work);
      }
    };
  }

  private List<String> heard() {
    return live.now(Locale.GERMAN).stream().map(Urgent::words).map(SpokenText::text).toList();
  }

  private void taken(String... texts) throws InterruptedException {
    live.round();
    until(() -> heard().equals(List.of(texts)));
    assertThat(heard()).containsExactly(texts);
  }

  private static void until(BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (!so.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }

  @Test
  void aDraftIsNotHeardAPublishedOneIsAndAWithdrawnOneNoMore() throws InterruptedException {
    stage.drafted(stage.content("Entwurf", HOUR));
    taken();
    Announcement one = stage.published(stage.content("Heute bis 22 Uhr", HOUR));
    taken("Heute bis 22 Uhr");
    assertThat(live.now(Locale.of("tr"))).isEmpty();
    stage.withdrawn(one.id());
    taken();
  }

  @Test
  void theClockBeginsAndEndsItWithoutADatabase() throws InterruptedException {
    Instant begin = stage.clock.instant().plus(HOUR);
    stage.published(
        new Announcement.Content(
            "Nacht", new Span(begin, begin.plus(HOUR)), List.of(new Words("de", "Ab neun", null))));
    live.round();
    away = true;
    Thread.sleep(100);
    assertThat(heard()).isEmpty();
    stage.clock.set(begin);
    taken("Ab neun");
    stage.clock.set(begin.plus(HOUR).minusMillis(1));
    assertThat(heard()).containsExactly("Ab neun");
    stage.clock.set(begin.plus(HOUR));
    assertThat(heard()).isEmpty();
  }

  @Test
  void whatIsLiveStaysSoWhileTheDatabaseIsAway() throws InterruptedException {
    Announcement one = stage.published(stage.content("Heute", HOUR));
    taken("Heute");
    away = true;
    stage.withdrawn(one.id());
    taken("Heute");
    away = false;
    taken();
  }

  @Test
  void whatHasNoSoundIsLeftOutAndTriedAgain() throws InterruptedException {
    mute = true;
    stage.published(stage.content("Heute", HOUR));
    taken();
    mute = false;
    stage.clock.pass(ReadyWords.AGAIN);
    taken("Heute");
  }

  @Test
  void allThatIsUrgentComesInTheOrderOfItsBeginning() throws InterruptedException {
    Instant now = stage.clock.instant();
    stage.published(stage.content("Zweite", HOUR));
    stage.published(
        new Announcement.Content(
            "Früher",
            new Span(now.minus(HOUR), now.plus(HOUR)),
            List.of(new Words("de", "Erste", null))));
    taken("Erste", "Zweite");
  }

  @Test
  void aRunningNodeTakesItOverWithinTwoSeconds() throws InterruptedException {
    live.begin(new Migrated());
    Thread.sleep(200);
    stage.published(stage.content("Heute", HOUR));
    long begun = System.nanoTime();
    until(() -> !heard().isEmpty());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    assertThat(heard()).containsExactly("Heute");
  }
}
