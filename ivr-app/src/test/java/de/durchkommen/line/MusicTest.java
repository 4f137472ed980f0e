package de.durchkommen.line;

import static de.durchkommen.line.TestLine.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.Caller;
import de.durchkommen.call.Key;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.queue.Bell;
import de.durchkommen.queue.Music;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting with music: every reply is read as that of its own command, whenever the bell rings. */
final class MusicTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String MUSIC = "SET MUSIC ON \"durchkommen\"";

  private final Bell bell = new Bell();
  private final List<Object> seen = new CopyOnWriteArrayList<>();

  private Outcome listens(Caller caller) {
    seen.add(((AgiCaller) caller).music(LONG, bell));
    return Plain.ENDED;
  }

  private static TestLine line(de.durchkommen.call.CallScript script) throws IOException {
    return TestLine.with(TestLine.settings(TestLine.PATIENT, 10), script);
  }

  private static FakeAsterisk waiting(FakeAsterisk asterisk) throws IOException {
    return asterisk.hears(MUSIC).replies("200 result=0").hears("WAIT FOR DIGIT 30000");
  }

  @Test
  void theBellEndsTheMusicAtOnceAndTheNextCommandHasItsOwnReply() throws IOException {
    try (TestLine line =
            line(caller -> {
              listens(caller);
              seen.add(((AgiCaller) caller).key(Duration.ofSeconds(1)));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      bell.ring();
      asterisk.hears("NOOP").replies("200 result=1").replies("200 result=0");
      asterisk.hears("WAIT FOR DIGIT 1000").replies("200 result=53").endsInWords();
      assertThat(seen).containsExactly(Optional.empty(), Optional.of(Key.FIVE));
    }
  }

  @Test
  void aKeyThatWasOnItsWayWhenTheBellRangCounts() throws IOException {
    try (TestLine line = line(this::listens);
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      bell.ring();
      asterisk.hears("NOOP").replies("200 result=49").replies("200 result=0").endsInWords();
      assertThat(seen).containsExactly(Optional.of(Key.ONE));
    }
  }

  @Test
  void aKeyEndsTheMusicAndALaterRingInterruptsNothing() throws IOException {
    try (TestLine line =
            line(caller -> {
              listens(caller);
              bell.ring();
              caller.hears(prompt("standing"));
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      asterisk.replies("200 result=42");
      asterisk.hearsSomeOf("WAIT FOR DIGIT").replies("200 result=0");
      asterisk.plays("standing").endsInWords();
      assertThat(seen).containsExactly(Optional.of(Key.STAR));
    }
  }

  @Test
  void aBellThatRangBeforeEndsTheMusicBeforeItIsAwaited() throws IOException {
    bell.ring();
    try (TestLine line =
            line(caller -> {
              listens(caller);
              return listens(caller);
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears(MUSIC).replies("200 result=0");
      // Heard once, the bell is quiet, and the music has not stopped.
      asterisk.hears("WAIT FOR DIGIT 30000").replies("200 result=0").endsInWords();
      assertThat(seen).containsExactly(Optional.empty(), Optional.empty());
    }
  }

  @Test
  void musicIsPlayedAgainAfterWordsAndStoppedForAPerson() throws IOException {
    try (TestLine line =
            line(caller -> {
              listens(caller);
              caller.hears(prompt("standing"));
              listens(caller);
              caller.transferredToPerson();
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      asterisk.replies("200 result=0").plays("standing");
      waiting(asterisk).replies("200 result=0");
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0");
      asterisk.hears("SET MUSIC OFF").replies("200 result=0");
      asterisk.hearsSomeOf("EXEC \"Dial\"").replies("200 result=0");
      asterisk.hearsSomeOf("GET VARIABLE").replies("200 result=1 (BUSY)");
      asterisk.hears("WAIT FOR DIGIT 1").replies("200 result=0").endsInWords();
    }
  }

  /** Who waits already hears it after the next words, or when they wait on. */
  @Test
  void whatASupervisorHasSetIsHeardFromThenOn() throws IOException {
    try (TestLine line =
            line(caller -> {
              listens(caller);
              listens(caller);
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      line.music = Music.TONE;
      asterisk.replies("200 result=0");
      asterisk.hears("SET MUSIC ON \"durchkommen-tone\"").replies("200 result=0");
      asterisk.hears("WAIT FOR DIGIT 30000").replies("200 result=0").endsInWords();
    }
  }

  /** Asterisk has read the command and the NOOP at once, and looks only when more arrives. */
  @Test
  void anInterruptionThatAsteriskHasOverlookedIsRepeated() throws IOException {
    try (TestLine line = line(this::listens);
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      bell.ring();
      asterisk.hears("NOOP").hears("NOOP");
      asterisk.replies("200 result=1").replies("200 result=0").replies("200 result=0");
      asterisk.endsInWords();
      assertThat(seen).containsExactly(Optional.empty());
    }
  }

  @Test
  void anOverlookedInterruptionIsRepeatedAlsoWhenTheCommandEndedByItself() throws IOException {
    try (TestLine line = line(this::listens);
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      bell.ring();
      asterisk.hears("NOOP").replies("200 result=35").hears("NOOP");
      asterisk.replies("200 result=0").replies("200 result=0").endsInWords();
      assertThat(seen).containsExactly(Optional.of(Key.POUND));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 result=-1\nHANGUP\n200 result=0\n",
        "HANGUP\n200 result=-1\n200 result=0\n",
        "200 result=-1\nHANGUP200 result=0\n",
        "511 Command Not Permitted on a dead channel or intercept routine\n200 result=0\n"
      })
  void whoHangsUpWhenTheBellRingsHasHungUp(String replies) throws IOException {
    try (TestLine line = line(this::listens);
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      bell.ring();
      asterisk.hears("NOOP").sends(replies).endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @Test
  void whoHangsUpWithoutABellHasHungUp() throws IOException {
    try (TestLine line = line(this::listens);
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      asterisk.replies("200 result=-1").endsWithout();
      assertThat(line.outcome("c1")).isEqualTo("HUNG_UP");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"200 result=1\ngarbage\n", "200 result=1\n200 result=49\n", "200 result=1\n"})
  void whenNobodyCanTellWhichReplyIsWhoseTheConnectionIsClosed(String replies) throws IOException {
    try (TestLine line = line(this::listens);
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      bell.ring();
      asterisk.hears("NOOP").sends(replies);
      if (replies.equals("200 result=1\n")) {
        asterisk.breaksOff();
      } else {
        asterisk.isClosed();
      }
      assertThat(line.outcome("c1")).isEqualTo("FAILED");
    }
  }

  @Test
  void ringsFromManyThreadsAreOneInterruption() throws IOException, InterruptedException {
    try (TestLine line = line(this::listens);
        FakeAsterisk asterisk = waiting(line.called("c1"))) {
      List<Thread> ringing =
          java.util.stream.Stream.generate(() -> Thread.ofVirtual().start(bell::ring))
              .limit(50)
              .toList();
      asterisk.hears("NOOP").replies("200 result=1").replies("200 result=0").endsInWords();
      for (Thread thread : ringing) {
        thread.join();
      }
      assertThat(seen).containsExactly(Optional.empty());
    }
  }
}
