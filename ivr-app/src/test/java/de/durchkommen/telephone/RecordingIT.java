package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Talks that are recorded, or are not: real telephones, a real Asterisk, and the files. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("the hotline starts again with recording switched on")
class RecordingIT {
  private static final int AGENT = 400;
  private static final int CALLER = 600;
  private static final List<Integer> BOTH = List.of(AGENT, CALLER);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration A_WHILE = Duration.ofSeconds(4);
  private static final Duration LATE = Duration.ofSeconds(2);
  private static final String CODE = "Geben Sie den Code mit den Tasten ein";
  private static final String QUESTION = "Dürfen wir Ihr Gespräch aufnehmen?";

  private final HotlineUnderTest hotline;

  RecordingIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @BeforeAll
  static void switchedOn(HotlineUnderTest hotline) throws IOException, InterruptedException {
    hotline.asksForRecording(true);
  }

  @AfterAll
  static void switchedOff(HotlineUnderTest hotline) throws IOException, InterruptedException {
    hotline.asksForRecording(false);
  }

  private PersonOnLine asked(String last) throws IOException, InterruptedException {
    PersonOnLine caller = PersonOnLine.saying(hotline, "+49561123490" + last, CALLER);
    caller.hears(CODE, SOON);
    caller.presses("0");
    caller.hears(QUESTION, SOON);
    return caller;
  }

  private static void isRecorded(AgentAtDesk agent, String how)
      throws IOException, InterruptedException {
    agent.deskOnce(desk ->
        "TALKING".equals(desk.get("state")) && how.equals(AgentAtDesk.talk(desk).get("recording")));
  }

  private static void isOver(AgentAtDesk agent) throws IOException, InterruptedException {
    agent.does("POST", "desk/talk/end", "{}");
    agent.deskIn("WRAPPING");
    agent.does("POST", "desk/talk/wrap", "{\"code\":\"INFORMED\"}");
  }

  private boolean isListenedTo() throws IOException, InterruptedException {
    return hotline.console().says("core show channels concise").contains("talk-recorder");
  }

  private void isSoonNotListenedTo() throws IOException, InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (isListenedTo()) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  /** The caller's yes, hold in the middle, and the file: both are heard, and nobody else. */
  @Test
  void withAYesBothAreHeardAndOnlyWithTheKey() throws IOException, InterruptedException {
    try (AgentAtDesk agent = AgentAtDesk.ready(hotline, "rec-yes", AGENT, "de");
        PersonOnLine caller = asked("1")) {
      caller.presses("1");
      caller.hears("Wir nehmen das Gespräch auf", SOON);
      agent.phone().picksUp();
      isRecorded(agent, "running");
      Thread.sleep(A_WHILE);
      agent.does("POST", "desk/talk/hold", "{}");
      Thread.sleep(A_WHILE);
      agent.does("POST", "desk/talk/resume", "{}");
      Thread.sleep(A_WHILE);
      assertThat(isListenedTo()).isTrue();
      agent.does("POST", "desk/talk/end", "{}");
      agent.deskOnce(desk -> "stopped".equals(AgentAtDesk.talk(desk).get("recording")));
      isSoonNotListenedTo();
    }
    String id = hotline.sql("SELECT MAX(id) FROM recording WHERE state = 'KEPT'");
    String list =
        new String(hotline.supervisor("GET", "recordings?size=1", ""), StandardCharsets.UTF_8);
    assertThat(list).contains("\"id\":" + id + ",", "\"agent\":\"rec-yes\"");
    byte[] wav = hotline.supervisor("GET", "recordings/" + id + "/audio", "");
    Path file = hotline.newRecording();
    Files.write(file, wav);
    Recording recording = Recording.read(file);
    // Twice a while, without what it takes to begin, and without what was on hold.
    assertThat(recording.length())
        .isBetween(A_WHILE.multipliedBy(2).minus(LATE), A_WHILE.multipliedBy(2).plus(LATE));
    Tones tones = Tones.in(recording);
    assertThat(tones.before(A_WHILE.minusSeconds(1), BOTH)).containsExactlyElementsOf(BOTH);
    assertThat(tones.before(recording.length().minusSeconds(1), BOTH))
        .containsExactlyElementsOf(BOTH);
    isEncrypted();
  }

  private void isEncrypted() throws IOException {
    List<Path> files = hotline.recordings();
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("RIFF");
      long[] counts = new long[256];
      for (byte one : bytes) {
        counts[one & 0xFF]++;
      }
      double entropy = 0;
      for (long count : counts) {
        double share = (double) count / bytes.length;
        entropy -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
      }
      assertThat(entropy).as("bits a byte").isGreaterThan(7.95);
    }
  }

  @Test
  void withoutAYesNobodyListens() throws IOException, InterruptedException {
    String before = hotline.sql("SELECT COUNT(*) FROM recording");
    try (AgentAtDesk agent = AgentAtDesk.ready(hotline, "rec-no", AGENT, "de")) {
      for (String key : List.of("2", "")) {
        try (PersonOnLine caller = asked("2")) {
          if (!key.isEmpty()) {
            caller.presses(key);
          }
          caller.hears("Wir nehmen nichts auf.", SOON.multipliedBy(2));
          agent.phone().picksUp();
          isRecorded(agent, "refused");
          Thread.sleep(A_WHILE);
          assertThat(isListenedTo()).isFalse();
          isOver(agent);
        }
      }
    }
    assertThat(hotline.sql("SELECT COUNT(*) FROM recording")).isEqualTo(before);
  }

  @Test
  void takenBackInTheMiddleNothingIsLeftAndTheTalkGoesOn()
      throws IOException, InterruptedException {
    int before = hotline.recordings().size();
    try (AgentAtDesk agent = AgentAtDesk.ready(hotline, "rec-back", AGENT, "de");
        PersonOnLine caller = asked("3")) {
      caller.presses("1");
      agent.phone().picksUp();
      isRecorded(agent, "running");
      Thread.sleep(A_WHILE);
      assertThat(hotline.recordings()).hasSize(before + 1);
      assertThat(agent.does("DELETE", "desk/talk/recording", "").get("deleted")).hasToString("1");
      isRecorded(agent, "deleted");
      assertThat(hotline.recordings()).hasSize(before);
      isSoonNotListenedTo();
      agent.deskIn("TALKING");
      isOver(agent);
    }
  }
}
