package de.durchkommen.prompt;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody records so that all of a language is heard in one human voice: the sentences that
 * always say the same, what stands between placeholders, and the words for numbers, days, times and
 * codes. Immutable.
 *
 * @param language of the texts
 * @param lines in the order of recording; no two have the same name
 */
public record RecordingScript(Locale language, List<Line> lines) {
  /** Copies the list. */
  public RecordingScript {
    lines = List.copyOf(lines);
  }

  /** What a line is for. */
  public enum Kind {
    /** A text without placeholders, named by its id. */
    SENTENCE,
    /** What is said before, between or after placeholders. */
    PHRASE,
    /** A word or some, as they stand within a number, a day, a time or a code. */
    WORDS
  }

  /**
   * One recording.
   *
   * @param name of its file, without ending
   * @param text what is said
   * @param ends whether the voice goes down at its end, as that of a sentence
   */
  public record Line(String name, Kind kind, String text, boolean ends) {
    /** The text, ready for a voice. */
    public SpokenText words(Locale language) {
      return new SpokenText(language, text);
    }

    /** Whether it is a part of sentences, not a whole prompt. */
    public boolean isFragment() {
      return kind != Kind.SENTENCE;
    }
  }

  /** The lines of sentences, or those of fragments, by the {@link #folded} names of their files. */
  public Map<String, Line> byName(boolean fragments) {
    Map<String, Line> byName = new TreeMap<>();
    lines.stream()
        .filter(line -> line.isFragment() == fragments)
        .forEach(line -> byName.put(folded(line.name()), line));
    return byName;
  }

  /** A name as file systems may give it back: other composition of letters, other case. */
  public static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
