package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.SpokenWords.Pause;
import de.durchkommen.prompt.SpokenWords.Word;
import de.durchkommen.prompt.WordPieces.Piece;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final Locale GERMAN = Locale.GERMAN;

  @Test
  void wordsAreThoseThatAreHeard() {
    assertThat(SpokenWords.key("Am Dienstag, dem 1. Dezember, um 9 Uhr 30.", GERMAN))
        .isEqualTo("am dienstag dem eins dezember um neun uhr dreißig");
    assertThat(SpokenWords.key("It's twenty-one o'clock.", Locale.ENGLISH))
        .isEqualTo("its twenty one oclock");
    assertThat(SpokenWords.key("П'ять; IĞDIR", Locale.forLanguageTag("tr")))
        .as("small letters are those of the language")
        .isEqualTo("пять ığdır");
    assertThat(SpokenWords.key("1.000 Menschen, 1.200.", GERMAN))
        .isEqualTo("eintausend menschen eintausendzweihundert");
    assertThat(SpokenWords.key("...", GERMAN)).isEmpty();
  }

  @Test
  void punctuationTellsThePauses() {
    List<Word> words = SpokenWords.of("Guten Tag. Impf-Hotline, nein: ja", GERMAN);
    assertThat(words)
        .extracting(Word::after)
        .containsExactly(Pause.NONE, Pause.LONG, Pause.NONE, Pause.SHORT, Pause.SHORT, Pause.NONE);
  }

  @Test
  void theFewestPiecesWin() {
    assertThat(
            split(
                Set.of("sie", "sie sind", "sind", "sind an", "an position", "drei"),
                "Sie sind an Position drei."))
        .containsExactly(
            new Piece("sie sind", Pause.NONE),
            new Piece("an position", Pause.NONE),
            new Piece("drei", Pause.LONG));
  }

  @Test
  void withoutAPieceForEachWordThereIsNoSentence() {
    var pieces = new WordPieces(Set.of("sie sind", "drei"), GERMAN);
    assertThat(pieces.split(SpokenWords.of("Sie sind an drei", GERMAN))).isEmpty();
    assertThat(pieces.split(List.of())).isEmpty();
  }

  @Test
  void numbersInOneWordArePutTogether() {
    Set<String> pieces = Set.of("einhundert", "dreiundzwanzig", "drei", "tau");
    assertThat(split(pieces, "123"))
        .containsExactly(
            new Piece("einhundert", Pause.NONE), new Piece("dreiundzwanzig", Pause.NONE));
    assertThat(
            new WordPieces(Set.of("acht", "ung"), GERMAN).split(SpokenWords.of("Achtung", GERMAN)))
        .as("words that are no numbers are not")
        .isEmpty();
  }

  private static List<Piece> split(Set<String> pieces, String text) {
    return new WordPieces(pieces, GERMAN).split(SpokenWords.of(text, GERMAN)).orElseThrow();
  }
}
