package de.durchkommen.telephone;

import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static de.durchkommen.telephone.Crowd.TURN;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What a supervisor has set of the manner in which people wait is what they hear. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("how many are let in is everybody's")
class MannerIT {
  /** The last group goes before everybody's, which is the fifth one. */
  private static final List<Integer> LAST_FIRST = List.of(1, 2, 3, 4, 5, 6, 7, 8, 1);

  private static final List<Integer> WIDE_RANGES = List.of(60, 240);
  private static final LocalTime FROM = LocalTime.of(7, 0);
  private static final LocalTime UNTIL = LocalTime.of(22, 0);
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final String REASON = "Jemand mit Vorrang ist vor Ihnen an der Reihe";
  private static final String TURN_WORDS = "Sie sind an der Reihe";

  /** Longer than from one tone to the next, and than a position and its range. */
  private static final Duration LISTENED = Duration.ofSeconds(40);

  /** The d'' of the tone, which decays within the second in which it is measured. */
  private static final int TONE_HZ = 587;

  private static final double MOSTLY = 0.7;

  /** Of samples up to 32,767: A-law has no smaller ones than 8. */
  private static final double SILENCE = 20;

  private final HotlineUnderTest hotline;
  private final Crowd crowd;

  MannerIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
    this.crowd = new Crowd(hotline);
  }

  @BeforeEach
  void oneAtOnce() throws IOException, InterruptedException {
    crowd.begins(1);
  }

  @AfterEach
  void asUsual() throws IOException, InterruptedException {
    hotline.changed(settings ->
        settings.addNull("music").addNull("priorities").addNull("rangeMinutes").addNull("calling"));
    crowd.ends();
  }

  private static JsonObjectBuilder manner(JsonObjectBuilder settings) {
    return settings
        .add("music", "TONE")
        .add("priorities", Json.createArrayBuilder(LAST_FIRST))
        .add("rangeMinutes", Json.createArrayBuilder(WIDE_RANGES))
        .add("calling", Json.createObjectBuilder().add("from", "07:00").add("until", "22:00"));
  }

  /**
   * Who waits hears a soft tone and otherwise nothing, a wide range, and the hours in which people
   * are called back; and whoever is of a group that goes first overtakes, which is said.
   */
  @Test
  void whatIsSetIsHeard() throws IOException, InterruptedException {
    hotline.changed(MannerIT::manner);
    PersonOnLine one = crowd.calls(1);
    one.hears(CODE, SOON);
    one.keepsTalking();
    PersonOnLine two = crowd.calls(2);
    long pickedUp = System.nanoTime();
    two.hears("an Position eins", SOON);
    two.hears("Sie warten noch weniger als eine Stunde", SOON);
    PersonOnLine first =
        crowd.joined(PersonOnLine.calling(hotline, RunningDialplan.LAST_GROUP, Crowd.number(3)));
    first.hears("an Position eins", SOON);
    two.hears("an Position zwei", TURN);
    assertThat(two.isTold(REASON)).as("told why").isTrue();
    Duration from = Duration.ofNanos(System.nanoTime() - pickedUp);
    Thread.sleep(LISTENED);
    one.putDown();
    first.hears(TURN_WORDS, TURN);
    assertThat(two.isTold(TURN_WORDS)).as("overtaken").isFalse();
    wishesACallback(two);
    Tones heard = Tones.in(two.putDown());
    List<Duration> seconds =
        LongStream.range(0, LISTENED.toSeconds()).mapToObj(from::plusSeconds).toList();
    assertThat(seconds).filteredOn(at -> heard.loudness(at) < SILENCE).hasSizeGreaterThan(8);
    assertThat(seconds)
        .filteredOn(at -> heard.loudness(at) > SILENCE)
        .filteredOn(at -> heard.loudness(at, TONE_HZ) > MOSTLY * heard.loudness(at))
        .hasSizeGreaterThan(1);
  }

  private static void wishesACallback(PersonOnLine person)
      throws IOException, InterruptedException {
    person.presses("1");
    Thread.sleep(Duration.ofSeconds(3));
    LocalTime now = LocalTime.now(HESSEN);
    boolean byDay = now.isAfter(FROM) && now.isBefore(UNTIL.minusMinutes(2));
    person.presses("1");
    // Before and after these hours it is told when they begin.
    person.hears(byDay ? "zwischen 7 Uhr und 22 Uhr" : "um 7 Uhr", SOON);
  }
}
