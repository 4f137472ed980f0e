package de.durchkommen.telephone;

import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static de.durchkommen.telephone.Crowd.TURN;
import static de.durchkommen.telephone.Crowd.positions;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.telephone.HotlineUnderTest.Letter;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The app is killed while people talk, wait and call. It is killed for all of them at the same
 * time: what each of them hears is compared at the end.
 */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("the app is everybody's")
class OutageIT {
  /** When this is tried once more, it is begun again after a minute's pause only. */
  private static final Duration RESTART = Duration.ofMinutes(4);

  private static final Duration LOOK = Duration.ofMillis(100);

  /** So often: after the last one it is left alone for 8 s, and needs more than that to start. */
  private static final int KILLS = 4;

  /** Words, music, a person's telephone that rings, and the farewell. */
  private static final Duration WHOLE_OUTAGE = Duration.ofSeconds(75);

  private final HotlineUnderTest hotline;
  private final Crowd crowd;

  OutageIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
    this.crowd = new Crowd(hotline);
  }

  @BeforeEach
  void twoAtOnce() throws IOException, InterruptedException {
    crowd.begins(2);
  }

  @AfterEach
  void asUsual() throws IOException, InterruptedException {
    crowd.ends();
  }

  @Test
  void everybodyHearsWordsAndNobodyLosesThePlaceWhenTheAppIsKilledOrTheLineBreaks()
      throws IOException, InterruptedException {
    PersonOnLine one = crowd.calls(1);
    PersonOnLine two = crowd.calls(2);
    two.hears(CODE, SOON);
    one.keepsTalking();
    two.keepsTalking();
    PersonOnLine three = crowd.calls(3);
    PersonOnLine four = crowd.calls(4);
    three.hears("an Position eins", SOON);
    four.hears("an Position zwei", SOON);
    PersonOnLine impatient =
        crowd.joined(PersonOnLine.calling(hotline, RunningDialplan.IMPATIENT, Crowd.number(6)));
    impatient.hears("an Position drei", SOON);
    String before = places();

    staysAway();
    ScriptedCall crowded = ScriptedCall.made(hotline, "", HotlineUnderTest.CROWD);
    assertThat(impatient.isOver(WHOLE_OUTAGE)).as("the end of the outage").isTrue();
    Recording impatients = impatient.putDown();
    assertThat(hotline.becomesReady(RESTART)).isTrue();
    four.hears("an Position zwei", TURN);
    three.hears("an Position eins", TURN);
    assertThat(places()).as("places after the restart").isEqualTo(before);
    Recording threes = three.putDown();

    PersonOnLine five = crowd.calls(5);
    five.hears("an Position vier", SOON);
    PersonOnLine again = crowd.calls(3);
    again.hears("Sie haben Ihren alten Platz behalten", SOON);
    again.hears("an Position eins", SOON);
    assertThat(five.isTold("an Position drei")).as("nobody has gone").isFalse();
    two.stopsTalking();
    books(two);
    Recording agains = again.putDown();

    heardTheFault(hotline.heard(one.putDown()));
    heardTheFarewell(hotline.heard(impatients));
    heardThatLinesAreShort(crowded);
    Hearing waited = hotline.heard(threes);
    assertThat(waited.ofWords("Ihr Platz in der Warteschlange bleibt erhalten"))
        .as("%s", waited)
        .isTrue();
    Hearing returned = hotline.heard(agains);
    assertThat(returned.ofWords("Sie haben Ihren alten Platz behalten"))
        .as("%s", returned)
        .isTrue();
    assertThat(positions(returned)).contains("eins");
  }

  /** Is killed again whenever it was begun again: the pauses before that are longer each time. */
  private void staysAway() throws IOException, InterruptedException {
    for (int times = 0; times < KILLS; times++) {
      ProcessHandle app = begun();
      assertThat(app.destroyForcibly()).isTrue();
      app.onExit().join();
    }
  }

  private ProcessHandle begun() throws IOException, InterruptedException {
    long end = System.nanoTime() + RESTART.toNanos();
    while (System.nanoTime() < end) {
      try {
        return hotline.process("payara");
      } catch (NoSuchElementException notYet) {
        Thread.sleep(LOOK);
      }
    }
    throw new AssertionError("The app was not begun again");
  }

  /** Who was talking goes on with the app that is back. */
  private void books(PersonOnLine person) throws IOException, InterruptedException {
    Letter letter = hotline.letter();
    person.presses(letter.code() + "#");
    person.hears("Ihr Geburtsdatum", SOON);
    person.presses(letter.birthDate() + "#");
    person.hears("Um beide zu nehmen", SOON);
    person.presses("1");
    person.hears("Ich buche jetzt für Sie", SOON);
    person.presses("1");
    person.hears("Ihre Termine sind gebucht", SOON);
  }

  /**
   * Somebody who was talking has no place in the queue. There is one person's telephone for
   * everybody: whether it rang before the app was back, is luck.
   */
  private static void heardTheFault(Hearing hearing) {
    assertThat(hearing.prompts().getFirst().sound().text()).startsWith("Guten Tag");
    assertThat(hearing)
        .matches(heard -> heard.ofWords("Das heißt nicht, dass alle Termine vergeben sind"));
  }

  /** Somebody who waited is told so until the time is over for which the app is tried. */
  private static void heardTheFarewell(Hearing hearing) {
    assertThat(hearing)
        .matches(heard -> heard.ofWords("Ihr Platz in der Warteschlange bleibt erhalten"))
        .matches(heard -> heard.ofWords("Wir verbinden Sie jetzt mit einem Menschen"))
        .matches(heard -> heard.ofWords("Durch die Störung geht kein Termin verloren"));
  }

  private static void heardThatLinesAreShort(ScriptedCall call) {
    assertThat(call.exitCode()).as("%s", call.lines()).isZero();
    assertThat(call.said()).anyMatch(text -> text.contains("alle Leitungen sind besetzt"));
    assertThat(call.hearing())
        .matches(heard -> heard.ofWords("technische Störung, und alle Leitungen sind besetzt"));
  }

  /** Which call has which place. */
  private String places() throws IOException, InterruptedException {
    return hotline.sql(
        "SELECT GROUP_CONCAT(call_id, ' ', place ORDER BY place) FROM queue_ticket"
            + " WHERE phase <> 'ENDED'");
  }
}
