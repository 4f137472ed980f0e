package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sentences with numbers: the singular, the dual, the plural from three to ten, the singular
 * in -an from eleven on (K. Ryding, A Reference Grammar of Modern Standard Arabic, Cambridge 2005,
 * chapter 15).
 */
class ArabicSentencesTest {
  private final SaidSentences arabic = new SaidSentences("ar");

  @ParameterizedTest
  @CsvSource({
    "1, واحد",
    "2, اثنين",
    "3, ثلاثة",
    "5, خمسة",
    "11, أحد عشر",
    "21, واحد وعشرين",
    "22, اثنين وعشرين",
    "25, خمسة وعشرين",
    "100, مئة"
  })
  void aPositionIsANumber(int position, String spoken) {
    assertThat(arabic.said("queue.position", Map.of("position", position)))
        .isEqualTo("دوركم هو رقم " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({"110, مئة وعشرة", "250, مئتين وخمسين", "1000, ألف", "2100, ألفين ومئة"})
  void aLargePositionIsRounded(int position, String spoken) {
    assertThat(arabic.said("queue.still-about", Map.of("position", position)))
        .isEqualTo("دوركم ما زال رقم " + spoken + " تقريبًا.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ليس أمامكم أحد.",
    "1, أمامكم شخص واحد.",
    "2, أمامكم شخصان.",
    "3, أمامكم ثلاثة أشخاص.",
    "5, أمامكم خمسة أشخاص.",
    "10, أمامكم عشرة أشخاص.",
    "11, أمامكم أحد عشر شخصًا.",
    "12, أمامكم اثنا عشر شخصًا.",
    "21, أمامكم واحد وعشرون شخصًا.",
    "22, أمامكم اثنان وعشرون شخصًا.",
    "25, أمامكم خمسة وعشرون شخصًا.",
    "100, عدد الأشخاص أمامكم مئة.",
    "101, عدد الأشخاص أمامكم مئة وواحد.",
    "103, أمامكم مئة وثلاثة أشخاص.",
    "111, أمامكم مئة وأحد عشر شخصًا.",
    "1000, أمامكم ألف شخص على الأقل."
  })
  void thoseAheadArePeople(int ahead, String spoken) {
    assertThat(arabic.said("waiting.standing", Map.of("ahead", ahead)))
        .isEqualTo("أنتم في قائمة الانتظار. %s عندما يأتي دوركم نتصل بكم.", spoken);
    assertThat(arabic.said("waiting.already", Map.of("ahead", ahead, "minutes", 120)))
        .contains(" " + spoken + " ", " نحتفظ لكم بموعدين لمدة ساعتين. ");
  }

  @ParameterizedTest
  @CsvSource({
    "0, لم تدخلوا أي رقم.",
    "1, أدخلتم رقمًا واحدًا فقط.",
    "2, أدخلتم رقمين فقط.",
    "3, أدخلتم ثلاثة أرقام.",
    "11, أدخلتم أحد عشر رقمًا.",
    "12, أدخلتم اثني عشر رقمًا.",
    "22, أدخلتم اثنين وعشرين رقمًا."
  })
  void digitsAreCounted(int count, String spoken) {
    assertThat(arabic.said("code.length", Map.of("count", count)))
        .isEqualTo(spoken + " الرمز من عشرة أرقام.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, دقيقة واحدة",
    "2, دقيقتين",
    "3, ثلاث دقائق",
    "5, خمس دقائق",
    "10, عشر دقائق",
    "15, خمس عشرة دقيقة",
    "20, عشرين دقيقة",
    "30, ثلاثين دقيقة",
    "45, خمس وأربعين دقيقة",
    "60, ساعة واحدة",
    "90, ساعة ونصف",
    "120, ساعتين",
    "180, ثلاث ساعات",
    "240, أربع ساعات"
  })
  void aTimeOfWaitingIsInMinutesOrHours(int minutes, String spoken) {
    assertThat(arabic.said("queue.range-less", Map.of("until", minutes)))
        .isEqualTo("مدة انتظاركم من الآن أقل من " + spoken + ".");
    assertThat(arabic.said("queue.range-more", Map.of("from", minutes)))
        .isEqualTo("مدة انتظاركم من الآن أكثر من " + spoken + ".");
    assertThat(arabic.said("waiting.signed-up", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" نحتفظ لكم بموعدين لمدة " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes, 1, 2, دقيقة واحدة, دقيقتين",
    "minutes, 3, 10, ثلاث دقائق, عشر دقائق",
    "minutes, 30, 45, ثلاثين دقيقة, خمس وأربعين دقيقة",
    "mixed, 1, 60, دقيقة واحدة, ساعة واحدة",
    "mixed, 45, 120, خمس وأربعين دقيقة, ساعتين",
    "hours, 60, 90, ساعة واحدة, ساعة ونصف",
    "hours, 90, 180, ساعة ونصف, ثلاث ساعات",
    "hours, 120, 240, ساعتين, أربع ساعات"
  })
  void aRangeNamesBothEnds(String kind, int from, int until, String first, String second) {
    assertThat(arabic.said("queue.range-" + kind, Map.of("from", from, "until", until)))
        .isEqualTo("مدة انتظاركم من الآن بين %s و%s.", first, second);
  }

  @ParameterizedTest
  @CsvSource({
    "1, تكفي شخصًا واحدًا على الأقل",
    "2, تكفي شخصين على الأقل",
    "5, تكفي خمسة أشخاص على الأقل",
    "22, تكفي اثنين وعشرين شخصًا على الأقل",
    "250, تكفي مئتين وخمسين شخصًا على الأقل",
    "300, وعدد الأشخاص الذين تكفيهم ثلاثمئة على الأقل"
  })
  void stockIsForPeople(int count, String spoken) {
    assertThat(arabic.said("queue.stock", Map.of("as_of", LocalTime.of(14, 5), "count", count)))
        .isEqualTo(
            "كان الوضع في الساعة الثانية وخمس دقائق بعد الظهر كما يلي: ما زالت هناك مواعيد متاحة،"
                + " %s.",
            spoken);
  }

  @ParameterizedTest
  @CsvSource({"1, دقيقة واحدة", "2, دقيقتين", "10, عشر دقائق", "25, خمس وعشرين دقيقة"})
  void theOpeningIsInMinutes(int minutes, String spoken) {
    assertThat(arabic.said("queue.lobby-left", Map.of("minutes", minutes)))
        .isEqualTo("يفتح خط التطعيم بعد %s.", spoken);
  }

  @ParameterizedTest
  @CsvSource({"1, واحد", "2, اثنين", "9, تسعة"})
  void aKeyIsANumber(int key, String spoken) {
    assertThat(arabic.said("language.offer", Map.of("key", key)))
        .isEqualTo("للغة العربية، اضغطوا الرقم %s.", spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T08:00 | يوم الثلاثاء الأول من ديسمبر، الشهر الثاني عشر، الساعة الثامنة صباحًا",
        "2026-12-11T12:00 | يوم الجمعة الحادي عشر من ديسمبر، الشهر الثاني عشر، الساعة الثانية عشرة"
            + " ظهرًا"
      })
  void aDayIsTheSameAsAnAnswerAndAfterBefore(LocalDateTime moment, String spoken) {
    assertThat(arabic.said("queue.closed", Map.of("opens", moment)))
        .isEqualTo("خط التطعيم مغلق الآن. سنفتح مرة أخرى " + spoken + ".");
    assertThat(arabic.said("callback.kept-later", Map.of("earliest", moment)))
        .contains(" سنعاود الاتصال بكم، ولكن ليس قبل " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource({"00:00, الثانية عشرة ليلًا", "14:00, الثانية بعد الظهر"})
  void untilNeedsNoOtherForm(LocalTime time, String spoken) {
    assertThat(arabic.said("identity.locked", Map.of("until", time)))
        .contains(" الرمز مقفل حتى الساعة " + spoken + ". ");
  }
}
