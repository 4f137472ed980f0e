package de.durchkommen.line;

import static de.durchkommen.line.TestLine.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.Caller;
import de.durchkommen.call.Caller.Tone;
import de.durchkommen.call.Key;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.call.Transcript;
import de.durchkommen.call.Transcript.Line;
import de.durchkommen.call.Transfer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller does becomes of Asterisk's replies, command by command. */
final class AgiCallerTest {
  private static final String ALL = "\"0123456789*#\"";

  private final List<Object> seen = new CopyOnWriteArrayList<>();

  private Outcome question(Caller caller) {
    seen.add(((AgiCaller) caller).played(prompt("code.ask"), Tone.SECRET_QUESTION));
    return Plain.ENDED;
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void aKeyPressedDuringAPromptIsHeard(Key key) throws IOException {
    try (TestLine line = TestLine.with(this::question);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk
          .hears("STREAM FILE \"/sounds/code.ask\" " + ALL)
          .replies("200 result=" + (int) key.symbol() + " endpos=800")
          .endsInWords();
      assertThat(seen).containsExactly(Optional.of(key));
      assertThat(line.outcome("c1")).isEqualTo("ENDED");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 result=345678901           | 345678901 | false",
        "200 result=345                 | 345       | true",
        "200 result=345 (timeout)       | 345       | true",
        "200 result= (timeout)          | ''        | true",
        "200 result=                    | ''        | true",
        "200 result=3*5 (timeout)       | 3*5       | true"
      })
  void theRestOfAnEntryIsReadInOneGo(String reply, String symbols, boolean over)
      throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              seen.add(((AgiCaller) caller).keys(9, Duration.ofSeconds(5)));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("GET DATA \"\" 5000 9").replies(reply);
      asterisk.endsInWords();
      assertThat(seen).hasToString("[Entered[symbols=%s, over=%s]]".formatted(symbols, over));
    }
  }

  @Test
  void whoHangsUpInTheMiddleOfAnEntryIsGone() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              seen.add(((AgiCaller) caller).keys(9, Duration.ofSeconds(5)));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("GET DATA \"\" 5000 9").replies("200 result=-1").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @Test
  void theTelephoneIsToldTheLanguageThatWasChosen() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              ((AgiCaller) caller).languageSettled(Locale.forLanguageTag("tr"));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk
          .hears("SET VARIABLE \"DURCHKOMMEN_SPOKEN\" \"tr\"")
          .replies("200 result=1")
          .endsInWords();
    }
  }

  /** Asterisk says so and closes, while the script does something else. */
  @Test
  void whoHangsUpBetweenTwoCommandsHasHungUp() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (TestLine line =
            TestLine.with(caller -> {
              ((AgiCaller) caller).key(Duration.ofSeconds(10));
              awaited(closed);
              ((AgiCaller) caller).key(Duration.ofSeconds(10));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 10000").replies("200 result=0").sends("HANGUP\n").breaksOff();
      // It has to be here, not under way.
      Thread.sleep(Duration.ofMillis(200));
      closed.countDown();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException over) {
      throw new IllegalStateException(over);
    }
  }

  /** By that the dialplan knows a node that stands still. */
  @Test
  void theDialplanIsToldForHowLongTheCallIsOursAndNotMoreOftenThanNeeded() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              ((AgiCaller) caller).key(Duration.ofSeconds(10));
              ((AgiCaller) caller).key(Duration.ofSeconds(60));
              ((AgiCaller) caller).key(Duration.ofSeconds(60));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 10000").replies("200 result=0");
      assertThat(asterisk.leftFor()).containsExactly(90);
      asterisk.hears("WAIT FOR DIGIT 60000").replies("200 result=0");
      assertThat(asterisk.leftFor()).containsExactly(90, 150);
      asterisk.hears("WAIT FOR DIGIT 60000").replies("200 result=0").endsInWords();
      assertThat(asterisk.leftFor()).containsExactly(90, 150);
    }
  }

  @Test
  void aPromptSaidToItsEndIsNoKey() throws IOException {
    try (TestLine line = TestLine.with(this::question);
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.plays("code.ask").endsInWords();
      assertThat(seen).containsExactly(Optional.empty());
    }
  }

  @Test
  void keysAreAwaitedInMillisecondsAndOthersThanTheTwelveAreNone() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              seen.add(((AgiCaller) caller).key(Duration.ofSeconds(10)));
              seen.add(((AgiCaller) caller).key(Duration.ofSeconds(5)));
              seen.add(((AgiCaller) caller).key(Duration.ofNanos(1)));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 10000").replies("200 result=35");
      asterisk.hears("WAIT FOR DIGIT 5000").replies("200 result=0");
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=65").endsInWords();
      assertThat(seen).containsExactly(Optional.of(Key.POUND), Optional.empty(), Optional.empty());
    }
  }

  @Test
  void speechStartsHalfASecondAfterAKey() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              seen.add(((AgiCaller) caller).key(Duration.ofSeconds(1)));
              caller.hears(prompt("thanks"));
              caller.hears(prompt("goodbye"));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 1000").replies("200 result=49");
      assertThat(asterisk.hearsWaitOf()).isBetween(300, 500);
      Thread.sleep(500);
      asterisk.replies("200 result=0").plays("thanks").plays("goodbye").endsInWords();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aKeyInTheSilenceCountsAndAHangupInItToo() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              question(caller);
              question(caller);
              return question(caller);
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").replies("200 result=49 endpos=1");
      asterisk.hearsSomeOf("WAIT FOR DIGIT").replies("200 result=50");
      asterisk.hearsSomeOf("WAIT FOR DIGIT").replies("200 result=-1").endsWithout();
      assertThat(seen).containsExactly(Optional.of(Key.ONE), Optional.of(Key.TWO));
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @Test
  void newsDropWhatWasKeyedBefore() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              caller.learns(prompt("booked"));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=49");
      asterisk.hearsSomeOf("WAIT FOR DIGIT").replies("200 result=49");
      asterisk.hearsSomeOf("WAIT FOR DIGIT");
      // As long as Asterisk would have waited: the silence is over, speech begins at once.
      Thread.sleep(AgiCaller.SILENCE);
      asterisk.replies("200 result=0").plays("booked").endsInWords();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoNeverStopsPressingKeysHearsTheNewsAllTheSame() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              ((AgiCaller) caller).dropKeys();
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      for (int i = 0; i < AgiCaller.MAX_DROPPED_KEYS; i++) {
        asterisk.hearsSomeOf("WAIT FOR DIGIT").replies("200 result=49");
      }
      asterisk.endsInWords();
    }
  }

  @Test
  void theTranscriptTellsWhatIsSaidBeforeItIsPlayed() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              caller.hears(prompt("welcome"));
              question(caller);
              ((AgiCaller) caller).answered(null);
              ((AgiCaller) caller).answered("12");
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE");
      assertThat(line.journal.transcript("c1").orElseThrow().lines(0))
          .containsExactly(new Line(Transcript.Kind.TOLD, "welcome", "/sounds/welcome"));
      asterisk.replies("200 result=0 endpos=9").plays("code.ask").endsInWords();
      assertThat(line.journal.transcript("c1").orElseThrow().lines(1))
          .containsExactly(
              new Line(Transcript.Kind.ASKED, "code.ask", "/sounds/code.ask"),
              new Line(Transcript.Kind.KEYED, "…", ""),
              new Line(Transcript.Kind.KEYED, "12", ""));
    }
  }

  @ParameterizedTest
  @CsvSource({"ANSWER,TALKED", "NOANSWER,NOBODY", "BUSY,NOBODY", "CHANUNAVAIL,NOBODY"})
  void aPersonAnswersOrNobodyDoes(String status, Transfer transfer) throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              seen.add(caller.transferredToPerson());
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.dials(status).hears("WAIT FOR DIGIT 1").replies("200 result=0").endsInWords();
      assertThat(seen).containsExactly(transfer);
    }
  }

  @ParameterizedTest
  @CsvSource({"ANSWER,PERSON", "CANCEL,HUNG_UP"})
  void whoHangsUpAfterTheTalkHasTalkedAndWhoDoesBeforeHasNot(String status, String outcome)
      throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              caller.transferredToPerson();
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0");
      asterisk.hearsSomeOf("EXEC \"Dial\"").replies("200 result=-1").replies("HANGUP");
      asterisk.hearsSomeOf("GET VARIABLE").replies("200 result=1 (" + status + ")").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo(outcome);
    }
  }

  @Test
  void nobodyIsRungForACallerWhoHasGone() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              caller.transferredToPerson();
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("WAIT FOR DIGIT 1").replies("511 Command Not Permitted on a dead channel");
      asterisk.endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @Test
  void afterAHangupNothingIsSentAnyMore() throws IOException {
    List<Throwable> thrown = new ArrayList<>();
    try (TestLine line =
            TestLine.with(caller -> {
              for (int i = 0; i < 3; i++) {
                try {
                  caller.hears(prompt("welcome"));
                } catch (RuntimeException gone) {
                  thrown.add(gone);
                }
              }
              throw (RuntimeException) thrown.getLast();
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE").replies("511 Dead").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
      assertThat(thrown).hasSize(3);
    }
  }

  @Test
  void aCallerIsSpokenToInTheirLanguageAndKnownByIdAndNumber() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              seen.addAll(List.of(caller.callId(), caller.number(), caller.language()));
              caller.speaks(Locale.FRENCH);
              seen.add(caller.language());
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("a84b4c76e66710@127.0.0.1")) {
      asterisk.endsInWords();
      assertThat(seen)
          .containsExactly(
              "a84b4c76e66710@127.0.0.1", Optional.of("0561123456"), Locale.GERMAN, Locale.FRENCH);
    }
  }
}
