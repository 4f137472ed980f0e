package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sentences with numbers and times. One is "una persona", "un minuto", "un'ora"; numbers that
 * end in one keep "uno", "ventuno persone" (Treccani, La grammatica italiana, "Uno, composti di"),
 * as do those above a hundred, "centouno" (Università di Messina, DICO, "La forma dei numerali
 * cardinali e ordinali"). Until is "fino" with the preposition of the hour.
 */
class ItalianSentencesTest {
  private final SaidSentences italian = new SaidSentences("it");

  @ParameterizedTest
  @CsvSource({
    "1, uno",
    "2, due",
    "3, tre",
    "5, cinque",
    "11, undici",
    "21, ventuno",
    "22, ventidue",
    "25, venticinque",
    "100, cento"
  })
  void aPositionIsANumberInTheQueue(int position, String spoken) {
    assertThat(italian.said("queue.position", Map.of("position", position)))
        .isEqualTo("Lei è al posto numero " + spoken + " della fila.");
  }

  @ParameterizedTest
  @CsvSource({"110, centodieci", "180, centottanta", "1000, mille", "2100, duemilacento"})
  void aLargePositionIsRounded(int position, String spoken) {
    assertThat(italian.said("queue.still-about", Map.of("position", position)))
        .isEqualTo("Lei è ancora più o meno al posto numero " + spoken + " della fila.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "0, Prima di lei non c'è nessuno.",
        "1, Prima di lei c'è una persona.",
        "2, Prima di lei ci sono due persone.",
        "21, Prima di lei ci sono ventuno persone.",
        "100, Prima di lei ci sono cento persone.",
        "101, Prima di lei ci sono centouno persone.",
        "1000, Prima di lei ci sono almeno mille persone."
      })
  void thoseAheadArePeople(int ahead, String spoken) {
    assertThat(italian.said("waiting.standing", Map.of("ahead", ahead)))
        .isEqualTo(
            "Lei è nella lista d'attesa. %s Quando sarà il suo turno, la chiameremo noi.", spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "1, Ha composto una sola cifra.",
    "2, Ha composto due cifre.",
    "11, Ha composto undici cifre."
  })
  void digitsAreCounted(int count, String spoken) {
    assertThat(italian.said("code.length", Map.of("count", count)))
        .isEqualTo(spoken + " Il codice ha dieci cifre.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "1, un minuto",
        "2, due minuti",
        "45, quarantacinque minuti",
        "60, un'ora",
        "90, un'ora e mezza",
        "120, due ore",
        "180, tre ore",
        "240, quattro ore"
      })
  void aTimeOfWaitingIsInMinutesOrHours(int minutes, String spoken) {
    assertThat(italian.said("queue.range-less", Map.of("until", minutes)))
        .isEqualTo("Deve aspettare ancora meno di " + spoken + ".");
    assertThat(italian.said("queue.range-more", Map.of("from", minutes)))
        .isEqualTo("Deve aspettare ancora più di " + spoken + ".");
    assertThat(italian.said("waiting.signed-up", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" Poi terremo per lei due appuntamenti, per " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "minutes, 1, 2, da uno a due minuti",
        "minutes, 30, 45, da trenta a quarantacinque minuti",
        "mixed, 1, 60, da un minuto a un'ora",
        "mixed, 45, 120, da quarantacinque minuti a due ore",
        "hours, 60, 90, da un'ora a un'ora e mezza",
        "hours, 90, 180, da un'ora e mezza a tre ore",
        "hours, 120, 240, da due ore a quattro ore"
      })
  void aRangeNamesBothEnds(String kind, int from, int until, String spoken) {
    assertThat(italian.said("queue.range-" + kind, Map.of("from", from, "until", until)))
        .isEqualTo("Deve aspettare ancora " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({"1, una persona", "2, due persone", "250, duecentocinquanta persone"})
  void stockIsForPeople(int count, String spoken) {
    assertThat(italian.said("queue.stock", Map.of("as_of", LocalTime.of(14, 5), "count", count)))
        .isEqualTo(
            "Situazione alle quattordici e cinque: c'erano ancora appuntamenti liberi,"
                + " per almeno %s.",
            spoken);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "01:00, fino all'una di notte",
        "12:00, fino a mezzogiorno",
        "14:05, fino alle quattordici e cinque"
      })
  void untilIsFinoBeforeTheTime(LocalTime time, String spoken) {
    assertThat(italian.said("identity.locked", Map.of("until", time)))
        .contains(" il codice è bloccato " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T08:00 | martedì primo dicembre, alle otto del mattino",
        "2026-12-11T12:00 | venerdì undici dicembre, a mezzogiorno"
      })
  void aDayHasNoPrepositionOfItsOwn(LocalDateTime moment, String spoken) {
    assertThat(italian.said("queue.closed", Map.of("opens", moment)))
        .isEqualTo("La linea delle vaccinazioni ora è chiusa. Riapriamo " + spoken + ".");
    assertThat(italian.said("callback.kept-later", Map.of("earliest", moment)))
        .contains(" La richiameremo noi, ma non prima di " + spoken + ". ");
  }
}
