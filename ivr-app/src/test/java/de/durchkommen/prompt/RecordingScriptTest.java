package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.RecordingScript.Kind;
import de.durchkommen.prompt.RecordingScript.Line;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingScriptTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private static final PromptLibrary LIBRARY =
      new PromptLibrary(new PromptFolder(Optional.of(Path.of("../prompts"))), CLOCK);
  private static final List<Prompt> DECLARED =
      DeclaredPrompts.of(
          List.of("de.durchkommen.call.Prompts", "de.durchkommen.call.WaitingPrompts"));

  static Stream<Locale> languages() {
    return LIBRARY.languages().stream();
  }

  /** Every number to a thousand, every day of two years, in every sentence with placeholders. */
  @ParameterizedTest
  @MethodSource("languages")
  void whoRecordsItSaysEverySentence(Locale language) {
    RecordingScript script = script(language);
    var pieces = new WordPieces(keys(script), language);
    for (Prompt prompt : DECLARED) {
      if (prompt.arguments().isEmpty()) {
        continue;
      }
      int step = prompt.id().equals("queue.position") ? 1 : 7;
      for (int i = 0; i <= 1_000; i += step) {
        SpokenText said = LIBRARY.spoken(prompt.with(values(prompt, i)), language);
        String text = LIBRARY.pronunciation(language).applied(said.text());
        assertThat(pieces.split(SpokenWords.of(text, language))).as(text).isPresent();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void nobodyHasToRecordThousands(Locale language) {
    RecordingScript script = script(language);
    // Arabic writes "and" and the number behind it as one word, each in three cases.
    int most = language.getLanguage().equals("ar") ? 1_000 : 600;
    assertThat(script.lines().size()).as("lines").isLessThan(most);
    assertThat(script.lines().stream().map(Line::name).map(RecordingScript::folded))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[\\p{L}\\p{M}\\p{N}.'’ʼ-]+"), "is a file's name");
  }

  @Test
  void germanHasTheWordsThatOneExpects() {
    Map<String, Line> fragments = script(Locale.GERMAN).byName(true);
    assertThat(fragments.keySet())
        .contains(
            "dienstag",
            "dem-ersten",
            "dem-einunddreißigsten",
            "dezember",
            "uhr",
            "eins",
            "zwo",
            "dreiundzwanzig",
            "einhundert",
            "ein",
            "um",
            "kassel",
            "minuten",
            "am")
        .doesNotContain(
            "einhundertdrei", "000", "dem", "dem-ersten-dezember", "dienstag-dem-ersten");
    assertThat(fragments.get("queue.position.1"))
        .isEqualTo(new Line("queue.position.1", Kind.PHRASE, "Sie sind an Position", false));
    assertThat(script(Locale.GERMAN).byName(false))
        .containsEntry(
            "queue.turn", new Line("queue.turn", Kind.SENTENCE, "Sie sind an der Reihe.", true));
  }

  @Test
  void phrasesAreWhatIsBetweenPlaceholdersInAllForms() {
    assertThat(
            PhraseText.of(
                "It''s {count, plural, one {one day} other {# days, {name} here}}. In {x}."))
        .containsExactly("It's", "one day", "days,", "here", "In");
  }

  private static RecordingScript script(Locale language) {
    return LIBRARY.script(language, DECLARED, List.of("Kassel"));
  }

  private static Set<String> keys(RecordingScript script) {
    return script.lines().stream()
        .filter(Line::isFragment)
        .map(line -> LIBRARY.pronunciation(script.language()).applied(line.text()))
        .map(text -> SpokenWords.key(text, script.language()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Map<String, Object> values(Prompt prompt, int i) {
    LocalDateTime moment =
        LocalDateTime.of(2026, 11, 24, 0, 0).plusDays(i % 400).plusMinutes(7L * i);
    return prompt.arguments().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                argument ->
                    switch (argument.getValue()) {
                      case TEXT -> "Kassel";
                      case NUMBER -> i;
                      case DATE -> moment.toLocalDate();
                      case TIME -> moment.toLocalTime();
                      case DATE_TIME -> moment;
                      case DIGITS -> new Digits(Integer.toString(100_000 + 37 * i));
                    }));
  }
}
