package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptLibraryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/Berlin"));

  @TempDir Path folder;

  @BeforeEach
  void german() throws IOException {
    Files.createDirectories(folder.resolve("de"));
  }

  @Test
  void everyKindOfValueIsSpokenInItsForm() throws IOException {
    text(
        "all={day} / {hour} / {moment} / {code} / {place} / {count, plural, one {# Platz} "
            + "other {# Plätze}}");
    Prompt all =
        Prompt.of(
            "all",
            Map.of(
                "day", ArgumentKind.DATE,
                "hour", ArgumentKind.TIME,
                "moment", ArgumentKind.DATE_TIME,
                "code", ArgumentKind.DIGITS,
                "place", ArgumentKind.TEXT,
                "count", ArgumentKind.NUMBER));
    Utterance utterance =
        all.with(
            Map.of(
                "day",
                LocalDate.of(2026, 12, 1),
                "hour",
                LocalTime.of(14, 5),
                "moment",
                LocalDateTime.of(2026, 12, 1, 9, 30),
                "code",
                new Digits("471028"),
                "place",
                "Gießen",
                "count",
                1));
    assertThat(library().spoken(utterance, Locale.GERMANY))
        .isEqualTo(
            new SpokenText(
                Locale.GERMAN,
                "Dienstag, dem ersten Dezember / 14 Uhr 5 / Dienstag, dem ersten Dezember, um 9 Uhr"
                    + " 30 / vier, sieben, eins. null, zwo, acht / Gießen / 1 Platz"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Wie geht's?                       | Wie geht's?",
        "''{place}''                       | 'Kassel'",
        "In  {place}\\n  ist   etwas frei. | In Kassel ist etwas frei."
      })
  void apostrophesAndSpacesComeOutAsTheyAreMeant(String pattern, String said) throws IOException {
    text("x=" + pattern.replace("Wie", "Wie{place, select, other {}}"));
    Prompt prompt = Prompt.of("x", Map.of("place", ArgumentKind.TEXT));
    assertThat(library().spoken(prompt.with(Map.of("place", "Kassel")), Locale.GERMAN).text())
        .isEqualTo(said);
  }

  @Test
  void valuesAreNotReadAsPatterns() throws IOException {
    text("x=In {place}.");
    Prompt prompt = Prompt.of("x", Map.of("place", ArgumentKind.TEXT));
    assertThat(library().spoken(prompt.with(Map.of("place", "'{0} #'")), Locale.GERMAN).text())
        .isEqualTo("In '{0} #'.");
  }

  @Test
  void aMissingTextIsNamed() throws IOException {
    text("here=Hier.");
    assertThatThrownBy(() -> library().spoken(Prompt.of("gone").said(), Locale.GERMAN))
        .isInstanceOf(PromptProblems.class)
        .hasMessage("de: no text for gone");
  }

  @Test
  void aMissingLanguageIsNamed() throws IOException {
    text("here=Hier.");
    assertThatThrownBy(() -> library().spoken(Prompt.of("here").said(), Locale.FRENCH))
        .isInstanceOf(PromptProblems.class)
        .hasMessage("No texts in fr");
  }

  @Test
  void anUnknownPlaceholderIsNamedEvenInsideAPlural() throws IOException {
    text("x={count, plural, one {ein {thing}} other {# Dinge}}");
    Prompt prompt = Prompt.of("x", Map.of("count", ArgumentKind.NUMBER));
    assertThatThrownBy(() -> library().spoken(prompt.with(Map.of("count", 2)), Locale.GERMAN))
        .isInstanceOf(PromptProblems.class)
        .hasMessageContaining("call.properties: x: unknown placeholder {thing}; known are [count]");
  }

  @Test
  void aFormThatDoesNotFitTheValueIsNamed() throws IOException {
    text("x=Um {hour, time}.");
    Prompt prompt = Prompt.of("x", Map.of("hour", ArgumentKind.TIME));
    assertThatThrownBy(
            () -> library().spoken(prompt.with(Map.of("hour", LocalTime.NOON)), Locale.GERMAN))
        .isInstanceOf(PromptProblems.class)
        .hasMessageContaining("call.properties: x: cannot be said with [hour]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=Hallo {name                   | x: wrong syntax",
        "x={n, plural, one {#}}          | x: wrong syntax",
        "x={n, plurals, other {#}}       | x: wrong syntax",
        "x=                              | x: the text is empty",
        "x=l'{name}                      | x: an apostrophe before a brace",
        "x=a\\nx=b                       | given twice: [x]",
        "x=\\u00zz                       | Malformed"
      })
  void aFaultyFileIsRefusedWithFileAndKey(String lines, String message) throws IOException {
    Files.writeString(folder.resolve("de/call.properties"), lines.replace("a\\n", "a\n"));
    assertThatThrownBy(this::library)
        .isInstanceOf(PromptProblems.class)
        .hasMessageContaining("call.properties")
        .hasMessageContaining(message);
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    text("x={", "y={");
    assertThatThrownBy(this::library)
        .isInstanceOfSatisfying(PromptProblems.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void oneKeyInTwoFilesIsRefusedWithBothFiles() throws IOException {
    text("x=a");
    Files.writeString(folder.resolve("de/other.properties"), "x=b");
    assertThatThrownBy(this::library)
        .isInstanceOf(PromptProblems.class)
        .hasMessageContaining("other.properties: x")
        .hasMessageContaining("call.properties: x");
  }

  @Test
  void aFileThatIsNotInUtf8IsRefused() throws IOException {
    Files.write(
        folder.resolve("de/call.properties"), "x=Gießen".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(this::library)
        .isInstanceOf(PromptProblems.class)
        .hasMessageContaining("call.properties: not in UTF-8");
  }

  @Test
  void aLanguageWithoutFormsIsRefused() throws IOException {
    text("x=a");
    Files.createDirectories(folder.resolve("xx"));
    Files.writeString(folder.resolve("xx/call.properties"), "x=a");
    assertThatThrownBy(this::library)
        .isInstanceOf(PromptProblems.class)
        .hasMessageContaining("xx: no spoken forms");
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertThatThrownBy(this::library)
        .isInstanceOf(PromptProblems.class)
        .hasMessageContaining("no texts in any language");
  }

  @Test
  void textsCanBeReadAgainAndAFaultyFileChangesNothing() throws IOException {
    text("x=Alt.");
    PromptLibrary library = library();
    text("x=Neu.");
    assertThat(said(library)).isEqualTo("Alt.");
    library.readAgain();
    assertThat(said(library)).isEqualTo("Neu.");
    text("x={");
    assertThatThrownBy(library::readAgain).isInstanceOf(PromptProblems.class);
    assertThat(said(library)).isEqualTo("Neu.");
  }

  @Test
  void fixedTextsAreThoseWithoutPlaceholders() throws IOException {
    text("a.x=Eins.", "a.y=In {place}.", "b=Zwei.");
    assertThat(library().fixedTexts(Locale.GERMAN))
        .extracting(SpokenText::text)
        .containsExactly("Eins.", "Zwei.");
    assertThat(library().fixedTextsById(Locale.GERMAN, "a.")).containsOnlyKeys("a.x");
  }

  @Test
  void pronunciationIsAListOfItsOwn() throws IOException {
    text("x=116117");
    Files.writeString(folder.resolve("de/pronunciation.properties"), "116117=eins eins sechs");
    PromptLibrary library = library();
    assertThat(library.fixedTexts(Locale.GERMAN)).hasSize(1);
    assertThat(library.pronunciation(Locale.GERMAN).applied("Die 116117."))
        .isEqualTo("Die eins eins sechs.");
    assertThat(library.pronunciation(Locale.FRENCH).applied("116117")).isEqualTo("116117");
  }

  @Test
  void thePackedTextsAreThereWhenNoFolderIsGiven() {
    var library = new PromptLibrary(Optional.empty(), CLOCK);
    assertThat(library.fixedTextsById(Locale.GERMAN, "fallback.")).isNotEmpty();
    assertThat(library.languages()).contains(Locale.GERMAN);
  }

  private static String said(PromptLibrary library) {
    return library.spoken(Prompt.of("x").said(), Locale.GERMAN).text();
  }

  private PromptLibrary library() {
    return new PromptLibrary(PromptFolder.of(Optional.of(folder.toString())), CLOCK);
  }

  private void text(String... lines) throws IOException {
    Files.writeString(folder.resolve("de/call.properties"), String.join("\n", lines));
  }
}
