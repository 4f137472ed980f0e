package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Heard;
import de.durchkommen.launch.phone.Hearing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who call a hotline that lets few of them into a dialogue at once. */
final class Crowd {
  /** The beginning of the first question of a dialogue. */
  static final String CODE = "Bitte nehmen Sie Ihren Einladungsbrief zur Hand";

  /** What is said without anybody's help comes within this. */
  static final Duration SOON = Duration.ofSeconds(40);

  /** What is said when it is somebody's turn, or the app is back, comes within this. */
  static final Duration TURN = Duration.ofSeconds(90);

  /** Longer than anybody is called. */
  private static final Duration RINGING = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final String NUMBERS = "05611234567";
  private static final Pattern POSITION = Pattern.compile("an Position (\\p{L}+)\\.");

  private final HotlineUnderTest hotline;
  private final Deque<PersonOnLine> people = new ArrayDeque<>();

  Crowd(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  /** Nobody is there yet, and so many may talk at once. */
  void begins(int dialogues) throws IOException, InterruptedException {
    hotline.nobodyIsLeft();
    nobodyIsCalled();
    hotline.dialogues(dialogues);
  }

  /** Whoever a test before this wanted to have called back would ring at this test's telephone. */
  private void nobodyIsCalled() throws IOException, InterruptedException {
    long end = System.nanoTime() + RINGING.toNanos();
    while (!hotline.console().says("core show channels count").startsWith("0 active channels")) {
      assertThat(System.nanoTime()).as("calls of a test before this").isLessThan(end);
      Thread.sleep(LOOK);
    }
  }

  /** Everybody hangs up, and is forgotten. */
  void ends() throws IOException, InterruptedException {
    for (PersonOnLine person : people) {
      person.close();
    }
    hotline.dialogues(HotlineUnderTest.USUAL_DIALOGUES);
    hotline.nobodyIsLeft();
  }

  /** Somebody who calls from a number of their own. */
  PersonOnLine calls(int who) throws IOException, InterruptedException {
    return joined(PersonOnLine.calling(hotline, number(who)));
  }

  /** Somebody who is on the line already. */
  PersonOnLine joined(PersonOnLine person) {
    people.add(person);
    return person;
  }

  /** The number of one of them, as they dial it at home. */
  static String number(int who) {
    return NUMBERS + who;
  }

  /** The same as the hotline dials it. */
  static String calledNumber(int who) {
    return "+49" + number(who).substring(1);
  }

  /** The positions that were heard to their end, each once. */
  static List<String> positions(Hearing hearing) {
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
