package de.durchkommen.prompt;

import de.durchkommen.prompt.RecordingScript.Kind;
import de.durchkommen.prompt.RecordingScript.Line;
import de.durchkommen.prompt.SpokenWords.Pause;
import de.durchkommen.prompt.SpokenWords.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gathers the lines of a recording script. Each sentence that a caller may hear is tried with the
 * pieces there are so far; where there is a gap, its words become a new piece.
 */
final class ScriptLines {
  /** Phrases of so many words are named by them; longer ones by their prompt. */
  private static final int NAMED_BY_WORDS = 3;

  private final Locale language;
  private final Pronunciation pronunciation;
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> pieces = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private WordPieces split;

  ScriptLines(Locale language, Pronunciation pronunciation) {
    this.language = language;
    this.pronunciation = pronunciation;
    this.split = new WordPieces(pieces, language);
  }

  /** A prompt that always says the same; it is no piece of others. */
  void sentence(String id, String text) {
    lines.add(new Line(id, Kind.SENTENCE, text, true));
  }

  /** What a text says between its placeholders. */
  void phrases(String id, List<String> phrases) {
    for (String phrase : phrases) {
      List<Word> words = words(phrase);
      if (words.isEmpty() || pieces.contains(SpokenWords.joined(words))) {
        continue;
      }
      boolean ends = words.getLast().after() == Pause.LONG;
      boolean few = words.size() <= NAMED_BY_WORDS;
      String name = few ? name(words) : free(id);
      add(new Line(name, few ? Kind.WORDS : Kind.PHRASE, phrase, ends), words);
    }
  }

  /** These words as one piece. */
  void piece(List<Word> words) {
    if (!pieces.contains(SpokenWords.joined(words))) {
      String text = words.stream().map(Word::written).collect(Collectors.joining(" "));
      add(new Line(name(words), Kind.WORDS, text, false), words);
    }
  }

  /** What of a sentence there are no pieces for yet. */
  void covered(String sentence) {
    split.gaps(words(sentence)).forEach(this::piece);
  }

  /** The words of a text as an engine gets it. */
  List<Word> words(String text) {
    return SpokenWords.of(pronunciation.applied(text), language);
  }

  List<Line> lines() {
    Map<Kind, List<Line>> byKind =
        lines.stream()
            .collect(Collectors.groupingBy(Line::kind, TreeMap::new, Collectors.toList()));
    return byKind.values().stream().flatMap(List::stream).toList();
  }

  private void add(Line line, List<Word> words) {
    if (names.add(RecordingScript.folded(line.name()))) {
      pieces.add(SpokenWords.joined(words));
      lines.add(line);
      split = new WordPieces(pieces, language);
    }
  }

  private String free(String id) {
    int number = 1;
    while (names.contains(id + "." + number)) {
      number++;
    }
    return id + "." + number;
  }

  private static String name(List<Word> words) {
    return words.stream().map(Word::written).collect(Collectors.joining("-"));
  }
}
