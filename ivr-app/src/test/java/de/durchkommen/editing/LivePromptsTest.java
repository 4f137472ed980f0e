package de.durchkommen.editing;

import static de.durchkommen.editing.EditingStage.FAREWELL;
import static de.durchkommen.editing.EditingStage.POSITION;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Transactions;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePromptsTest {
  private static final Duration IN_FORCE = Duration.ofSeconds(2);

  /** What a busy machine may take beyond that. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  @TempDir static Path folder;
  private static EditingStage stage;

  private final List<String> made = new CopyOnWriteArrayList<>();
  private Node node;

  @BeforeAll
  static void setUp() {
    stage = new EditingStage(folder);
  }

  @AfterAll
  static void tearDown() {
    stage.close();
  }

  @BeforeEach
  void clear() {
    stage.forget();
    node = new Node(stage.database.transactions(), this::sound);
  }

  private Path sound(SpokenText text) {
    made.add(text.text());
    return Path.of("sound");
  }

  /** A process of the hotline. */
  private static final class Node implements AutoCloseable {
    final PromptLibrary library = stage.library();
    final LivePrompts live;

    Node(Transactions transactions, Announcer announcer) {
      Database database = TestDatabase.patient(transactions);
      live = new LivePrompts(database, library, stage.prompts(library), announcer);
    }

    String farewell() {
      return library.spoken(Prompt.of("farewell").said(), Locale.GERMAN).text();
    }

    @Override
    public void close() {
      live.stop();
    }
  }

  private static long published(Place place, String text) {
    long seen = stage.current(place).number();
    stage.publish(place, stage.write(place, text).number(), seen);
    return seen + 1;
  }

  @Test
  void everyNodeSaysItWithinTwoSecondsAndAsDeliveredAgain() throws InterruptedException {
    try (Node other = new Node(stage.database.transactions(), this::sound)) {
      String delivered = node.farewell();
      node.live.begin(new Migrated());
      other.live.begin(new Migrated());
      published(FAREWELL, "Auf bald.");
      awaited(node, "Auf bald.");
      awaited(other, "Auf bald.");
      stage.publish(FAREWELL, null, 1);
      awaited(node, delivered);
      awaited(other, delivered);
    } finally {
      node.close();
    }
  }

  private static void awaited(Node node, String text) throws InterruptedException {
    long end = System.nanoTime() + IN_FORCE.plus(SLACK).toNanos();
    while (!node.farewell().equals(text) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(node.farewell()).isEqualTo(text);
  }

  @Test
  void whatIsNotNewIsNotReadAgain() throws InterruptedException {
    assertThat(node.live.round()).isFalse();
    published(FAREWELL, "Auf bald.");
    assertThat(node.live.round()).isTrue();
    assertThat(node.live.round()).isFalse();
  }

  @Test
  void soundsAreMadeBeforeAnybodyHearsThem() throws InterruptedException {
    published(FAREWELL, "Auf bald.");
    published(POSITION, "Ihr Platz: {position}.");
    node.live.round();
    assertThat(made).contains("Auf bald.");
    int before = made.size();
    published(FAREWELL, "Bis bald.");
    node.live.round();
    assertThat(made.subList(before, made.size())).containsExactly("Bis bald.");
  }

  @Test
  void aVoiceThatHangsOrFailsDoesNotKeepTextsFromBeingInForce() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    try (Node slow =
        new Node(
            stage.database.transactions(),
            text -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new VoiceUnavailableException("test");
            })) {
      published(FAREWELL, "Auf bald.");
      long begun = System.nanoTime();
      slow.live.round();
      assertThat(slow.farewell()).isEqualTo("Auf bald.");
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isLessThan(NewSounds.WAIT.plus(SLACK));
      end.countDown();
      published(FAREWELL, "Bis bald.");
      slow.live.round();
      assertThat(slow.farewell()).isEqualTo("Bis bald.");
    }
  }

  @Test
  void whatIsBeingSaidStaysAndOtherPromptsToo() throws InterruptedException {
    SpokenText before = node.library.spoken(Prompt.of("farewell").said(), Locale.GERMAN);
    String delivered = before.text();
    SpokenText other = node.library.spoken(Prompt.of("entry.cleared").said(), Locale.GERMAN);
    published(FAREWELL, "Auf bald.");
    node.live.round();
    assertThat(before.text()).isEqualTo(delivered);
    assertThat(node.library.spoken(Prompt.of("entry.cleared").said(), Locale.GERMAN))
        .isEqualTo(other);
  }

  @Test
  void whileTheDatabaseIsAwayEverythingStays() throws InterruptedException {
    var away = new Unreliable(stage.database.transactions());
    try (Node lonely = new Node(away, this::sound)) {
      published(FAREWELL, "Auf bald.");
      lonely.live.round();
      away.gone = true;
      published(FAREWELL, "Bis bald.");
      assertThat(lonely.live.round()).isFalse();
      assertThat(lonely.farewell()).isEqualTo("Auf bald.");
      away.gone = false;
      assertThat(lonely.live.round()).isTrue();
      assertThat(lonely.farewell()).isEqualTo("Bis bald.");
    }
  }

  @Test
  void whatThisReleaseCannotSayIsLeftOut() throws InterruptedException {
    String delivered = node.farewell();
    published(FAREWELL, "Auf {nimmer}.");
    published(new Place("de", "no.such-prompt"), "Nichts.");
    published(new Place("xx", "farewell"), "Nichts.");
    published(new Place("de", "entry.cleared"), "Weg.");
    assertThat(node.live.round()).isTrue();
    assertThat(node.farewell()).isEqualTo(delivered);
    assertThat(node.library.spoken(Prompt.of("entry.cleared").said(), Locale.GERMAN).text())
        .isEqualTo("Weg.");
  }

  @Test
  void aRecordingComesWithItsWords() throws InterruptedException {
    long version =
        stage
            .ask(sql ->
                new Versions(sql)
                    .add(
                        FAREWELL,
                        "Auf bald.",
                        Optional.of(new byte[] {7}),
                        EditingStage.author("a", "Test")))
            .orElseThrow()
            .number();
    stage.publish(FAREWELL, version, 0);
    node.live.round();
    SpokenText said = node.library.spoken(Prompt.of("farewell").said(), Locale.GERMAN);
    assertThat(said.recording().map(recording -> recording.wav())).contains(new byte[] {7});
    assertThat(node.library.fixedTextsById(Locale.GERMAN, "farewell"))
        .isEqualTo(Map.of("farewell", said));
  }

  /** A database that can be gone. */
  private static final class Unreliable implements Transactions {
    private final Transactions real;
    private volatile boolean gone;

    Unreliable(Transactions real) {
      this.real = real;
    }

    @Override
    public <T> T run(Function<EntityManager, T> work) {
      if (gone) {
        throw new PersistenceException("away");
      }
      return real.run(work);
    }
  }
}
