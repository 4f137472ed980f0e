package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers, dates and times after K. Ryding, A Reference Grammar of Modern Standard Arabic
 * (Cambridge 2005), chapter 15, as said at a pause.
 */
class ArabicFormsTest {
  private static final LocalDate TODAY = SaidSentences.TODAY;

  private final SpokenForms forms = new ArabicForms();

  @ParameterizedTest
  @CsvSource({
    "1, الثلاثاء الأول",
    "2, الأربعاء الثاني",
    "3, الخميس الثالث",
    "4, الجمعة الرابع",
    "5, السبت الخامس",
    "6, الأحد السادس",
    "7, الاثنين السابع",
    "8, الثلاثاء الثامن",
    "9, الأربعاء التاسع",
    "10, الخميس العاشر",
    "11, الجمعة الحادي عشر",
    "12, السبت الثاني عشر",
    "13, الأحد الثالث عشر",
    "14, الاثنين الرابع عشر",
    "15, الثلاثاء الخامس عشر",
    "16, الأربعاء السادس عشر",
    "17, الخميس السابع عشر",
    "18, الجمعة الثامن عشر",
    "19, السبت التاسع عشر",
    "20, الأحد العشرين",
    "21, الاثنين الحادي والعشرين",
    "22, الثلاثاء الثاني والعشرين",
    "23, الأربعاء الثالث والعشرين",
    "24, الخميس الرابع والعشرين",
    "25, الجمعة الخامس والعشرين",
    "26, السبت السادس والعشرين",
    "27, الأحد السابع والعشرين",
    "28, الاثنين الثامن والعشرين",
    "29, الثلاثاء التاسع والعشرين",
    "30, الأربعاء الثلاثين",
    "31, الخميس الحادي والثلاثين"
  })
  void everyDayOfTheMonthIsAnOrdinal(int day, String spoken) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY))
        .isEqualTo("يوم " + spoken + " من ديسمبر، الشهر الثاني عشر");
  }

  @ParameterizedTest
  @CsvSource({
    "1, يناير، الشهر الأول",
    "2, فبراير، الشهر الثاني",
    "3, مارس، الشهر الثالث",
    "4, أبريل، الشهر الرابع",
    "5, مايو، الشهر الخامس",
    "6, يونيو، الشهر السادس",
    "7, يوليو، الشهر السابع",
    "8, أغسطس، الشهر الثامن",
    "9, سبتمبر، الشهر التاسع",
    "10, أكتوبر، الشهر العاشر",
    "11, نوفمبر، الشهر الحادي عشر",
    "12, ديسمبر، الشهر الثاني عشر"
  })
  void everyMonthHasItsNameAndItsNumber(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).endsWith(" الخامس من " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-12-31 | الأربعاء الحادي والثلاثين من ديسمبر، الشهر الثاني عشر، عام ألفين وخمسة"
            + " وعشرين",
        "2026-01-01 | الخميس الأول من يناير، الشهر الأول",
        "2027-12-31 | الجمعة الحادي والثلاثين من ديسمبر، الشهر الثاني عشر",
        "2028-01-01 | السبت الأول من يناير، الشهر الأول، عام ألفين وثمانية وعشرين",
        "1938-05-03 | الثلاثاء الثالث من مايو، الشهر الخامس، عام ألف وتسعمئة وثمانية وثلاثين"
      })
  void theYearIsSaidOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo("يوم " + spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, الثانية عشرة ليلًا",
    "00:01, الثانية عشرة ودقيقة واحدة ليلًا",
    "00:59, الثانية عشرة وتسع وخمسين دقيقة ليلًا",
    "01:00, الواحدة ليلًا",
    "04:45, الرابعة وخمس وأربعين دقيقة ليلًا",
    "05:00, الخامسة صباحًا",
    "06:02, السادسة ودقيقتين صباحًا",
    "07:08, السابعة وثماني دقائق صباحًا",
    "08:11, الثامنة وإحدى عشرة دقيقة صباحًا",
    "09:00:59, التاسعة صباحًا",
    "09:12, التاسعة واثنتي عشرة دقيقة صباحًا",
    "09:15, التاسعة والربع صباحًا",
    "09:30, التاسعة والنصف صباحًا",
    "10:10, العاشرة وعشر دقائق صباحًا",
    "11:28, الحادية عشرة وثمانٍ وعشرين دقيقة صباحًا",
    "12:00, الثانية عشرة ظهرًا",
    "12:21, الثانية عشرة وإحدى وعشرين دقيقة ظهرًا",
    "13:00, الواحدة بعد الظهر",
    "14:05, الثانية وخمس دقائق بعد الظهر",
    "15:20, الثالثة وعشرين دقيقة بعد الظهر",
    "17:42, الخامسة واثنتين وأربعين دقيقة بعد الظهر",
    "18:00, السادسة مساءً",
    "21:03, التاسعة وثلاث دقائق مساءً",
    "22:00, العاشرة ليلًا",
    "23:59, الحادية عشرة وتسع وخمسين دقيقة ليلًا"
  })
  void timesHaveThePartOfTheDay(LocalTime time, String spoken) {
    assertThat(forms.time(time)).isEqualTo("الساعة " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30 | الثلاثاء الأول من ديسمبر، الشهر الثاني عشر، الساعة التاسعة والنصف"
            + " صباحًا",
        "2026-12-20T18:00 | الأحد العشرين من ديسمبر، الشهر الثاني عشر، الساعة السادسة مساءً",
        "2027-03-03T00:00 | الأربعاء الثالث من مارس، الشهر الثالث، في بداية اليوم، الساعة الثانية"
            + " عشرة ليلًا"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo("يوم " + spoken);
    assertThat(forms.cases(moment, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, صفر, صفر, صفر",
    "1, واحد, واحد, واحدة",
    "2, اثنان, اثنين, اثنتين",
    "3, ثلاثة, ثلاثة, ثلاث",
    "8, ثمانية, ثمانية, ثماني",
    "10, عشرة, عشرة, عشر",
    "11, أحد عشر, أحد عشر, إحدى عشرة",
    "12, اثنا عشر, اثني عشر, اثنتي عشرة",
    "13, ثلاثة عشر, ثلاثة عشر, ثلاث عشرة",
    "18, ثمانية عشر, ثمانية عشر, ثماني عشرة",
    "20, عشرون, عشرين, عشرين",
    "21, واحد وعشرون, واحد وعشرين, إحدى وعشرين",
    "22, اثنان وعشرون, اثنين وعشرين, اثنتين وعشرين",
    "25, خمسة وعشرون, خمسة وعشرين, خمس وعشرين",
    "98, ثمانية وتسعون, ثمانية وتسعين, ثمانٍ وتسعين",
    "100, مئة, مئة, مئة",
    "101, مئة وواحد, مئة وواحد, مئة وواحدة",
    "111, مئة وأحد عشر, مئة وأحد عشر, مئة وإحدى عشرة",
    "200, مئتان, مئتين, مئتين",
    "345, ثلاثمئة وخمسة وأربعون, ثلاثمئة وخمسة وأربعين, ثلاثمئة وخمس وأربعين",
    "1000, ألف, ألف, ألف",
    "2100, ألفان ومئة, ألفين ومئة, ألفين ومئة",
    "3000, ثلاثة آلاف, ثلاثة آلاف, ثلاثة آلاف",
    "12000, اثنا عشر ألفًا, اثني عشر ألفًا, اثني عشر ألفًا",
    "100000, مئة ألف, مئة ألف, مئة ألف"
  })
  void numbersHaveGenderAndCase(int number, String nominative, String genitive, String feminine) {
    assertThat(forms.cases(number, TODAY))
        .isEqualTo(Map.of("nominative", nominative, "genitive", genitive, "feminine", feminine));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_000_000})
  void otherNumbersHaveNoWords(int number) {
    assertThatThrownBy(() -> ArabicNumbers.nominative(number))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theGenitiveIsLikeTheAnswerToWhen() {
    assertThat(forms.cases(LocalTime.NOON, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | صفر",
        "1234 | واحد, اثنين, ثلاثة, أربعة",
        "471028 | أربعة, سبعة, واحد. صفر, اثنين, ثمانية",
        "0123456789 | صفر, واحد, اثنين. ثلاثة, أربعة, خمسة. ستة, سبعة, ثمانية, تسعة"
      })
  void codesAreSaidInGroupsOfThree(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }
}
