package de.durchkommen.telephone;

import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** An urgent announcement in the ears of people who really call. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("everybody who calls hears it")
class AnsagenIT {
  private static final String TEXT = "Heute können Sie bis zweiundzwanzig Uhr anrufen.";
  private static final String WELCOME = "Guten Tag";

  /** A change is heard in calls that begin later than this. */
  private static final Duration IN_FORCE = Duration.ofSeconds(2);

  /** A position is told every minute at least. */
  private static final Duration NEXT_POSITION = Duration.ofSeconds(90);

  private final HotlineUnderTest hotline;
  private final Crowd crowd;
  private long id;

  AnsagenIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
    this.crowd = new Crowd(hotline);
  }

  @BeforeEach
  void oneAtOnce() throws IOException, InterruptedException {
    crowd.begins(1);
    id = 0;
  }

  @AfterEach
  void asUsual() throws IOException, InterruptedException {
    if (id > 0) {
      withdraw();
    }
    crowd.ends();
  }

  private void draft() throws IOException, InterruptedException {
    String end =
        ZonedDateTime.now(ZoneId.of("Europe/Berlin"))
            .plusHours(2)
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm"));
    hotline.supervisor(
        "POST",
        "announcements",
        """
        {"name": "Probe", "ends": "%s", "words": [{"language": "de", "text": "%s"}],
         "why": "Probe mit echten Anrufen"}
        """
            .formatted(end, TEXT));
    id = Long.parseLong(hotline.sql("SELECT MAX(announcement) FROM announcement_version"));
  }

  private void publish() throws IOException, InterruptedException {
    String newest = hotline.sql("SELECT MAX(number) FROM announcement_version");
    hotline.supervisor(
        "POST",
        "announcements/" + id + "/publish",
        "{\"basedOn\": %s, \"heard\": [\"de\"], \"why\": \"Probe\"}".formatted(newest));
  }

  private void withdraw() throws IOException, InterruptedException {
    hotline.supervisor("POST", "announcements/" + id + "/withdraw", "{\"why\": \"Probe\"}");
  }

  /** A key ends it, as it ends all that is said. */
  @Test
  void itIsTheFirstThatIsHeardUntilItIsWithdrawn() throws IOException, InterruptedException {
    draft();
    publish();
    Thread.sleep(IN_FORCE);
    PersonOnLine one = crowd.calls(1);
    one.hears(TEXT, SOON);
    assertThat(one.firstWords()).isEqualTo(TEXT);
    one.presses("*");
    one.hears(CODE, SOON);
    assertThat(one.isTold(WELCOME)).isFalse();
    one.putDown();
    withdraw();
    Thread.sleep(IN_FORCE);
    PersonOnLine two = crowd.calls(2);
    two.hears(WELCOME, SOON);
    assertThat(two.isTold(TEXT)).isFalse();
    two.putDown();
  }

  @Test
  void whoWaitsHearsItBeforeTheNextPosition() throws IOException, InterruptedException {
    draft();
    PersonOnLine one = crowd.calls(1);
    one.hears(CODE, SOON);
    one.keepsTalking();
    PersonOnLine two = crowd.calls(2);
    two.hears("Position", SOON);
    assertThat(two.isTold(TEXT)).isFalse();
    publish();
    two.hears(TEXT, NEXT_POSITION);
    two.putDown();
    one.leaves();
  }
}
