package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.telephone.HotlineUnderTest.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same call in every language; and how a language is chosen and kept. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class LanguagesIT {
  private static final String ENGLISH = "2";
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final List<String> OTHERS =
      HotlineUnderTest.LANGUAGES.stream()
          .filter(tag -> !tag.equals("de"))
          .filter(tag -> Files.isDirectory(Path.of("../prompts", tag)))
          .toList();

  private final HotlineUnderTest hotline;

  LanguagesIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @Test
  void theSameBookingIsMadeInEveryLanguageWithoutAWordOfGerman()
      throws IOException, InterruptedException {
    Map<String, ScriptedCall> calls = new ConcurrentHashMap<>();
    List<Thread> callers = new ArrayList<>();
    for (String language : OTHERS) {
      Letter letter = hotline.letter();
      callers.add(Thread.ofVirtual().start(() -> calls.put(language, booked(letter, language))));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(OTHERS).isNotEmpty();
    assertThat(calls.keySet()).containsExactlyInAnyOrderElementsOf(OTHERS);
    for (Map.Entry<String, ScriptedCall> made : new TreeMap<>(calls).entrySet()) {
      ScriptedCall call = made.getValue();
      assertThat(call.outcome()).as("%s %s", made.getKey(), call.lines()).startsWith("BOOKED ");
      call.heardAllThatWasSaid().heardNothingOf("de");
    }
  }

  private ScriptedCall booked(Letter letter, String language) {
    try {
      return ScriptedCall.made(hotline, letter.keys() + ",1,1", language);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aKeyAfterTheGreetingChoosesAndTheNextCallBeginsLikeThat() throws Exception {
    String number = "05619876543";
    try (PersonOnLine caller = PersonOnLine.calling(hotline, "116117", number)) {
      caller.hears("For English, press two", SOON);
      caller.presses(ENGLISH);
      caller.hears("This is the vaccination line", SOON);
      caller.hangsUp();
    }
    try (PersonOnLine again = PersonOnLine.calling(hotline, "116117", number)) {
      again.hears("This is the vaccination line", SOON);
      assertThat(again.isTold("Guten Tag")).isFalse();
      again.hangsUp();
    }
  }
}
