package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.agent.Exchange.Live;
import de.durchkommen.agent.Exchange.Mode;
import de.durchkommen.agent.Exchange.Outcome;
import de.durchkommen.agent.Interpreters;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.recording.Tap;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Asterisk is told for those who talk, and what it says to that. */
final class AmiExchangeTest {
  private static final PhoneNumber INTERPRETER = new PhoneNumber("+495611234567");

  private static final AmiSettings.Limits LIMITS =
      new AmiSettings.Limits(
          4_096,
          60,
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofSeconds(30),
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          5,
          3);

  /** Caller and agent in the room, and a colleague who was asked, if there is one. */
  private static final String CALLER = row("caller", "PJSIP/caller-00000001", "talk", "ConfBridge");

  private static final String AGENT =
      row("agent", "PJSIP/agent-a-00000002", "talk-agent", "ConfBridge");
  private static final String SECOND =
      row("second", "PJSIP/agent-b-00000003", "talk-agent", "ConfBridge");
  private static final String HELD =
      row("caller", "PJSIP/caller-00000001", "talk", "MusicOnHold").replace("room", "held");

  private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
  private final HeardTalks talks = new HeardTalks();
  private final FakeManager manager;
  private final AmiExchange exchange;

  AmiExchangeTest() throws IOException {
    manager = new FakeManager();
    AmiSettings settings =
        new AmiSettings(
            "127.0.0.1",
            manager.port(),
            Optional.empty(),
            "durchkommen",
            Optional.of(FakeManager.SECRET),
            "PJSIP/trunk/sip:{number}@127.0.0.1:5070",
            "116117",
            LIMITS);
    exchange =
        new AmiExchange(
            settings,
            new Interpreters(Map.of("tr", INTERPRETER)),
            talks,
            schedule,
            Clock.systemUTC(),
            Duration.ofSeconds(10));
    exchange.start();
  }

  @AfterEach
  void stop() throws IOException {
    exchange.stop();
    manager.close();
    schedule.shutdownNow();
  }

  private static String row(String role, String channel, String context, String application) {
    return "Event: CoreShowChannel\r\nAccountCode: talk-42-"
        + role
        + "\r\nChannel: "
        + channel
        + "\r\nUniqueid: "
        + role
        + "\r\nContext: "
        + context
        + "\r\nExten: room\r\nApplication: "
        + application
        + "\r\nChannelStateDesc: Up";
  }

  private static String phone(String user, String state) {
    return "Event: DeviceStateChange\r\nDevice: PJSIP/" + user + "\r\nState: " + state;
  }

  /** Asterisk has this on the line when it is connected. */
  private Map<String, String> connects(String... channels) throws IOException {
    Map<String, String> login = manager.loggedIn();
    lists("CoreShowChannels", List.of(channels));
    lists(
        "DeviceStateList",
        List.of(phone("agent-a", "BUSY"), phone("agent-b", "NOT_INUSE"), phone("caller", "INUSE")));
    TestLine.awaits(exchange::isPossible);
    return login;
  }

  private void lists(String action, List<String> rows) throws IOException {
    Map<String, String> asked = manager.hears();
    assertThat(asked).containsEntry("Action", action);
    String id = "\r\nActionID: " + asked.get("ActionID") + "\r\n\r\n";
    manager.sends("Response: Success\r\nEventList: start" + id);
    for (String row : rows) {
      manager.sends(row + id);
    }
    manager.sends("Event: " + action + "Complete\r\nEventList: Complete" + id);
  }

  private Map<String, String> answers(String response) throws IOException {
    Map<String, String> action = manager.hears();
    manager.sends("Response: " + response + "\r\nActionID: " + action.get("ActionID") + "\r\n\r\n");
    return action;
  }

  private static CompletableFuture<Outcome> wish(Supplier<Outcome> wish) {
    return CompletableFuture.supplyAsync(wish);
  }

  private void isSent(Map<String, String> action, String extension) {
    assertThat(action)
        .containsEntry("Action", "Redirect")
        .containsEntry("Channel", "PJSIP/caller-00000001")
        .containsEntry("Context", "talk")
        .containsEntry("Exten", extension)
        .containsEntry("Priority", "1");
  }

  @Test
  void logsInAsItsOwnUserAndKnowsWhoIsThere() throws IOException {
    assertThat(exchange.isPossible()).isFalse();
    Map<String, String> login = connects(CALLER, AGENT);
    assertThat(login)
        .containsEntry("Username", "durchkommen-talks")
        .containsEntry("Events", "call")
        .doesNotContainValue(FakeManager.SECRET);
    TestLine.awaits(() -> talks.heard.contains("known"));
    assertThat(talks.heard).containsExactly("agent-a true", "agent-b true", "known");
  }

