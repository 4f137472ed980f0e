package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.CallDetails;
import de.durchkommen.call.Caller;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dialplan says of a call. */
final class CallHeaderTest {
  private final List<CallDetails> details = new CopyOnWriteArrayList<>();
  private final List<Optional<String>> numbers = new CopyOnWriteArrayList<>();

  private Outcome noted(Caller caller) {
    details.add(caller.details());
    numbers.add(caller.number());
    return Plain.ENDED;
  }

  private void called(String header) throws IOException {
    try (TestLine line = TestLine.with(TestLine.settings(TestLine.PATIENT, 10), this::noted);
        FakeAsterisk asterisk = FakeAsterisk.connected(line.port.port()).sends(header)) {
      asterisk.endsInWords();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,enough,1,false",
    "9,short,9,true",
    "0,short,5,true",
    "10,SHORT,5,false",
    "x,'',5,false",
    "'','',5,false",
    "-1,short ,5,true",
    "99999999999999999999,no,5,false"
  })
  void groupAndChannelsOfOneWhoCalledIn(String group, String channels, int priority, boolean few)
      throws IOException {
    called(FakeAsterisk.header("agi_arg_1: c1", "agi_arg_2: " + group, "agi_arg_3: " + channels));
    assertThat(details)
        .containsExactly(new CallDetails(priority, few, Optional.empty(), OptionalLong.empty()));
    assertThat(numbers).containsExactly(Optional.of("0561123456"));
  }

  @Test
  void aDialplanThatSaysNothingMoreIsThatOfOrdinaryCallers() throws IOException {
    called(FakeAsterisk.header("agi_arg_1: c1"));
    assertThat(details)
        .containsExactly(new CallDetails(5, false, Optional.empty(), OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "42,42",
    "999999999999999999,999999999999999999",
    "0,",
    "-1,",
    "x,",
    "'',",
    "9999999999999999999999,"
  })
  void whatAnOutgoingCallIsAboutAndNoNumberWhichWouldBeOurOwn(String argument, Long reference)
      throws IOException {
    String header = FakeAsterisk.header("agi_arg_1: c1", "agi_arg_2: " + argument);
    called(header.replace("agi_network_script: call", "agi_network_script: callback"));
    OptionalLong expected = reference == null ? OptionalLong.empty() : OptionalLong.of(reference);
    assertThat(details).containsExactly(new CallDetails(5, false, Optional.empty(), expected));
    assertThat(numbers).containsExactly(Optional.empty());
  }

  @Test
  void aScriptThatNobodyHasEndsWithoutWords() throws IOException {
    try (TestLine line = TestLine.with(TestLine.settings(TestLine.PATIENT, 10), this::noted);
        FakeAsterisk asterisk =
            FakeAsterisk.connected(line.port.port())
                .sends(FakeAsterisk.header().replace("script: call", "script: other"))) {
      asterisk.endsWithout();
      assertThat(details).isEmpty();
    }
  }

  @Test
  void theDialplanKnowsWhoWaitsInCaseTheApplicationDies() throws IOException {
    try (TestLine line =
            TestLine.with(caller -> {
              caller.placeIsKept(true);
              caller.placeIsKept(false);
              return Plain.ENDED;
            });
        FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hears("SET VARIABLE \"DURCHKOMMEN_WAITING\" \"1\"").replies("200 result=1");
      asterisk.hears("SET VARIABLE \"DURCHKOMMEN_WAITING\" \"\"").replies("200 result=1");
      asterisk.endsInWords();
    }
  }
}
