package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole sentences with numbers and times. A noun after a number has no plural ending, "beş kişi";
 * ordinals have -(I)ncI, and only their last word (A. Göksel and C. Kerslake, Turkish: A
 * Comprehensive Grammar, 8.1.1 and 15.6; Türk Dil Kurumu, Yazım Kuralları, "Sayıların Yazılışı").
 */
class TurkishSentencesTest {
  private final SaidSentences turkish = new SaidSentences("tr");

  @ParameterizedTest
  @CsvSource({
    "1, birinci",
    "2, ikinci",
    "3, üçüncü",
    "4, dördüncü",
    "5, beşinci",
    "6, altıncı",
    "7, yedinci",
    "8, sekizinci",
    "9, dokuzuncu",
    "10, onuncu",
    "11, on birinci",
    "20, yirminci",
    "21, yirmi birinci",
    "22, yirmi ikinci",
    "25, yirmi beşinci",
    "30, otuzuncu",
    "40, kırkıncı",
    "50, ellinci",
    "60, altmışıncı",
    "70, yetmişinci",
    "80, sekseninci",
    "90, doksanıncı",
    "100, yüzüncü"
  })
  void aPositionIsAPlaceInTheRow(int position, String spoken) {
    assertThat(turkish.said("queue.position", Map.of("position", position)))
        .isEqualTo("Siz " + spoken + " sıradasınız.");
    assertThat(turkish.said("queue.nearer", Map.of("position", position)))
        .isEqualTo("Şimdi " + spoken + " sıradasınız.");
    assertThat(turkish.said("queue.still", Map.of("position", position)))
        .isEqualTo("Hâlâ " + spoken + " sıradasınız.");
  }

  @ParameterizedTest
  @CsvSource({
    "110, yüz onuncu",
    "180, yüz sekseninci",
    "250, iki yüz ellinci",
    "1000, bininci",
    "2100, iki bin yüzüncü"
  })
  void aLargePositionIsRounded(int position, String spoken) {
    Map<String, Object> values = Map.of("position", position);
    String rounded = "yaklaşık " + spoken + " sıradasınız.";
    assertThat(turkish.said("queue.position-about", values)).isEqualTo("Siz " + rounded);
    assertThat(turkish.said("queue.nearer-about", values)).isEqualTo("Şimdi " + rounded);
    assertThat(turkish.said("queue.still-about", values)).isEqualTo("Hâlâ " + rounded);
  }

  @ParameterizedTest
  @CsvSource({
    "0, Önünüzde kimse yok.",
    "1, Önünüzde bir kişi var.",
    "2, Önünüzde iki kişi var.",
    "21, Önünüzde yirmi bir kişi var.",
    "100, Önünüzde yüz kişi var.",
    "101, Önünüzde yüz bir kişi var.",
    "1000, Önünüzde en az bin kişi var."
  })
  void thoseAheadArePeople(int ahead, String spoken) {
    assertThat(turkish.said("waiting.standing", Map.of("ahead", ahead)))
        .isEqualTo("Bekleme listesindesiniz. %s Sıra size gelince sizi ararız.", spoken);
    assertThat(turkish.said("waiting.already", Map.of("ahead", ahead, "minutes", 120)))
        .contains(spoken, " iki randevuyu iki saat boyunca tutarız. ");
  }

  @ParameterizedTest
  @CsvSource({
    "1, Tek bir rakam girdiniz.",
    "2, Girdiğiniz rakam sayısı iki.",
    "11, Girdiğiniz rakam sayısı on bir."
  })
  void digitsAreCounted(int count, String spoken) {
    assertThat(turkish.said("code.length", Map.of("count", count)))
        .isEqualTo(spoken + " Kod on rakamlıdır.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, bir dakika, dan",
    "2, iki dakika, dan",
    "45, kırk beş dakika, dan",
    "60, bir saat, ten",
    "90, bir buçuk saat, ten",
    "120, iki saat, ten",
    "180, üç saat, ten",
    "240, dört saat, ten"
  })
  void aTimeOfWaitingIsInMinutesOrHours(int minutes, String spoken, String than) {
    String waiting = "Kalan bekleme süreniz " + spoken + than;
    assertThat(turkish.said("queue.range-less", Map.of("until", minutes)))
        .isEqualTo(waiting + " az.");
    assertThat(turkish.said("queue.range-more", Map.of("from", minutes)))
        .isEqualTo(waiting + " fazla.");
    assertThat(turkish.said("waiting.signed-up", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" O zaman sizin için iki randevuyu " + spoken + " boyunca tutarız. ");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes, 1, 2, bir ile iki dakika",
    "minutes, 30, 45, otuz ile kırk beş dakika",
    "mixed, 1, 60, bir dakika ile bir saat",
    "mixed, 45, 120, kırk beş dakika ile iki saat",
    "hours, 60, 90, bir saat ile bir buçuk saat",
    "hours, 90, 180, bir buçuk saat ile üç saat",
    "hours, 120, 240, iki saat ile dört saat"
  })
  void aRangeNamesBothEnds(String kind, int from, int until, String spoken) {
    assertThat(turkish.said("queue.range-" + kind, Map.of("from", from, "until", until)))
        .isEqualTo("Kalan bekleme süreniz " + spoken + " arasında.");
  }

  @ParameterizedTest
  @CsvSource({"1, bir kişi", "2, iki kişi", "250, iki yüz elli kişi"})
  void stockIsForPeople(int count, String spoken) {
    assertThat(turkish.said("queue.stock", Map.of("as_of", LocalTime.of(14, 5), "count", count)))
        .isEqualTo(
            "En son saat on dört sıfır beşte baktık: Hâlâ boş randevular vardı, en az %s için.",
            spoken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30})
  void theOpeningIsInMinutes(int minutes) {
    assertThat(turkish.said("queue.lobby-left", Map.of("minutes", minutes)))
        .isEqualTo("Aşı hattı %s dakika sonra açılıyor.", minutes == 1 ? "bir" : "otuz");
  }

  @ParameterizedTest
  @CsvSource({"00:00, gece yarısına", "12:00, öğlen saat on ikiye", "14:00, saat on dörde"})
  void untilIsTheDativeBeforeKadar(LocalTime time, String spoken) {
    assertThat(turkish.said("identity.locked", Map.of("until", time)))
        .contains(" kod " + spoken + " kadar kilitlendi. ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T08:00 | bir Aralık Salı günü, sabah saat sekizde",
        "2026-12-11T14:05 | on bir Aralık Cuma günü, saat on dört sıfır beşte"
      })
  void aDayAnswersWhen(LocalDateTime moment, String spoken) {
    assertThat(turkish.said("queue.closed", Map.of("opens", moment)))
        .isEqualTo("Aşı hattı şu anda kapalı. Tekrar " + spoken + " açıyoruz.");
    assertThat(turkish.said("callback.kept-later", Map.of("earliest", moment)))
        .contains(" Sizi en erken " + spoken + " geri arayacağız. ");
  }
}
