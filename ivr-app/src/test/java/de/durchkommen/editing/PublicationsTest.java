package de.durchkommen.editing;

import static de.durchkommen.editing.EditingStage.FAREWELL;
import static de.durchkommen.editing.EditingStage.POSITION;
import static de.durchkommen.editing.EditingStage.author;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.Together;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationsTest {
  private static final int EDITORS = 8;

  @TempDir static Path folder;
  private static EditingStage stage;

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
  }

  private static long done(PublishOutcome outcome) {
    assertThat(outcome).isInstanceOf(PublishOutcome.Done.class);
    return outcome instanceof PublishOutcome.Done(Publication now) ? now.number() : -1;
  }

  @Test
  void ofEditorsWhoHaveSeenTheSameOneWinsAndAllVersionsStay() {
    List<PublishOutcome> outcomes =
        Together.run(
            EDITORS,
            number -> {
              PromptVersion mine = stage.write(FAREWELL, "Tschüss " + number + ".");
              return stage.publish(FAREWELL, mine.number(), 0);
            });
    assertThat(outcomes).filteredOn(PublishOutcome.Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(PublishOutcome.Outdated.class::isInstance).hasSize(EDITORS - 1);
    assertThat(stage.versions(FAREWELL)).hasSize(EDITORS);
    assertThat(stage.current(FAREWELL).number()).isEqualTo(1);
  }

  @Test
  void editorsOfDifferentPromptsDoNotDisturbEachOther() {
    PromptVersion farewell = stage.write(FAREWELL, "Tschüss.");
    PromptVersion position = stage.write(POSITION, "Platz {position}.");
    List<PublishOutcome> outcomes =
        Together.run(
            2,
            number ->
                number == 0
                    ? stage.publish(FAREWELL, farewell.number(), 0)
                    : stage.publish(POSITION, position.number(), 0));
    assertThat(outcomes).hasOnlyElementsOfType(PublishOutcome.Done.class);
    long newest = stage.ask(sql -> new Publications(sql).newest());
    assertThat(newest).isEqualTo(2);
  }

  @Test
  void backToAnEarlierVersionAndToTheDeliveredText() {
    PromptVersion one = stage.write(FAREWELL, "Eins.");
    PromptVersion two = stage.write(FAREWELL, "Zwei.");
    long first = done(stage.publish(FAREWELL, one.number(), 0));
    long second = done(stage.publish(FAREWELL, two.number(), first));
    long back = done(stage.publish(FAREWELL, one.number(), second));
    assertThat(stage.current(FAREWELL).version()).isEqualTo(one.number());
    long delivered = done(stage.publish(FAREWELL, null, back));
    assertThat(stage.current(FAREWELL).version()).isNull();
    List<Publications.Live> live = stage.ask(sql -> new Publications(sql).live());
    assertThat(live).isEmpty();
    assertThat(stage.history(FAREWELL))
        .extracting(Publication::number)
        .containsExactly(delivered, back, second, first);
    assertThat(
            stage.database.rows(
                "SELECT action, actor, subject FROM audit_event WHERE action LIKE 'PROMPT_%'"
                    + " ORDER BY id DESC LIMIT 2"))
        .containsExactly(
            "PROMPT_AS_DELIVERED b de farewell", "PROMPT_PUBLISHED b de farewell " + one.number());
  }

  @Test
  void whatIsSaidTwiceIsDoneOnce() {
    PromptVersion version = stage.write(FAREWELL, "Eins.");
    assertThat(stage.write(FAREWELL, "Eins.").number()).isEqualTo(version.number());
    long first = done(stage.publish(FAREWELL, version.number(), 0));
    assertThat(done(stage.publish(FAREWELL, version.number(), 0))).isEqualTo(first);
    assertThat(done(stage.publish(POSITION, null, 0))).isZero();
  }

  @Test
  void aVersionOfAnotherPromptIsNone() {
    PromptVersion version = stage.write(FAREWELL, "Eins.");
    assertThat(stage.publish(POSITION, version.number(), 0))
        .isEqualTo(new PublishOutcome.NoSuchVersion());
    assertThat(stage.publish(FAREWELL, version.number() + 1, 0))
        .isEqualTo(new PublishOutcome.NoSuchVersion());
  }

  @Test
  void aRecordingIsKeptOnceAndFoundAgain() {
    byte[] wav = {1, 2, 3};
    PromptVersion version =
        stage
            .ask(sql ->
                new Versions(sql).add(FAREWELL, "Eins.", Optional.of(wav), author("a", "Test")))
            .orElseThrow();
    stage.ask(
        sql -> new Versions(sql).add(FAREWELL, "Zwei.", Optional.of(wav), author("a", "Test")));
    String hash = String.valueOf(version.recording());
    assertThat(new StoredRecording(hash, stage.database.patient()).wav()).isEqualTo(wav);
    assertThat(stage.database.rows("SELECT COUNT(*) FROM prompt_recording")).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE prompt_version SET text = 'x'",
        "DELETE FROM prompt_version",
        "UPDATE prompt_publication SET version = NULL",
        "DELETE FROM prompt_publication",
        "UPDATE prompt_recording SET wav = 'x'",
        "DELETE FROM prompt_recording",
        "INSERT INTO prompt_publication SELECT 99, language, prompt, version, replaces, at, actor,"
            + " why FROM prompt_publication",
        "INSERT INTO prompt_publication SELECT 99, 'tr', prompt, version, replaces, at, actor, why"
            + " FROM prompt_publication",
        "INSERT INTO prompt_gate (id, newest) VALUES (2, 0)"
      })
  void theDatabaseRefusesWhatMustNotBe(String statement) {
    stage.ask(sql ->
        new Versions(sql).add(FAREWELL, "Eins.", Optional.of(new byte[] {1}), author("a", "Test")));
    long version = stage.versions(FAREWELL).getFirst().number();
    done(stage.publish(FAREWELL, version, 0));
    assertThatThrownBy(() -> stage.database.execute(statement))
        .isInstanceOf(IllegalStateException.class);
  }
}
