package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.telephone.HotlineUnderTest.Letter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Calls as they happen every day, several at once. Nobody answers the person's telephone. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class CallsIT {
  private static final String NOT_ALL_TAKEN = "Leider ist gerade kein Mensch frei";
  private static final String NOT_ALL_TAKEN_BY_A_FAULT =
      "Das heißt nicht, dass alle Termine vergeben sind";
  private static final String TO_A_PERSON = "Wir verbinden Sie jetzt mit einem Menschen";
  private static final String ONCE_MORE = "noch einmal mit der Terminvergabe";
  private static final String NOTHING_IS_LOST = "Durch die Störung geht kein Termin verloren";

  /** Twice a person's telephone rings; the rest are words and music. */
  private static final Duration WITHOUT_A_NODE = Duration.ofMinutes(2);

  /** As it is unless somebody sets another. */
  private static final Duration RTP_TIMEOUT = Duration.ofSeconds(60);

  private static final Duration HELD_AT_LEAST = Duration.ofSeconds(20);

  private final HotlineUnderTest hotline;

  CallsIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @Test
  void booksHearsAndCancels() throws IOException, InterruptedException {
    Letter letter = hotline.letter();

    ScriptedCall booking = ScriptedCall.made(hotline, letter.keys() + ",1,1");
    assertThat(booking.outcome()).as("%s", booking.lines()).isEqualTo("BOOKED " + pairOf(letter));
    ScriptedCall again = ScriptedCall.made(hotline, letter.keys() + ",1");
    assertThat(again.outcome()).isEqualTo("HEARD");
    ScriptedCall cancelling = ScriptedCall.made(hotline, letter.keys() + ",3,1");
    assertThat(cancelling.outcome()).startsWith("CANCELLED ");
    assertThat(pairOf(letter)).isEmpty();

    booking.heardAllThatWasSaid().heardNothingOf("tr");
    assertThat(booking.hearing().ofWords("Ihre Termine sind gebucht")).isTrue();
    assertThat(booking.hearing().ofWords("Auf Wiederhören")).isTrue();
    again.heardAllThatWasSaid();
    assertThat(again.heard().stream().filter(text -> text.startsWith("Sie haben zwei Termine")))
        .hasSize(2);
    cancelling.heardAllThatWasSaid();
    assertThat(cancelling.hearing().ofWords("Ihre beiden Termine sind abgesagt")).isTrue();
  }

  @Test
  void moves() throws IOException, InterruptedException {
    Letter letter = hotline.letter();
    ScriptedCall booking = ScriptedCall.made(hotline, letter.keys() + ",2,1,1");
    assertThat(booking.outcome()).as("%s", booking.lines()).isEqualTo("BOOKED " + pairOf(letter));

    ScriptedCall moving =
        ScriptedCall.made(hotline, letter.keys() + ",2,3,1,1").heardAllThatWasSaid();
    assertThat(moving.outcome()).isEqualTo("MOVED " + pairOf(letter));
    assertThat(pairOf(letter)).isNotEqualTo(booking.outcome().replace("BOOKED ", ""));
    assertThat(moving.hearing().ofWords("Ihre Termine sind verlegt")).isTrue();
  }

  @Test
  void leadsToAPersonAfterThreeWrongTries() throws IOException, InterruptedException {
    String wrong = hotline.letter().code() + "#,01011900#";
    ScriptedCall call =
        ScriptedCall.made(hotline, String.join(",", wrong, wrong, wrong)).heardAllThatWasSaid();
    assertThat(
            call.heard().stream().filter(text -> text.startsWith("Code und Geburtsdatum passen")))
        .hasSize(2);
    assertThat(call.hearing().ofWords("Ich verbinde Sie mit einem Menschen")).isTrue();
    assertThat(call.hearing().ofWords(NOT_ALL_TAKEN)).isTrue();
    assertThat(call.outcome()).isEqualTo("NOBODY");
  }

  @Test
  void neverHangsUpOnASilentCallerWithoutWords() throws IOException {
    ScriptedCall call = ScriptedCall.made(hotline, "").heardAllThatWasSaid();
    assertThat(call.hearing().ofWords("Ich habe nichts gehört")).isTrue();
    assertThat(call.heard().getLast()).contains("Auf Wiederhören");
    assertThat(call.outcome()).isEqualTo("NOBODY");
  }

  @Test
  void goesOnWhereItWasWhenNoPersonAnswers() throws IOException, InterruptedException {
    Letter letter = hotline.letter();
    ScriptedCall call =
        ScriptedCall.made(hotline, "0," + letter.keys() + ",1,1").heardAllThatWasSaid();
    assertThat(call.hearing().ofWords(NOT_ALL_TAKEN)).isTrue();
    assertThat(call.outcome()).isEqualTo("BOOKED " + pairOf(letter));
  }

  /** There is no node for this call, and nobody picks up the person's telephone. */
  @Test
  void hearsOfTheFaultOfAPersonAndThatNothingIsLostWhenNoNodeIsThere()
      throws IOException, InterruptedException {
    try (PersonOnLine caller =
        PersonOnLine.calling(hotline, RunningDialplan.DESERTED, Crowd.number(7))) {
      assertThat(caller.isOver(WITHOUT_A_NODE)).isTrue();
      List<String> heard =
          hotline.heard(caller.putDown()).prompts().stream()
              .map(one -> one.sound().text())
              .toList();
      assertThat(heard)
          .satisfiesExactly(
              text -> assertThat(text).contains(NOT_ALL_TAKEN_BY_A_FAULT),
              text -> assertThat(text).contains(TO_A_PERSON),
              text -> assertThat(text).contains(ONCE_MORE),
              text -> assertThat(text).contains(TO_A_PERSON),
              text -> assertThat(text).contains(NOTHING_IS_LOST));
    }
  }

  /** While there is no node for this call, which goes on for as long as somebody waits. */
  @Test
  void whoVanishesWithoutAWordKeepsNoLine() throws IOException, InterruptedException {
    String number = Crowd.number(8);
    try (PersonOnLine caller = PersonOnLine.calling(hotline, RunningDialplan.HELD, number)) {
      Thread.sleep(HELD_AT_LEAST);
      caller.vanishes();
      Thread.sleep(HELD_AT_LEAST);
      AsteriskConsole console = hotline.console();
      assertThat(console.channelOf(number)).as("after a short silence").isPresent();
      Thread.sleep(RTP_TIMEOUT.minus(HELD_AT_LEAST));
      long end = System.nanoTime() + HELD_AT_LEAST.toNanos();
      while (console.channelOf(number).isPresent()) {
        assertThat(System.nanoTime()).as("a line for somebody who is gone").isLessThan(end);
        Thread.sleep(Duration.ofSeconds(1));
      }
    }
  }

  /**
   * Confirmation, centre and dates of a letter's owner as in the line OUTCOME; "" if there are
   * none.
   */
  private String pairOf(Letter letter) throws IOException, InterruptedException {
    return hotline
        .sql(
            """
            SELECT confirmation, c.name, DATE_FORMAT(first_at, '%%Y-%%m-%%dT%%H:%%i'),
              DATE_FORMAT(second_at, '%%Y-%%m-%%dT%%H:%%i')
            FROM appointment_pair a JOIN person p ON p.id = a.person_id
              JOIN centre c ON c.id = a.centre_id
            WHERE p.code = '%s'\
            """
                .formatted(letter.code())
                .replace('\n', ' '))
        .replace('\t', ' ');
  }
}
