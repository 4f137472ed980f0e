package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptCheckTest {
  private static final String GOOD_GREETING = "greeting=Guten Tag.";
  private static final String GOOD_SEATS =
      "seats={count, plural, one {# Platz} other {# Plätze}} in {place}.";

  @TempDir Path folder;

  @SuppressWarnings("UnusedVariable") // Read by reflection.
  private static final class Declared {
    static final Prompt GREETING = Prompt.of("greeting");
    private static final Prompt SEATS =
        Prompt.of("seats", Map.of("count", ArgumentKind.NUMBER, "place", ArgumentKind.TEXT));
    static final String NOT_A_PROMPT = "x";
  }

  private static final class Nothing {}

  @Test
  void completeTextsPass() throws IOException {
    texts(GOOD_GREETING, GOOD_SEATS, "fallback.fault=Es tut uns leid.");
    assertThat(findings()).isEmpty();
    PromptCheck.main(new String[] {folder.toString(), Declared.class.getName()});
  }

  @Test
  void aMissingTextFailsTheBuild() throws IOException {
    texts(GOOD_GREETING);
    assertThatThrownBy(
            () -> PromptCheck.main(new String[] {folder.toString(), Declared.class.getName()}))
        .isInstanceOf(PromptProblems.class)
        .hasMessage("de: no text for seats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seats={count} hier.                    | has the placeholders [count]",
        "seats={count} in {places}.             | has the placeholders [count, places]",
        "seats={count} in {place} {x}.          | has the placeholders [count, place, x]",
        "seats={count, plural, other {{place, date}}} | cannot be said",
        "seats=Please {count} in {place}.       | of another language: please",
        "seats={count, plural, one {the} other {#}} in {place}. | of another language: the",
        "seats={count, select, other {}}{place, select, other {}} | says nothing"
      })
  void aWrongTextIsAnError(String text, String message) throws IOException {
    texts(GOOD_GREETING, text);
    assertThat(findings())
        .isNotEmpty()
        .allMatch(PromptCheck.Finding::error)
        .anyMatch(finding -> finding.text().contains("call.properties: seats: " + message));
  }

  @Test
  void aTextWithoutAPromptIsAnError() throws IOException {
    texts(GOOD_GREETING, GOOD_SEATS, "seat=Ein Platz.");
    assertThat(findings())
        .containsExactly(
            new PromptCheck.Finding(
                true, "de/call.properties: seat: no prompt of this name is declared"));
  }

  @Test
  void aFallbackTextHasNoPlaceholders() throws IOException {
    texts(GOOD_GREETING, GOOD_SEATS, "fallback.x=In {place}.");
    assertThat(findings()).hasSize(1).allMatch(PromptCheck.Finding::error);
  }

  @ParameterizedTest
  @CsvSource({"25, 0", "26, 1"})
  void aLongSentenceIsAWarning(int words, int warnings) throws IOException {
    texts("greeting=" + "wort ".repeat(words - 1) + "ende. Und noch etwas.", GOOD_SEATS);
    assertThat(findings()).hasSize(warnings).noneMatch(PromptCheck.Finding::error);
    PromptCheck.main(new String[] {folder.toString(), Declared.class.getName()});
  }

  @Test
  void englishMaySpeakEnglish() throws IOException {
    assertThat(new LanguageCheck(english(), DeclaredPrompts.of(names())).findings()).isEmpty();
  }

  @Test
  void faultyFilesAreErrorsToo() throws IOException {
    texts("greeting={", GOOD_SEATS);
    assertThat(findings()).hasSize(1).allMatch(PromptCheck.Finding::error);
  }

  @Test
  void aCheckOfNothingIsRefused() {
    assertThatThrownBy(() -> DeclaredPrompts.of(List.of(Nothing.class.getName())))
        .hasMessageContaining("declares no prompts");
    assertThatThrownBy(() -> DeclaredPrompts.of(List.of("no.such.Class")))
        .hasMessageContaining("No class no.such.Class");
    assertThatThrownBy(() -> PromptCheck.main(new String[] {folder.toString()}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private LanguageTexts english() throws IOException {
    texts("greeting=Welcome.", "seats={count, plural, one {# seat} other {# seats}} in {place}.");
    LanguageTexts german = LanguageTexts.read(folder.resolve("de"));
    return new LanguageTexts(
        java.util.Locale.ENGLISH, german.texts(), german.pronunciation(), german.forms());
  }

  private List<PromptCheck.Finding> findings() {
    return PromptCheck.checked(folder, DeclaredPrompts.of(names()));
  }

  private static List<String> names() {
    return List.of(Declared.class.getName());
  }

  private void texts(String... lines) throws IOException {
    Files.createDirectories(folder.resolve("de"));
    Files.writeString(folder.resolve("de/call.properties"), String.join("\n", lines));
  }
}
