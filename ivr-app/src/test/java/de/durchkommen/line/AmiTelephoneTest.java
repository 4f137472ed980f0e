package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.OutgoingCall;
import de.durchkommen.queue.OutgoingCall.Purpose;
import de.durchkommen.queue.OutgoingCalls.RingResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calling people through a manager port that behaves well, badly, or not at all. */
final class AmiTelephoneTest {
  private static final AmiSettings.Limits SHORT =
      new AmiSettings.Limits(
          4_096,
          30,
          Duration.ofSeconds(2),
          Duration.ofMillis(200),
          Duration.ofSeconds(10),
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          5,
          3);

  private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
  private final List<RingResult> results = new CopyOnWriteArrayList<>();
  private final FakeManager manager;
  private final AmiTelephone telephone;

  AmiTelephoneTest() throws IOException {
    manager = new FakeManager();
    telephone = telephone(SHORT, Optional.of(FakeManager.SECRET));
  }

  private AmiTelephone telephone(AmiSettings.Limits limits, Optional<String> secret) {
    AmiSettings settings =
        new AmiSettings(
            "127.0.0.1",
            manager.port(),
            Optional.empty(),
            "durchkommen",
            secret,
            "PJSIP/trunk/sip:{number}@127.0.0.1:5070",
            "116117",
            limits);
    return new AmiTelephone(List.of(settings), Clock.systemUTC(), schedule);
  }

  @BeforeEach
  void start() {
    telephone.start();
  }

  @AfterEach
  void stop() throws IOException {
    telephone.stop();
    manager.close();
    schedule.shutdownNow();
  }

  private void connect() throws IOException {
    manager.loggedIn();
    TestLine.awaits(telephone::isPossible);
  }

  private static OutgoingCall call(Duration ring) {
    return new OutgoingCall(new PhoneNumber("+495611234567"), Purpose.CALLBACK, 42, "de", ring);
  }

  private void place() {
    telephone.place(call(Duration.ofSeconds(30)), results::add);
  }

  @Test
  void logsInWithAKeyAndNeverSendsTheSecret() throws IOException {
    assertThat(manager.loggedIn())
        .containsEntry("Key", FakeManager.KEY)
        .containsEntry("Username", "durchkommen")
        .doesNotContainValue(FakeManager.SECRET);
  }

  @Test
  void hasTheNumberCalledAndTheReferenceHandedOn() throws IOException {
    connect();
    place();
    Map<String, String> action = manager.originates();
    assertThat(action)
        .containsEntry("Action", "Originate")
        .containsEntry("Channel", "PJSIP/trunk/sip:+495611234567@127.0.0.1:5070")
        .containsEntry("Context", "callback")
        .containsEntry("Exten", "callback")
        .containsEntry("Priority", "1")
        .containsEntry("Timeout", "30000")
        .containsEntry("CallerID", "116117")
        .containsEntry("Variable", "DURCHKOMMEN_REFERENCE=42,DURCHKOMMEN_LANGUAGE=de")
        .containsEntry("Async", "true");
  }

  /** As Asterisk 22 tells it: reason 3 when it rang in vain, 0 otherwise, the cause before it. */
  @ParameterizedTest
  @CsvSource({
    "Success,4,0,ANSWERED",
    "Failure,0,17,BUSY",
    "Failure,0,18,NO_ANSWER",
    "Failure,0,19,NO_ANSWER",
    "Failure,0,21,NO_ANSWER",
    "Failure,3,0,NO_ANSWER",
    "Failure,0,1,FAILED",
    "Failure,0,999999999999,FAILED",
    "Failure,0,'',FAILED"
  })
  void tellsOnceWhatBecameOfTheRinging(String response, int reason, String cause, RingResult result)
      throws IOException {
    connect();
    place();
    String id = manager.originates().get("ActionID");
    manager.hangsUp("1795610040.5", "17").tells("somebody-else-1", "Success", 4);
    manager.hangsUp(id, cause).tells(id, response, reason);
    TestLine.awaits(() -> !results.isEmpty());
    manager.tells(id, "Success", 4);
    place();
    manager.originates();
    assertThat(results).containsExactly(result);
  }

  @Test
  void aCallThatAsteriskRefusesHasFailed() throws IOException {
    connect();
    place();
    String id = manager.hears().get("ActionID");
    manager.sends("Response: Error\r\nActionID: " + id + "\r\nMessage: Permission denied\r\n\r\n");
    TestLine.awaits(() -> !results.isEmpty());
    assertThat(results).containsExactly(RingResult.FAILED);
  }

