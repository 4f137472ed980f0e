package de.durchkommen.voice;

import de.durchkommen.prompt.Pronunciation;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.SpokenWords;
import de.durchkommen.prompt.SpokenWords.Pause;
import de.durchkommen.prompt.SpokenWords.Word;
import de.durchkommen.prompt.WordPieces;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is recorded in one language, found by the words that are said. */
final class RecordedLanguage {
  /** At the end of a fragment's name: spoken as the end of a sentence. */
  static final String END = ".end";

  private final Locale language;
  private final Pronunciation pronunciation;
  private final Map<String, RecordedFile> sentences = new HashMap<>();
  private final Map<String, RecordedFile> fragments = new HashMap<>();
  private final Map<String, RecordedFile> ends = new HashMap<>();
  private final WordPieces pieces;

  /**
   * One part of a sentence.
   *
   * @param before what separates it from the part before
   */
  record Part(RecordedFile file, Pause before) {}

  RecordedLanguage(Locale language, Pronunciation pronunciation) {
    this.language = language;
    this.pronunciation = pronunciation;
    this.pieces = new WordPieces(fragments.keySet(), language);
  }

  /** A whole text, as it stands in the catalogue. */
  void sentence(String text, RecordedFile file) {
    sentences.put(key(text), file);
  }

  /**
   * A part of texts.
   *
   * @param name of its file
   * @param text the words in it; empty when its name tells them
   */
  void fragment(String name, Optional<String> text, RecordedFile file) {
    boolean end = name.endsWith(END);
    String plain = end ? name.substring(0, name.length() - END.length()) : name;
    String key = key(text.orElse(plain.replace('-', ' ')));
    (end ? ends : fragments).put(key, file);
    fragments.putIfAbsent(key, file);
  }

  /** The recordings that make up a text; empty unless there are some for each of its words. */
  Optional<List<Part>> parts(SpokenText text) {
    List<Word> words = SpokenWords.of(text.text(), language);
    RecordedFile whole = sentences.get(SpokenWords.joined(words));
    if (whole != null) {
      return Optional.of(List.of(new Part(whole, Pause.NONE)));
    }
    return fragments.isEmpty() ? Optional.empty() : pieces.split(words).map(this::parts);
  }

  private List<Part> parts(List<WordPieces.Piece> split) {
    Part[] parts = new Part[split.size()];
    Pause before = Pause.NONE;
    for (int i = 0; i < parts.length; i++) {
      WordPieces.Piece piece = split.get(i);
      boolean last = i == parts.length - 1;
      parts[i] = new Part(file(piece.words(), last || piece.after() == Pause.LONG), before);
      before = piece.after();
    }
    return List.of(parts);
  }

  private RecordedFile file(String words, boolean end) {
    RecordedFile file = end ? ends.getOrDefault(words, fragments.get(words)) : fragments.get(words);
    if (file == null) {
      throw new IllegalStateException("No recording of a piece");
    }
    return file;
  }

  /** As an engine gets the words: so they are compared. */
  private String key(String text) {
    return SpokenWords.key(
        VoiceText.of(new SpokenText(language, text), pronunciation).text(), language);
  }
}
