package de.durchkommen.line;

import static de.durchkommen.line.TestLine.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.Caller;
import de.durchkommen.call.CallerHungUp;
import de.durchkommen.call.Key;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.queue.Bell;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Words that a bell ends, so that an agent who is free does not wait for them. */
final class StoppedWordsTest {
  private static final String WORDS =
      "CONTROL STREAM FILE \"/sounds/standing\" \"0123456789*#\" 3000 x x x";

  private final Bell bell = new Bell();
  private final List<Object> seen = new CopyOnWriteArrayList<>();
  private final List<String> stopped = new CopyOnWriteArrayList<>();

  private TestLine line() throws IOException {
    return TestLine.with(
        stopped::add,
        caller -> {
          try {
            return hears(caller);
          } catch (CallerHungUp gone) {
            seen.add("gone");
            throw gone;
          }
        });
  }

  private Outcome hears(Caller caller) {
    seen.add(((AgiCaller) caller).played(prompt("standing"), Caller.Tone.STATEMENT, bell));
    return Plain.ENDED;
  }

  @Test
  void theBellStopsThemAgainAndAgainUntilTheyAreOver() throws IOException {
    try (TestLine line = line();
        FakeAsterisk asterisk = line.called("c1").hears(WORDS)) {
      assertThat(stopped).isEmpty();
      bell.ring();
      TestLine.awaits(() -> stopped.size() > 2);
      asterisk.replies("200 result=0 endpos=1000").endsInWords();
      int told = stopped.size();
      assertThat(stopped).containsOnly("1610434800.1");
      assertThat(seen).containsExactly(Optional.empty());
      bell.ring();
      assertThat(stopped).hasSize(told);
    }
  }

  @Test
  void whatRangBeforeMakesThemNeedless() throws IOException {
    bell.ring();
    try (TestLine line = line();
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.endsInWords();
      assertThat(seen).containsExactly(Optional.empty());
    }
  }

  @Test
  void withoutABellTheyAreHeardToTheirEndOrToAKey() throws IOException {
    try (TestLine line = line();
        FakeAsterisk whole = line.called("c1").hears(WORDS)) {
      whole.replies("200 result=0 endpos=-1").endsInWords();
    }
    try (TestLine line = line();
        FakeAsterisk keyed = line.called("c2").hears(WORDS)) {
      keyed.replies("200 result=35 endpos=300").endsInWords();
    }
    assertThat(seen).containsExactly(Optional.empty(), Optional.of(Key.POUND));
    assertThat(stopped).isEmpty();
  }

  @Test
  void aHangUpInTheMiddleIsOne() throws IOException {
    try (TestLine line = line();
        FakeAsterisk asterisk = line.called("c1").hears(WORDS)) {
      asterisk
          .replies("200 result=-1 endpos=900")
          .hearsSomeOf("WAIT FOR DIGIT")
          .replies("200 result=-1");
      line.outcome("c1");
      assertThat(seen).containsExactly("gone");
    }
  }
}
