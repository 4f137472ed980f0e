package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Hearing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The node that serves a caller dies amid the call, and another one is there. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("half of all callers come to the node that dies")
class FailoverIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** The dialplan takes whoever was there for 10 s for served. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(12);

  /** The dialplan has this patience with a node that says nothing. */
  private static final Duration STILL = Duration.ofSeconds(8);

  private static final Duration FOR_EVER = Duration.ofMinutes(5);
  private static final Duration BRIEFLY = Duration.ofSeconds(2);
  private static final String NUMBER = "05619990078";
  private static final int TRIES = 12;

  private final HotlineUnderTest hotline;

  FailoverIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @Test
  void whoWasServedHearsWhyItBeginsAgainAndGoesOnInTheSameLanguage()
      throws IOException, InterruptedException {
    try (DyingNode node = new DyingNode(Place.OTHER_NODE, "tr", FOR_EVER, LONG_ENOUGH)) {
      Hearing hearing = heardAfter(node, "davet mektubunuzu", "tr");
      List<String> heard = hearing.prompts().stream().map(one -> one.sound().text()).toList();
      assertThat(heard).as("%s", hearing).hasSizeGreaterThan(2);
      assertThat(heard.get(0)).startsWith("Az önce teknik bir arıza yaşadık");
      assertThat(heard.get(1)).startsWith("İyi günler");
      assertThat(hearing.prompts()).allMatch(one -> one.sound().language().equals("tr"));
      assertThat(hearing.prompts().getFirst().whole()).isTrue();
    }
  }

  @Test
  void whoWasNotServedYetHearsNothingOfIt() throws IOException, InterruptedException {
    try (DyingNode node = new DyingNode(Place.OTHER_NODE, "de", FOR_EVER, BRIEFLY)) {
      Hearing hearing = heardAfter(node, "Einladungsbrief", "de");
      assertThat(hearing.prompts().getFirst().sound().text()).startsWith("Guten Tag");
    }
  }

  /** It is not gone: its machine stands still, and nothing tells so. */
  @Test
  void whoseNodeStandsStillGoesOnWithAnother() throws IOException, InterruptedException {
    try (DyingNode node = new DyingNode(Place.OTHER_NODE, "tr", LONG_ENOUGH, FOR_EVER)) {
      Hearing hearing = heardAfter(node, "davet mektubunuzu", "tr");
      assertThat(hearing.prompts().getFirst().sound().text())
          .startsWith("Az önce teknik bir arıza yaşadık");
      assertThat(hearing.prompts().getFirst().start()).isGreaterThan(LONG_ENOUGH);
    }
  }

  @Test
  void whoseNodeSaysNothingAtAllIsServedByAnother() throws IOException, InterruptedException {
    try (DyingNode node = DyingNode.silent(Place.OTHER_NODE, FOR_EVER)) {
      Hearing hearing = heardAfter(node, "Einladungsbrief", "de");
      assertThat(hearing.prompts().getFirst().sound().text()).startsWith("Guten Tag");
      assertThat(hearing.prompts().getFirst().start()).isBetween(STILL, STILL.plus(BRIEFLY));
    }
  }

  @Test
  void theOnlyNodeStandsStillAndTheDialplanSpeaks() throws IOException, InterruptedException {
    try (DyingNode node = DyingNode.silent(Place.OTHER_NODE, FOR_EVER);
        PersonOnLine person = PersonOnLine.calling(hotline, RunningDialplan.DESERTED, NUMBER)) {
      assertThat(node.hasACall(BRIEFLY)).isTrue();
      Thread.sleep(STILL.multipliedBy(2));
      Hearing hearing = hotline.heard(person.putDown());
      assertThat(hearing.prompts().getFirst().sound().text())
          .contains("Das heißt nicht, dass alle Termine vergeben sind");
      assertThat(hearing.prompts().getFirst().start()).isBetween(STILL, STILL.plus(BRIEFLY));
    }
  }

  /** What somebody hears who came to that node, until these words are said. */
  private Hearing heardAfter(DyingNode node, String words, String language)
      throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      try (PersonOnLine person = PersonOnLine.calling(hotline, NUMBER)) {
        if (node.hasACall(BRIEFLY)) {
          person.hears(words, SOON);
          Thread.sleep(BRIEFLY);
          return hotline.heard(person.putDown(), language);
        }
      }
    }
    throw new AssertionError("No call of " + TRIES + " came to the other node first");
  }
}
