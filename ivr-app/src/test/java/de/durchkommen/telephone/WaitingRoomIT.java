package de.durchkommen.telephone;

import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static de.durchkommen.telephone.Crowd.TURN;
import static de.durchkommen.telephone.Crowd.positions;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.Telephone;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The waiting room on real telephones: two dialogues at once, and more callers than that. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("how many are let in is everybody's")
class WaitingRoomIT {
  private final HotlineUnderTest hotline;
  private final Crowd crowd;

  WaitingRoomIT(HotlineUnderTest hotline) {
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
  void positionsFallAndACallbackComesInItsTurn() throws IOException, InterruptedException {
    PersonOnLine one = crowd.calls(1);
    PersonOnLine two = crowd.calls(2);
    two.hears(CODE, SOON);
    one.keepsTalking();
    two.keepsTalking();
    PersonOnLine three = crowd.calls(3);
    PersonOnLine four = crowd.calls(4);
    PersonOnLine five = crowd.calls(5);
    try (Telephone fourAtHome =
        Telephone.answering(
            hotline.baresip(),
            Crowd.calledNumber(4),
            Place.CALLED_BACK,
            Recording.of(new short[0]))) {
      four.hears("an Position zwei", SOON);
      five.hears("an Position drei", SOON);
      wishesACallback(four);

      one.leaves();
      three.hears("Sie sind an der Reihe", TURN);
      three.hears(CODE, SOON);
      three.keepsTalking();
      five.hears("an Position zwei", TURN);
      assertThat(fourAtHome.wasCalled(Duration.ZERO)).as("called before the turn").isFalse();

      two.leaves();
      assertThat(fourAtHome.wasCalled(TURN)).as("called at the turn").isTrue();
      assertThat(five.isTold("Sie sind an der Reihe")).as("overtaken").isFalse();
      Thread.sleep(Duration.ofSeconds(8));
      fourAtHome.presses("1");
      five.hears("an Position eins", TURN);

      three.leaves();
      five.hears("Sie sind an der Reihe", TURN);
      Thread.sleep(Duration.ofSeconds(5));
      Hearing called = hotline.heard(fourAtHome.putDown());
      assertThat(
              called.ofWords("Sie wollten zurückgerufen werden")
                  || startsWith(called, "Guten Tag. Hier ist die Impf-Hotline"))
          .as("%s", called)
          .isTrue();
      assertThat(startsWith(called, "Bitte nehmen Sie Ihren Einladungsbrief"))
          .as("%s", called)
          .isTrue();
    }
    assertThat(positions(hotline.heard(five.putDown())))
        .containsSubsequence("drei", "zwei", "eins");
  }

  /** Has it all told and confirmed, and hangs up. */
  private static void wishesACallback(PersonOnLine person)
      throws IOException, InterruptedException {
    person.hears("drücken Sie die Eins. Ihr Platz bleibt", SOON);
    person.presses("1");
    Thread.sleep(Duration.ofSeconds(3));
    person.presses("1");
    person.hears("rufen wir Sie zurück, zwischen", SOON);
    person.hangsUp();
  }

  private static boolean startsWith(Hearing hearing, String words) {
    return hearing.prompts().stream()
        .map(heard -> heard.sound().text())
        .anyMatch(text -> text.startsWith(words));
  }
}
