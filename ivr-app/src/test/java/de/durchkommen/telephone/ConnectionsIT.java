package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Dialled;
import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.PromptSound;
import de.durchkommen.launch.phone.Recogniser;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.Telephone;
import de.durchkommen.launch.phone.TranscriptFeed.Line;
import de.durchkommen.launch.phone.TranscriptFeed.Look;
import de.durchkommen.telephone.HotlineUnderTest.Letter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What happens to the connection itself: hanging up, a person, the first sound. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("the number of holds and the person's telephone are everybody's")
class ConnectionsIT {
  private static final Path SAMPLES = Path.of("src/test/resources/phone").toAbsolutePath();
  private static final Path REPORT = Path.of("target/telephone-report.txt").toAbsolutePath();
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(100);

  /** How much later than Asterisk's own answer the first word may come. */
  private static final Duration FIRST_SOUND_LIMIT = Duration.ofMillis(300);

  /** Its first second is recognised; the rest is for late packets. */
  private static final Duration ENOUGH_OF_THE_WELCOME = Duration.ofMillis(2_500);

  private static final int CALLS = 5;
  private static final String HELD = "SELECT COUNT(*) FROM seat WHERE held_by IS NOT NULL";

  private final HotlineUnderTest hotline;

  ConnectionsIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @Test
  void givesBackWhatWasHeldWhenTheCallerHangsUp() throws IOException, InterruptedException {
    // What a test before this has left behind runs out.
    assertThat(becomes(Duration.ofMinutes(4), () -> hotline.sql(HELD).equals("0"))).isTrue();
    Letter letter = hotline.letter();
    try (Telephone phone = Telephone.calling(hotline.baresip(), Place.SIP)) {
      String callId = dialled(phone, HotlineUnderTest.GERMAN);
      asked(callId, 1);
      phone.presses(letter.code() + "#");
      asked(callId, 2);
      phone.presses(letter.birthDate() + "#");
      asked(callId, 3);
      assertThat(hotline.sql(HELD)).isEqualTo("2");
      phone.hangsUp();
      assertThat(becomes(Duration.ofSeconds(10), () -> hotline.sql(HELD).equals("0"))).isTrue();
      Look.Known known = known(callId, look -> look.outcome().isPresent());
      assertThat(known.outcome()).contains("HUNG_UP");
    }
  }

  @Test
  void connectsWithAPersonWhoCanBeHeard() throws IOException, InterruptedException {
    Recording callersWords = spoken("code", Duration.ofSeconds(2));
    Recording personsWords = spoken("geburtstag", Duration.ofSeconds(1));
    try (Telephone person =
            Telephone.answering(hotline.baresip(), "person", Place.PERSON, personsWords);
        Telephone caller = Telephone.calling(hotline.baresip(), Place.SIP, callersWords)) {
      String callId = dialled(caller, HotlineUnderTest.GERMAN);
      asked(callId, 1);
      caller.presses("0");
      assertThat(person.wasCalled(Duration.ofSeconds(20))).isTrue();
      Thread.sleep(Duration.ofSeconds(10));
      person.hangsUp();
      assertThat(caller.ends(Duration.ofSeconds(20))).isTrue();
      assertThat(known(callId, look -> look.outcome().isPresent()).outcome()).contains("PERSON");
      Recording heardByPerson = person.putDown();
      Recording heardByCaller = caller.putDown();

      Recogniser both = new Recogniser(PromptSound.in(SAMPLES));
      assertThat(both.recognised(heardByCaller).of(SAMPLES.resolve("geburtstag")))
          .as("the caller hears the person")
          .isTrue();
      assertThat(both.recognised(heardByPerson).of(SAMPLES.resolve("code")))
          .as("the person hears the caller")
          .isTrue();
      assertThat(hotline.heard(heardByCaller))
          .matches(hearing -> hearing.ofWords("Ich verbinde Sie mit einem Menschen"));
    }
  }

  @Test
  void speaksAtOnce() throws IOException, InterruptedException {
    PromptSound welcome = welcome();
    hotline.dialplan().addPlayed("9000", welcome.audio());
    List<Duration> plain = new ArrayList<>();
    List<Duration> hotlines = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      plain.add(firstSound("9000", welcome));
      hotlines.add(firstSound(HotlineUnderTest.GERMAN, welcome));
    }
    Duration beyond = median(hotlines).minus(median(plain));
    String report =
        "From pick-up to the first German sound (median of %d calls): %d ms; Asterisk's own answer: %d ms; beyond it: %d ms (limit %d ms)"
            .formatted(
                CALLS,
                median(hotlines).toMillis(),
                median(plain).toMillis(),
                beyond.toMillis(),
                FIRST_SOUND_LIMIT.toMillis());
    System.out.println(report);
    Files.writeString(REPORT, report + "\n", StandardCharsets.UTF_8);
    assertThat(beyond).as(report).isLessThan(FIRST_SOUND_LIMIT);
  }

  private Duration firstSound(String number, PromptSound welcome)
      throws IOException, InterruptedException {
    try (Telephone phone = Telephone.calling(hotline.baresip(), Place.SIP)) {
      dialled(phone, number);
      Thread.sleep(ENOUGH_OF_THE_WELCOME);
      Hearing hearing = new Recogniser(List.of(welcome)).recognised(phone.putDown());
      Optional<Duration> first = hearing.firstVoice();
      assertThat(first).as("the welcome at %s", number).isPresent();
      return first.get();
    }
  }

  private PromptSound welcome() throws IOException, InterruptedException {
    try (Telephone phone = Telephone.calling(hotline.baresip(), Place.SIP)) {
      Look.Known known =
          known(dialled(phone, HotlineUnderTest.GERMAN), look -> !look.lines().isEmpty());
      return PromptSound.of(Path.of(known.lines().getFirst().audio()));
    }
  }

  private static String dialled(Telephone phone, String number)
      throws IOException, InterruptedException {
    Dialled dialled = phone.dialled(number, Place.SIP, ANSWER_LIMIT);
    assertThat(dialled).isInstanceOf(Dialled.PickedUp.class);
    return ((Dialled.PickedUp) dialled).callId();
  }

  private void asked(String callId, int times) throws IOException, InterruptedException {
    known(callId, look -> look.lines().stream().filter(Line::isQuestion).count() >= times);
  }

  /** Waits until the transcript is as wanted. */
  private Look.Known known(String callId, Predicate<Look.Known> wanted)
      throws IOException, InterruptedException {
    List<Look.Known> last = new ArrayList<>();
    boolean came =
        becomes(
            Duration.ofMinutes(1),
            () -> {
              last.clear();
              if (hotline.transcripts().look(callId, 0) instanceof Look.Known known) {
                last.add(known);
              }
              return last.stream().anyMatch(wanted);
            });
    assertThat(came).as("%s", last).isTrue();
    return last.getFirst();
  }

  private static boolean becomes(Duration limit, Condition condition)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(MOMENT);
    }
    return true;
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /** A sentence said every few seconds for a minute. */
  private static Recording spoken(String sample, Duration pause) throws IOException {
    return Recording.repeated(
        PromptSound.of(SAMPLES.resolve(sample)), pause, Duration.ofMinutes(1));
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
