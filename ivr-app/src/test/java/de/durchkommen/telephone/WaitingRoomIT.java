package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Heard;
import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.Telephone;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The waiting room on real telephones: two dialogues at once, and more callers than that. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("how many are let in is everybody's")
class WaitingRoomIT {
  private static final String NUMBERS = "05611234567";
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration TURN = Duration.ofSeconds(90);
  private static final Duration RESTART = Duration.ofMinutes(2);
  private static final Pattern POSITION = Pattern.compile("an Position (\\p{L}+)\\.");
  private static final String CODE = "Bitte nehmen Sie Ihren Einladungsbrief zur Hand";

  private final HotlineUnderTest hotline;
  private final Deque<PersonOnLine> people = new ArrayDeque<>();

  WaitingRoomIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @BeforeEach
  void twoAtOnce() throws IOException, InterruptedException {
    nobodyIsLeft();
    hotline.dialogues(2);
  }

  @AfterEach
  void asUsual() throws IOException, InterruptedException {
    for (PersonOnLine person : people) {
      person.close();
    }
    hotline.dialogues(HotlineUnderTest.USUAL_DIALOGUES);
    nobodyIsLeft();
  }

  /** Those who hung up keep their places for ten minutes; the next test begins without them. */
  private void nobodyIsLeft() throws IOException, InterruptedException {
    Thread.sleep(Duration.ofSeconds(2));
    hotline.sql("DELETE FROM queue_ticket");
  }

  @Test
  void positionsFallAndACallbackComesInItsTurn() throws IOException, InterruptedException {
    PersonOnLine one = calls(1);
    PersonOnLine two = calls(2);
    two.hears(CODE, SOON);
    one.keepsTalking();
    two.keepsTalking();
    PersonOnLine three = calls(3);
    PersonOnLine four = calls(4);
    PersonOnLine five = calls(5);
    try (Telephone fourAtHome =
        Telephone.answering(
            hotline.baresip(),
            "+49" + number(4).substring(1),
            HotlineUnderTest.CALLED_BACK,
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

  @Test
  void nobodyLosesThePlaceWhenTheAppIsKilledOrTheLineBreaks()
      throws IOException, InterruptedException {
    calls(1);
    PersonOnLine two = calls(2);
    two.hears(CODE, SOON);
    PersonOnLine three = calls(3);
    PersonOnLine four = calls(4);
    three.hears("an Position eins", SOON);
    four.hears("an Position zwei", SOON);
    String before = places();

    assertThat(hotline.process("payara").destroyForcibly()).isTrue();
    Thread.sleep(Duration.ofSeconds(1));
    assertThat(becomesReady()).isTrue();
    four.hears("an Position zwei", TURN);
    three.hears("an Position eins", TURN);
    assertThat(places()).as("places after the restart").isEqualTo(before);
    Hearing hearing = hotline.heard(three.putDown());
    assertThat(hearing.ofWords("Ihr Platz in der Warteschlange bleibt erhalten"))
        .as("%s", hearing)
        .isTrue();

    PersonOnLine five = calls(5);
    five.hears("an Position drei", SOON);
    PersonOnLine again = calls(3);
    again.hears("Sie haben Ihren alten Platz behalten", SOON);
    again.hears("an Position eins", SOON);
    assertThat(five.isTold("an Position zwei")).as("nobody has gone").isFalse();
    Thread.sleep(Duration.ofSeconds(4));
    Hearing old = hotline.heard(again.putDown());
    assertThat(old.ofWords("Sie haben Ihren alten Platz behalten")).as("%s", old).isTrue();
    assertThat(positions(old)).contains("eins");
  }

  private PersonOnLine calls(int who) throws IOException, InterruptedException {
    PersonOnLine person = PersonOnLine.calling(hotline, number(who));
    people.add(person);
    return person;
  }

  private static String number(int who) {
    return NUMBERS + who;
  }

  /** Has it all told and confirmed, and hangs up. */
  private static void wishesACallback(PersonOnLine person)
      throws IOException, InterruptedException {
    person.hears("drücken Sie die Eins. Ihr Platz bleibt", SOON);
    person.presses("1");
    Thread.sleep(Duration.ofSeconds(3));
    person.presses("1");
    person.hears("rufen wir Sie zurück, zwischen 8 Uhr und 21 Uhr", SOON);
    person.hangsUp();
  }

  private boolean becomesReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + RESTART.toNanos();
    while (!hotline.isReady()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
    return true;
  }

  /** Which call has which place. */
  private String places() throws IOException, InterruptedException {
    return hotline.sql(
        "SELECT GROUP_CONCAT(call_id, ' ', place ORDER BY place) FROM queue_ticket"
            + " WHERE phase <> 'ENDED'");
  }

  private static boolean startsWith(Hearing hearing, String words) {
    return hearing.prompts().stream()
        .map(heard -> heard.sound().text())
        .anyMatch(text -> text.startsWith(words));
  }

  /** The positions that were heard to their end, each once. */
  private static List<String> positions(Hearing hearing) {
    List<String> positions = new ArrayList<>();
    for (Heard heard : hearing.prompts()) {
      Matcher said = POSITION.matcher(heard.sound().text());
      if (heard.whole() && said.find() && !positions.contains(said.group(1))) {
        positions.add(said.group(1));
      }
    }
    return positions;
  }
}
