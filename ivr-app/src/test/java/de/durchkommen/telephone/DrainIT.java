package de.durchkommen.telephone;

import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.telephone.HotlineUnderTest.Said;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** A node runs empty while people call. The other node of this hotline is never there. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("the node is everybody's")
class DrainIT {
  private static final Duration HEARD = Duration.ofSeconds(3);

  private final HotlineUnderTest hotline;
  private final Crowd crowd;

  DrainIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
    this.crowd = new Crowd(hotline);
  }

  @BeforeEach
  void enough() throws IOException, InterruptedException {
    crowd.begins(HotlineUnderTest.USUAL_DIALOGUES);
  }

  @AfterEach
  void asUsual() throws IOException, InterruptedException {
    HotlineUnderTest.launcher("drain", node(), "--undo");
    crowd.ends();
  }

  private static String node() throws IOException, InterruptedException {
    return HotlineUnderTest.launcher("drain").words().split("\t", -1)[0];
  }

  /**
   * Who talks goes on; who calls hears the fallback, and is served as soon as a node takes calls.
   */
  @Test
  void whoTalksGoesOnAndWhoCallsWaitsForANode() throws IOException, InterruptedException {
    String node = node();
    PersonOnLine one = crowd.calls(1);
    one.hears(CODE, SOON);
    one.keepsTalking();
    Said last = HotlineUnderTest.launcher("drain", node, "--wait", "PT0S");
    assertThat(last.exitCode()).as(last.words()).isEqualTo(1);
    assertThat(last.words()).contains("kein Knoten mehr", "--force");
    Said drained = HotlineUnderTest.launcher("drain", node, "--force", "--wait", "PT4S");
    assertThat(drained.exitCode()).as("still one call: %s", drained.words()).isEqualTo(1);
    assertThat(drained.words()).contains(node + ": noch 1 Anruf");
    assertThat(hotline.isReady()).as("takes calls").isFalse();
    PersonOnLine two = crowd.calls(2);
    Thread.sleep(HEARD);
    assertThat(two.isOver(Duration.ZERO)).as("hung up").isFalse();
    assertThat(two.isTold(CODE)).as("served").isFalse();
    one.stopsTalking();
    one.presses("*");
    Thread.sleep(HEARD);
    assertThat(one.isOver(Duration.ZERO)).as("cut off").isFalse();
    one.leaves();
    Said empty = HotlineUnderTest.launcher("drain", node, "--force", "--wait", "PT30S");
    assertThat(empty.exitCode()).as(empty.words()).isZero();
    assertThat(empty.words()).contains(node + " ist leer");
    assertThat(HotlineUnderTest.launcher("drain", node, "--undo").exitCode()).isZero();
    two.hears(CODE, SOON);
    two.putDown();
  }
}