  @Test
  void aCallOfWhichNothingIsToldHasFailedInTime() throws IOException {
    connect();
    telephone.place(call(Duration.ofMillis(200)), results::add);
    String id = manager.originates().get("ActionID");
    TestLine.awaits(() -> !results.isEmpty());
    manager.tells(id, "Success", 4);
    place();
    manager.originates();
    assertThat(results).containsExactly(RingResult.FAILED);
  }

  @Test
  void noMoreRingAtOnceThanAllowedNorInAMinute() throws IOException {
    connect();
    String last = null;
    for (int i = 0; i < SHORT.atOnce(); i++) {
      place();
      last = manager.originates().get("ActionID");
    }
    assertThatThrownBy(this::place).isInstanceOf(IllegalStateException.class);
    for (int i = SHORT.atOnce(); i < SHORT.aMinute(); i++) {
      int told = results.size();
      manager.tells(last, "Failure", 5);
      TestLine.awaits(() -> results.size() > told);
      place();
      last = manager.originates().get("ActionID");
    }
    manager.tells(last, "Failure", 5);
    TestLine.awaits(() -> results.size() == SHORT.aMinute() - SHORT.atOnce() + 1);
    assertThatThrownBy(this::place).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void connectsAgainAfterTheConnectionBrokeAndTheCallsOfBeforeEndInTime() throws IOException {
    connect();
    telephone.place(call(Duration.ofMillis(200)), results::add);
    manager.originates();
    manager.breaksOff();
    TestLine.awaits(() -> !telephone.isPossible());
    assertThatThrownBy(this::place).isInstanceOf(IllegalStateException.class);
    connect();
    place();
    manager.tells(manager.originates().get("ActionID"), "Success", 4);
    TestLine.awaits(() -> results.size() == 2);
    assertThat(results).containsExactlyInAnyOrder(RingResult.FAILED, RingResult.ANSWERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "Asterisk Call Manager/11\r\nResponse: Error\r\nMessage: Authentication failed\r\n\r\n",
        "Asterisk Call Manager/11\r\n\u0000\u0007::::\r\n\r\n",
        "Asterisk Call Manager/11\r\nResponse: Success\r\nChallenge: 1\r\n\r\nResponse: Error\r\n\r\n"
      })
  void whoIsNotLetInTriesAgain(String said) throws IOException {
    manager.accepts().sends(said);
    connect();
    assertThat(telephone.isPossible()).isTrue();
  }

  @Test
  void aMessageWithoutEndClosesTheConnection() throws IOException {
    connect();
    manager.sends("X: " + "x".repeat(SHORT.messageBytes()));
    TestLine.awaits(() -> !telephone.isPossible());
    connect();
    manager.sends("X: x\r\n".repeat(SHORT.messageLines() + 1));
    TestLine.awaits(() -> !telephone.isPossible());
    connect();
  }

  @Test
  void strangeMessagesAreNoReasonToGo() throws IOException {
    connect();
    place();
    String id = manager.originates().get("ActionID");
    manager.sends("\r\n\r\n: \r\nnothing\r\n\r\nEvent: Hangup\r\nActionID: " + id + "\r\n\r\n");
    manager.tells(id, "Success", 4);
    TestLine.awaits(() -> !results.isEmpty());
    assertThat(results).containsExactly(RingResult.ANSWERED);
  }

  @Test
  void withoutASecretNobodyIsCalled() {
    AmiTelephone none = telephone(SHORT, Optional.empty());
    none.start();
    assertThat(none.isPossible()).isFalse();
    assertThatThrownBy(() -> none.place(call(Duration.ofSeconds(1)), results::add))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noValueCanBecomeALineOfItsOwn() throws IOException {
    manager.loggedIn();
    AmiSettings settings =
        new AmiSettings(
            "127.0.0.1",
            manager.port(),
            Optional.empty(),
            "u",
            Optional.of("s"),
            "P/{number}",
            "116117",
            SHORT);
    Thread.ofVirtual()
        .start(() -> {
          try (AmiConnection connection =
              new AmiConnection(settings, new AmiConnection.Login("u", "call"), "s")) {
            connection.sends(Map.of("A", "1\r\n\r\nAction: Originate\u0085\u0000"));
            connection.received();
          } catch (IOException closed) {
            results.add(RingResult.FAILED);
          }
        });
    manager.loggedIn();
    assertThat(manager.hears()).containsExactly(Map.entry("A", "1Action: Originate\u0085"));
  }
}
