package de.durchkommen.line;

import static de.durchkommen.line.TestLine.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.Caller;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens on the line or in the script, the call ends as it should. */
final class CallFrameTest {
  private static Outcome welcome(Caller caller) {
    caller.hears(prompt("welcome"));
    return Plain.HEARD;
  }

  private static Outcome broken(Caller caller) {
    throw new IllegalStateException("of person 1234567890 at " + caller.callId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "511 Command Not Permitted on a dead channel or intercept routine\n",
        "HANGUP\n511 Command Not Permitted on a dead channel or intercept routine\n",
        "HANGUP\nHANGUP\n511 Dead\n",
        "HANGUP511 Dead\n",
        "HANGUP\n200 result=-1 endpos=800\n"
      })
  void aHangupEndsTheCallQuietly(String reply) throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").sends(reply).endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @Test
  void aResultOfMinusOneIsAHangupIfTheChannelIsDead() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").replies("200 result=-1 endpos=800");
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=-1").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  /** Supervisors find out where callers give up. */
  @Test
  void thePathOfACallIsTakenDown() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").sends("HANGUP\n200 result=-1 endpos=800\n").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
      TestLine.awaits(() -> !line.journeys.isEmpty());
      assertThat(line.journeys)
          .singleElement()
          .satisfies(path -> {
            assertThat(path.callId()).isEqualTo("c1");
            assertThat(path.script()).isEqualTo("call");
            assertThat(path.outcome()).isEqualTo("HUNG_UP");
            assertThat(path.last()).contains("welcome");
            assertThat(path.language()).isEqualTo("de");
          });
    }
  }

  /** Otherwise the dialplan would tell of a fault after a call that was all right. */
  @Test
  void aBrokenHistoryOfCallsCostsNoCall() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      line.forgetful = true;
      asterisk.plays("welcome").endsInWords();
      assertThat(line.outcome("c1")).isEqualTo("HEARD");
      assertThat(line.journeys).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 result=-1 endpos=0", "200 result=0 endpos=0"})
  void aFileThatIsMissingIsAFailureAndNotAHangupOrNoKey(String reply) throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").replies(reply);
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0");
      asterisk.isRescued("ANSWER").endsInWords();
      assertThat(line.outcome("c1")).isEqualTo("PERSON");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "510 Invalid or unknown command\n",
        "520-Invalid command syntax.  Proper usage follows:\nUsage: ...\n520 End of proper usage.\n",
        "520 Invalid command syntax.  Proper usage not available.\n520 End\n",
        "\n",
        "garbage\n",
        "\u0000\uFFFD\u0007\n",
        "200\n",
        "200 result=\n",
        "200 result=4x\n",
        "200 result=99999999999999999999\n",
        "404 result=1\n"
      })
  void aReplyThatIsNoneIsToldAndAPersonHelps(String reply) throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").sends(reply);
      asterisk.isRescued("ANSWER").endsInWords();
      assertThat(line.outcome("c1")).isEqualTo("PERSON");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 5_000})
  void anEndlessReplyOrOneThatNeverComesEndsTheCall(int hangups) throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").sends("HANGUP\n".repeat(hangups)).isClosed();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @Test
  void aReplyWithoutEndIsNotKept() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").sends("x".repeat(20_000)).isClosed();
      assertThat(line.outcome("c1")).isEqualTo("FAILED");
    }
  }

  @Test
  void aReplyThatNeverComesEndsTheCallWithinTheLimit() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE");
      long start = System.nanoTime();
      asterisk.isClosed();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
      assertThat(line.outcome("c1")).isEqualTo("FAILED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "200 res", "200 result=0"})
  void aSocketThatBreaksMidLineEndsTheCall(String half) throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").sends(half);
      asterisk.breaksOff();
      assertThat(line.outcome("c1")).isEqualTo("FAILED");
      line.awaitsQuiet();
    }
  }

  @Test
  void aSocketThatClosesAfterAHangupIsAHangupAndNoFailure() throws IOException {
    try (MemoryLog log = new MemoryLog(CallFrame.class);
        TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").sends("HANGUP\n");
      asterisk.breaksOff();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
      assertThat(String.join("", log.entries())).doesNotContain("failed");
    }
  }

  @Test
  void aFailureOfTheScriptIsToldAndNobodyAnsweringLeavesTheCallToTheDialplan() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::broken);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.isRescued("NOANSWER").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("FAILED");
    }
  }

  @Test
  void aVoiceThatIsUnavailableLeadsToAPerson() throws IOException {
    Announcer mute =
        words -> {
          throw new VoiceUnavailableException("no engine");
        };
    AgiSettings settings = TestLine.settings(TestLine.SHORT, 1);
    try (TestLine line = new TestLine(settings, CallFrameTest::welcome, mute);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0").dials("ANSWER");
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0").endsInWords();
      assertThat(line.outcome("c1")).isEqualTo("PERSON");
    }
  }

  @Test
  void aHangupDuringTheRescueIsAHangup() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::broken);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 1").replies("511 Dead").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @Test
  void anAsteriskWithoutDialLeavesTheCallToTheDialplan() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::broken);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0").plays("failure.technical");
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0");
      asterisk.hearsSomeOf("EXEC").replies("200 result=-2").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("FAILED");
    }
  }

  @Test
  void anErrorOfTheMachineIsAFailureToo() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              throw new StackOverflowError(caller.callId());
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.isRescued("ANSWER").endsInWords();
      assertThat(line.outcome("c1")).isEqualTo("PERSON");
    }
  }

  @Test
  void onlyTheOneScriptIsKnown() throws IOException {
    try (TestLine line = TestLine.with(CallFrameTest::welcome);
        FakeAsterisk asterisk = FakeAsterisk.connected(line.port.port())) {
      asterisk.sends(FakeAsterisk.header("agi_network_script: de.durchkommen.line.Hotline"));
      asterisk.endsWithout();
    }
  }

  @Test
  void aCallIdIsCleanedAndAWithheldNumberIsNone() throws IOException {
    List<Object> seen = new ArrayList<>();
    try (TestLine line =
        TestLine.with(caller -> {
          seen.addAll(List.of(caller.callId(), caller.number()));
          return Plain.ENDED;
        })) {
      for (String more :
          List.of(
              "agi_arg_1: a\"b\\c\rd<é>\nagi_callingpres: 32",
              "agi_arg_1: " + "9".repeat(200) + "\nagi_callerid: anonymous",
              "agi_arg_2000000000: x\nagi_callerid: 0561 1; DROP\nagi_callingpres: x")) {
        FakeAsterisk asterisk = FakeAsterisk.connected(line.port.port());
        asterisk.sends(FakeAsterisk.header(more)).endsInWords();
      }
    }
    assertThat(seen)
        .containsExactly(
            "a_b_c_d___",
            Optional.empty(),
            "9".repeat(128),
            Optional.empty(),
            "1610434800.1",
            Optional.empty());
  }

  @Test
  void whatIsSentToAsteriskIsOneLineWhateverIsInIt() throws IOException {
    Announcer odd = words -> Path.of("/sounds/a\"\nEXEC System \"rm\r\\");
    AgiSettings settings = TestLine.settings(TestLine.SHORT, 1);
    try (TestLine line = new TestLine(settings, CallFrameTest::welcome, odd);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("STREAM FILE \"/sounds/aEXEC System rm\" \"0123456789*#\"");
      asterisk.replies("200 result=0 endpos=9").endsInWords();
    }
  }

  @Test
  void theLogTellsWhereItFailedAndNothingOfTheCaller() throws IOException {
    try (MemoryLog log = new MemoryLog(CallFrame.class);
        TestLine line = TestLine.with(CallFrameTest::broken);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.isRescued("ANSWER").endsInWords();
      assertThat(String.join("", log.entries()))
          .contains("Call c1 failed: java.lang.IllegalStateException", "CallFrameTest.broken")
          .contains("Call c1 ended after", "PERSON")
          .doesNotContain("1234567890")
          .doesNotContain("0561123456");
    }
  }
}
