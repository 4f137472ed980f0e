package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.durchkommen.phone.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How those who wait are dealt with: what it may be, and that it is done. */
class MannerTest {
  private static final QueueStage STAGE = new QueueStage();
  private static final List<Integer> ORDER = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

  @BeforeEach
  void clear() {
    STAGE.clear();
  }

  @AfterAll
  static void close() {
    STAGE.close();
  }

  private static List<Integer> numbers(String words) {
    return Stream.of(words.split(" ", -1)).map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "5, rangeMinutes has to be two or more",
    "5 5, rangeMinutes has to be two or more",
    "10 5, rangeMinutes has to be two or more",
    "5 7, rangeMinutes has to be two or more",
  })
  void rangesAreOfWhatThereAreWordsFor(String ranges, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Manner(numbers(ranges), Optional.empty(), Music.MELODY, ORDER, true))
        .withMessageStartingWith(told);
  }

  @ParameterizedTest
  @CsvSource({"1 2 3 4 5 6 7 8", "0 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8 10"})
  void nineGroupsHaveAPlaceEach(String priorities) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> manner(Optional.empty(), numbers(priorities)))
        .withMessage("priorities has to be nine numbers from 1 to 9");
  }

  @ParameterizedTest
  @CsvSource({"06:59, 20:00", "08:00, 22:01"})
  void nobodyIsCalledAtNight(String from, String until) {
    var hours = new CallingHours(LocalTime.parse(from), LocalTime.parse(until));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> manner(Optional.of(hours), ORDER))
        .withMessage("calling has to be within 07:00 and 22:00");
  }

  private static Manner manner(Optional<CallingHours> calling, List<Integer> priorities) {
    return new Manner(SpokenRange.MINUTES, calling, Music.TONE, priorities, false);
  }

  /** With the next round that reads the settings; {@link SettingsNodesTest} measures how soon. */
  @Test
  void eachNodeDoesAsASupervisorSays() {
    Room one = STAGE.node("one");
    Room other = STAGE.node("other");
    STAGE.rounds(one, other);
    assertThat(one.music()).isEqualTo(Music.MELODY);
    assertThat(one.priority(7)).isEqualTo(7);
    STAGE.settings =
        QueueStage.dialogues(3).with(manner(Optional.empty(), List.of(9, 8, 7, 6, 5, 4, 3, 2, 1)));
    STAGE.pass(Duration.ofSeconds(2), one, other);
    for (Room room : List.of(one, other)) {
      assertThat(room.music()).isEqualTo(Music.TONE);
      assertThat(room.priority(1)).isEqualTo(9);
      assertThat(room.asksForRecording()).isFalse();
    }
  }

  @Test
  void callbacksKeepToTheHoursOfASupervisor() {
    Room room = STAGE.node("one");
    STAGE.rounds(room);
    Instant now = STAGE.clock.instant();
    assertThat(room.earliestCall()).isEqualTo(now);
    CallingHours evening = new CallingHours(LocalTime.of(18, 0), LocalTime.of(20, 0));
    STAGE.settings = QueueStage.dialogues(2).with(manner(Optional.of(evening), ORDER));
    STAGE.pass(Duration.ofSeconds(2), room);
    assertThat(room.earliestCall()).isEqualTo(evening.next(STAGE.clock.instant())).isAfter(now);
  }
}