  @Test
  void holdsSendingTheCallerToMusicAndBack() throws IOException {
    connects(CALLER, AGENT);
    CompletableFuture<Outcome> held = wish(() -> exchange.held(42));
    isSent(answers("Success"), "held");
    assertThat(held.join()).isEqualTo(Outcome.DONE);
    manager
        .sends(HELD.replace("CoreShowChannel", "ConfbridgeLeave") + "\r\n\r\n")
        .sends(phone("agent-b", "UNAVAILABLE") + "\r\n\r\n");
    TestLine.awaits(() -> talks.heard.contains("agent-b false"));
    assertThat(exchange.held(42)).as("nothing more is to be done").isEqualTo(Outcome.DONE);
    CompletableFuture<Outcome> resumed = wish(() -> exchange.resumed(42));
    isSent(answers("Success"), "room");
    assertThat(resumed.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void nobodyIsMovedInATalkThatIsNotThere() throws IOException {
    connects(CALLER.replace("42", "43"), AGENT.replace("42", "43"));
    for (Outcome outcome :
        List.of(
            exchange.held(42),
            exchange.resumed(42),
            exchange.released(42),
            exchange.ended(42),
            exchange.consulted(42, "agent-b"),
            exchange.joined(42, "agent-b"),
            exchange.handedTo(42),
            exchange.interpreted(42, INTERPRETER),
            exchange.observed(42, "agent-b", Mode.LISTEN))) {
      assertThat(outcome).isEqualTo(Outcome.NOT_THERE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Success,DONE",
    "'Error\r\nMessage: Channel does not exist: x',NOT_THERE",
    "'Error\r\nMessage: Permission denied',FAILED"
  })
  void saysWhatAsteriskSaid(String response, Outcome outcome) throws IOException {
    connects(CALLER, AGENT);
    CompletableFuture<Outcome> released = wish(() -> exchange.released(42));
    isSent(answers(response), "back");
    assertThat(released.join()).isEqualTo(outcome);
  }

  @Test
  void whoHasNotTalkedYetIsNotToldThatTheyHave() throws IOException {
    connects(row("caller", "PJSIP/caller-00000001", "talk", "Dial"));
    CompletableFuture<Outcome> released = wish(() -> exchange.released(42));
    isSent(answers("Success"), "over");
    assertThat(released.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void asksAColleagueWhileTheCallerIsHeld() throws IOException {
    connects(CALLER, AGENT);
    CompletableFuture<Outcome> consulted = wish(() -> exchange.consulted(42, "agent-b"));
    isSent(answers("Success"), "held");
    assertThat(answers("Success"))
        .containsEntry("Action", "Originate")
        .containsEntry("Channel", "PJSIP/agent-b")
        .containsEntry("Context", "talk-agent")
        .containsEntry("Exten", "agent")
        .containsEntry("Account", "talk-42-second")
        .containsEntry("CallerID", "\"Rückfrage\" <116117>")
        .containsEntry("Variable", "TALK=42,OBSERVED=")
        .containsEntry("Async", "true");
    assertThat(consulted.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void theSoundOfACallerIsBroughtToWhoeverRecordsIt() throws IOException {
    connects(CALLER, AGENT);
    UUID key = UUID.fromString("00000000-0000-0001-0000-000000000002");
    CompletableFuture<Boolean> opened =
        CompletableFuture.supplyAsync(() -> exchange.opens(42, key, "127.0.0.1:4574"));
    assertThat(answers("Success"))
        .containsEntry("Action", "Originate")
        .containsEntry("Channel", "Local/heard@talk-recorder/n")
        .containsEntry("Context", "talk-recorder")
        .containsEntry("Exten", "kept")
        .doesNotContainKey("Account")
        .containsEntry(
            "Variable",
            "TALK=42,OBSERVED=PJSIP/caller-00000001,RECORDING=" + key + ",RECORDER=127.0.0.1:4574");
    assertThat(opened.join()).isTrue();
    assertThat(exchange.opens(43, key, "127.0.0.1:4574")).as("no such talk").isFalse();
  }

  @Test
  void nothingIsHeardOfACallerWhoIsHeldOrGone() throws IOException {
    assertThat(exchange.ear(42)).isEqualTo(Tap.Ear.UNKNOWN);
    connects(CALLER, AGENT);
    assertThat(exchange.ear(42)).isEqualTo(Tap.Ear.OPEN);
    assertThat(exchange.ear(43)).isEqualTo(Tap.Ear.GONE);
    manager.sends(HELD.replace("CoreShowChannel", "ConfbridgeLeave") + "\r\n\r\n");
    TestLine.awaits(() -> exchange.ear(42) == Tap.Ear.PAUSED);
    manager.sends("Event: NewAccountCode\r\nUniqueid: caller\r\nAccountCode: \r\n\r\n");
    TestLine.awaits(() -> exchange.ear(42) == Tap.Ear.GONE);
    manager.breaksOff();
    TestLine.awaits(() -> exchange.ear(42) == Tap.Ear.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent-a", "agent-c", "caller", "agent-b\r\nAction: Logoff", "trunk"})
  void ringsNobodyWhoIsBusyOrAwayOrNoAgent(String phone) throws IOException {
    connects(CALLER, AGENT);
    assertThat(exchange.consulted(42, phone)).isEqualTo(Outcome.NOT_THERE);
    assertThat(exchange.observed(42, phone, Mode.LISTEN)).isEqualTo(Outcome.NOT_THERE);
  }

  @Test
  void whoWasAskedComesToTheCaller() throws IOException {
    connects(HELD, AGENT, SECOND);
    assertThat(exchange.joined(42, "agent-c")).isEqualTo(Outcome.NOT_THERE);
    CompletableFuture<Outcome> joined = wish(() -> exchange.joined(42, "agent-b"));
    isSent(answers("Success"), "room");
    assertThat(joined.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void whoWasAskedInVainIsNotWithTheCaller() throws IOException {
    connects(HELD, AGENT, SECOND);
    CompletableFuture<Outcome> resumed = wish(() -> exchange.resumed(42));
    assertThat(answers("Success"))
        .containsEntry("Action", "Hangup")
        .containsEntry("Channel", "PJSIP/agent-b-00000003");
    isSent(answers("Success"), "room");
    assertThat(resumed.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void nobodyRingsAnyMoreForACallerWhoGoes() throws IOException {
    connects(HELD, AGENT, SECOND.replace("ConfBridge", "AppDial"));
    CompletableFuture<Outcome> released = wish(() -> exchange.released(42));
    isSent(answers("Success"), "back");
    assertThat(answers("Success"))
        .containsEntry("Action", "Hangup")
        .containsEntry("Channel", "PJSIP/agent-b-00000003");
    assertThat(released.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aCallerWhoseAgentGoesWhileTheyAreHeldIsSentBack() throws IOException {
    connects(HELD, AGENT);
    TestLine.awaits(() -> talks.heard.contains("known"));
    manager.sends(AGENT.replace("CoreShowChannel", "Hangup") + "\r\nCause: 44\r\n\r\n");
    isSent(answers("Success"), "back");
    assertThat(talks.heard).contains("agent left 42 LOST");
  }

  @Test
  void whoWasAskedIsTheAgentWhenTheFirstGoesAndHasTheCallerInTheRoom() throws IOException {
    connects(HELD, AGENT, SECOND);
    TestLine.awaits(() -> talks.heard.contains("known"));
    manager.sends(AGENT.replace("CoreShowChannel", "Hangup") + "\r\nCause: 16\r\n\r\n");
    assertThat(answers("Success"))
        .containsEntry("Action", "Setvar")
        .containsEntry("Channel", "PJSIP/agent-b-00000003")
        .containsEntry("Value", "talk-42-agent");
    isSent(answers("Success"), "followed");
    assertThat(talks.heard).contains("agent left 42 FOLLOWED");
  }

  @Test
  void handsOnByNamesFirstSoThatNobodyTakesTheFirstAgentsLeavingForTheEnd() throws IOException {
    connects(HELD, AGENT, SECOND);
    CompletableFuture<Outcome> handed = wish(() -> exchange.handedTo(42));
    assertThat(answers("Success"))
        .containsEntry("Action", "Setvar")
        .containsEntry("Channel", "PJSIP/agent-b-00000003")
        .containsEntry("Variable", "CHANNEL(accountcode)")
        .containsEntry("Value", "talk-42-agent");
    assertThat(answers("Success"))
        .containsEntry("Channel", "PJSIP/agent-a-00000002")
        .containsEntry("Value", "talk-42-former");
    isSent(answers("Success"), "room");
    assertThat(answers("Success"))
        .containsEntry("Action", "ConfbridgeKick")
        .containsEntry("Conference", "talk-42")
        .containsEntry("Channel", "PJSIP/agent-a-00000002");
    assertThat(handed.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aHandingOnThatFailsCutsNobodyOff() throws IOException {
    connects(HELD, AGENT, SECOND);
    CompletableFuture<Outcome> handed = wish(() -> exchange.handedTo(42));
    answers("Success");
    answers("Success");
    answers("Error");
    assertThat(handed.join()).isEqualTo(Outcome.FAILED);
    CompletableFuture<List<Live>> live = CompletableFuture.supplyAsync(exchange::live);
    // Not one of them was put out of the room.
    lists("CoreShowChannels", List.of(HELD, AGENT, SECOND));
    assertThat(live.join()).hasSize(1);
  }

  @Test
  void callsInterpretersOfTheSettingOnlyAndNotWithoutEnd() throws IOException {
    connects(CALLER, AGENT);
    assertThat(exchange.interpreted(42, new PhoneNumber("+495619999999")))
        .isEqualTo(Outcome.FAILED);
    for (int i = 0; i < AmiExchange.INTERPRETERS_A_MINUTE; i++) {
      CompletableFuture<Outcome> rung = wish(() -> exchange.interpreted(42, INTERPRETER));
      assertThat(answers("Success"))
          .containsEntry("Channel", "PJSIP/trunk/sip:+495611234567@127.0.0.1:5070")
          .containsEntry("Exten", "guest")
          .containsEntry("CallerID", "116117")
          .containsEntry("Account", "talk-42-interpreter");
      assertThat(rung.join()).isEqualTo(Outcome.DONE);
    }
    assertThat(exchange.interpreted(42, INTERPRETER)).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource({"LISTEN,listen", "WHISPER,whisper", "JOIN,guest"})
  void observesWhoTheAgentIs(Mode mode, String extension) throws IOException {
    connects(CALLER, AGENT);
    CompletableFuture<Outcome> observed = wish(() -> exchange.observed(42, "agent-b", mode));
    assertThat(answers("Success"))
        .containsEntry("Channel", "PJSIP/agent-b")
        .containsEntry("Exten", extension)
        .containsEntry("Account", "talk-42-observer")
        .containsEntry("Variable", "TALK=42,OBSERVED=PJSIP/agent-a-00000002");
    assertThat(observed.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void anAgentWithoutACallerIsPutOut() throws IOException {
    connects(AGENT);
    CompletableFuture<Outcome> ended = wish(() -> exchange.ended(42));
    assertThat(answers("Success"))
        .containsEntry("Action", "ConfbridgeKick")
        .containsEntry("Channel", "all");
    assertThat(ended.join()).isEqualTo(Outcome.DONE);
  }

  @Test
  void asksAsteriskForWhoIsThereAndDoesNotGuess() throws IOException {
    connects();
    CompletableFuture<List<Live>> live = CompletableFuture.supplyAsync(exchange::live);
    lists("CoreShowChannels", List.of(HELD, AGENT));
    assertThat(live.join()).containsExactly(new Live(42, true, true));
  }

  @Test
  void aBreakIsToldAndWhatHappenedMeanwhileIsAskedFor() throws IOException {
    connects(CALLER, AGENT);
    TestLine.awaits(() -> talks.heard.contains("known"));
    talks.heard.clear();
    manager.breaksOff();
    TestLine.awaits(() -> !exchange.isPossible());
    assertThat(exchange.held(42)).isEqualTo(Outcome.FAILED);
    assertThatThrownBy(exchange::live).isInstanceOf(IllegalStateException.class);
    connects();
    TestLine.awaits(() -> talks.heard.contains("known"));
    assertThat(exchange.held(42)).isEqualTo(Outcome.NOT_THERE);
  }

  @Test
  void telephonesThatComeAndGoAreTold() throws IOException {
    connects();
    TestLine.awaits(() -> talks.heard.contains("known"));
    talks.heard.clear();
    manager
        .sends(phone("agent-b", "RINGING") + "\r\n\r\n")
        .sends(phone("agent-b", "UNAVAILABLE") + "\r\n\r\n")
        .sends(phone("agent-b", "UNAVAILABLE") + "\r\n\r\n")
        .sends(phone("agent-b", "NOT_INUSE") + "\r\n\r\n")
        .sends(phone("person", "NOT_INUSE") + "\r\n\r\n");
    TestLine.awaits(() -> talks.heard.size() > 1);
    assertThat(talks.heard).containsExactly("agent-b false", "agent-b true");
  }

  @Test
  void endsWhatACallerHearsWithoutWaiting() throws IOException {
    connects();
    exchange.stops("PJSIP/caller-00000001");
    assertThat(manager.hears())
        .containsEntry("Action", "ControlPlayback")
        .containsEntry("Channel", "PJSIP/caller-00000001")
        .containsEntry("Control", "stop");
    manager.breaksOff();
    TestLine.awaits(() -> !exchange.isPossible());
    exchange.stops("PJSIP/caller-00000001");
  }
}
