package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The recording script of one language. */
final class ScriptOfLanguage {
  /** Leap years and all weekdays of each day: what a year alone does not have. */
  private static final int YEARS = 8;

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static final int LAST_SMALL = 100;
  private static final int LAST_NUMBER = 1_000;

  private final LanguageTexts texts;
  private final ScriptLines lines;

  private ScriptOfLanguage(LanguageTexts texts) {
    this.texts = texts;
    this.lines = new ScriptLines(texts.language(), texts.pronunciation());
  }

  /**
   * The script.
   *
   * @param declared the prompts that are said, with their arguments
   * @param names values for arguments that are names, such as places
   */
  static RecordingScript of(
      LanguageTexts texts, Collection<Prompt> declared, Collection<String> names) {
    return new ScriptOfLanguage(texts).written(declared, names);
  }

  private RecordingScript written(Collection<Prompt> declared, Collection<String> names) {
    new TreeMap<>(texts.texts())
        .forEach((id, text) -> {
          if (text.placeholders().isEmpty()) {
            lines.sentence(id, text.said(Map.of()));
          } else {
            lines.phrases(id, text.phrases());
          }
        });
    names.forEach(name -> lines.piece(lines.words(name)));
    numbers();
    digits();
    days();
    times();
    declared.stream().filter(prompt -> !prompt.arguments().isEmpty()).forEach(this::sentences);
    return new RecordingScript(texts.language(), lines.lines());
  }

  /** Those to a hundred each as one piece; larger ones are put together as far as they can be. */
  private void numbers() {
    NumberWords words = NumberWords.of(texts.language());
    IntStream.rangeClosed(0, LAST_SMALL)
        .forEach(number -> lines.piece(lines.words(words.spelled(number))));
    IntStream.rangeClosed(1, LAST_NUMBER / LAST_SMALL)
        .forEach(hundred -> lines.covered(words.spelled(hundred * LAST_SMALL)));
    IntStream.rangeClosed(LAST_SMALL, LAST_NUMBER)
        .forEach(number -> lines.covered(words.spelled(number)));
  }

  private void digits() {
    IntStream.rangeClosed(0, 9)
        .forEach(digit -> lines.covered(texts.forms().digits(new Digits(Integer.toString(digit)))));
  }

  private void days() {
    Map<String, DayPieces> byForm = new TreeMap<>();
    FIRST
        .datesUntil(FIRST.plusYears(YEARS))
        .forEach(day ->
            forms(day, texts.forms().date(day, day))
                .forEach((form, said) ->
                    byForm
                        .computeIfAbsent(form, name -> new DayPieces())
                        .add(day, lines.words(said))));
    byForm.values().stream().flatMap(pieces -> pieces.all().stream()).forEach(lines::piece);
  }

  private void times() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      LocalTime time = LocalTime.of(minute / 60, minute % 60);
      forms(time, texts.forms().time(time)).values().forEach(lines::covered);
    }
    for (int hour = 0; hour < 24; hour++) {
      LocalDateTime moment = FIRST.plusDays(hour).atTime(hour, 0);
      String said = texts.forms().dateTime(moment, FIRST);
      forms(moment, said).values().forEach(lines::covered);
    }
  }

  /** The words for a value in each of its grammatical forms. */
  private Map<String, String> forms(Object value, String said) {
    Map<String, String> forms = new TreeMap<>(texts.forms().cases(value, FIRST));
    forms.put("", said);
    return forms;
  }

  /** Forms of numbers that only the texts know, and what else was forgotten. */
  private void sentences(Prompt prompt) {
    var catalogue = new Catalogue(Map.of(texts.language().toLanguageTag(), texts));
    for (Map<String, Object> values : values(prompt)) {
      lines.covered(
          catalogue
              .spoken(prompt.with(values), texts.language(), LanguageCheck.DAY_OF_CHECK)
              .text());
    }
  }

  private static List<Map<String, Object>> values(Prompt prompt) {
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, Object> sample = SampleValues.of(prompt).getFirst();
    numbersToTry()
        .forEach(number -> {
          Map<String, Object> values = new TreeMap<>(sample);
          values.replaceAll((name, value) -> value instanceof Integer ? number : value);
          all.add(values);
        });
    return sample.values().stream().anyMatch(Integer.class::isInstance) ? all : List.of(sample);
  }

  /**
   * Each word of a number in each form that the texts put it in: small ones, hundreds, and what
   * comes behind a hundred, which Arabic writes as one word with its "and".
   */
  private static Stream<Integer> numbersToTry() {
    return IntStream.concat(
            IntStream.concat(IntStream.rangeClosed(0, 30), IntStream.of(40, 41, 45)),
            IntStream.concat(
                IntStream.rangeClosed(5, 2 * LAST_SMALL / 10).map(tens -> tens * 10),
                IntStream.concat(
                    IntStream.rangeClosed(LAST_SMALL + 1, 2 * LAST_SMALL - 1),
                    IntStream.rangeClosed(2, LAST_NUMBER / LAST_SMALL)
                        .map(hundreds -> hundreds * LAST_SMALL))))
        .boxed()
        .distinct();
  }
}
