package de.durchkommen.call;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.identity.Person;
import de.durchkommen.language.Languages;
import de.durchkommen.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoiceTest {
  private static final Locale TURKISH = Locale.forLanguageTag("tr");
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final PhoneNumber HOME = new PhoneNumber("+495611234567");
  private static final Person PERSON = new Person(7, "34117");

  private final FakeMemory memory = new FakeMemory();
  private final Languages languages = new Languages("de,tr,ru");
  private final List<Locale> told = new ArrayList<>();

  private LanguageChoice begun(ScriptedCaller caller) {
    var choice = new LanguageChoice(caller, languages, memory, UrgentWords.NONE);
    choice.begun();
    choice.tells(told::add);
    return choice;
  }

  private static ScriptedCaller atHome() {
    return new ScriptedCaller().callingFrom("05611234567");
  }

  private static CallDetails dialled(String language) {
    return new CallDetails(5, false, Optional.of(language), OptionalLong.empty());
  }

  @Test
  void eachLanguageOffersItselfAndSilenceIsGerman() {
    var caller = atHome();
    begun(caller).offered();
    assertThat(caller.transcript)
        .containsExactly("<< tr: language.offer 2", "<< ru: language.offer 3");
    assertThat(caller.language()).isEqualTo(Locale.GERMAN);
    assertThat(memory.numbers).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void aKeyChoosesAndTheGreetingComesInThatLanguage() {
    var caller = atHome();
    caller.early("3");
    begun(caller).offered();
    assertThat(caller.transcript)
        .containsExactly(
            "<< tr: language.offer 2", "== ru", "<< ru: welcome", "<< ru: language.change 9");
    assertThat(memory.numbers).containsExactly(Map.entry(HOME, RUSSIAN));
    assertThat(told).containsExactly(RUSSIAN);
  }

  @Test
  void germanCanBeChosenToHearNoOffersTheNextTime() {
    var first = atHome();
    first.early("1");
    begun(first).offered();
    assertThat(memory.numbers).containsExactly(Map.entry(HOME, Locale.GERMAN));
    var second = atHome();
    begun(second).offered();
    assertThat(second.transcript).containsExactly("== de");
  }

  @Test
  void whoHasChosenBeforeIsGreetedInThatLanguage() {
    memory.numbers.put(HOME, TURKISH);
    var caller = atHome();
    var choice = begun(caller);
    assertThat(caller.language()).isEqualTo(TURKISH);
    choice.offered();
    assertThat(caller.transcript).containsExactly("== tr", "<< tr: language.change 9");
  }

  @Test
  void theDialledNumberDecidesBeforeTheOwnOne() {
    memory.numbers.put(HOME, TURKISH);
    var caller = atHome().with(dialled("ru"));
    begun(caller);
    assertThat(caller.language()).isEqualTo(RUSSIAN);
  }

  @Test
  void aDialledLanguageThatIsNotSpokenIsAsNone() {
    var caller = atHome().with(dialled("fr"));
    begun(caller).offered();
    assertThat(caller.transcript).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "9", "#"})
  void otherKeysCountForWhatComesNext(String key) {
    var caller = atHome();
    caller.early(key);
    begun(caller).offered();
    assertThat(caller.language()).isEqualTo(Locale.GERMAN);
    assertThat(caller.nextKey(Question.FIRST_KEY)).map(Key::symbol).contains(key.charAt(0));
  }

  @Test
  void aCodeThatIsKeyedAtOnceIsNoChoice() {
    var caller = atHome();
    caller.early("2471193502#");
    begun(caller).offered();
    assertThat(caller.language()).isEqualTo(Locale.GERMAN);
    var keyed = new StringBuilder();
    for (int i = 0; i < 11; i++) {
      caller.nextKey(Question.NEXT_KEY).ifPresent(key -> keyed.append(key.symbol()));
    }
    assertThat(keyed).hasToString("2471193502#");
  }

  @Test
  void theStarSaysTheOffersAgain() {
    var caller = atHome();
    caller.early("*");
    begun(caller).offered();
    assertThat(caller.transcript)
        .containsExactly(
            "<< tr: language.offer 2", "<< tr: language.offer 2", "<< ru: language.offer 3");
  }

  @Test
  void theKeyForLanguagesWorksInEveryMenu() {
    var caller = new ScriptedCaller("93", "1").callingFrom("05611234567");
    begun(caller);
    Answer<Boolean> answer = caller.asked(Menu.yesNo(Prompts.CANCELLED.said()));
    assertThat(answer).isEqualTo(new Answer.Keyed<>(true));
    assertThat(caller.transcript)
        .containsExactly(
            "<< cancel.cancelled",
            ">> 93",
            "<< tr: language.offer 2",
            "== ru",
            "<< ru: cancel.cancelled",
            ">> 1");
    assertThat(memory.numbers).containsExactly(Map.entry(HOME, RUSSIAN));
  }

  @Test
  void aChoiceIsThePersonsToo() {
    var caller = atHome();
    caller.early("2");
    var choice = begun(caller);
    choice.offered();
    choice.identified(PERSON);
    assertThat(memory.people).containsExactly(Map.entry(7L, TURKISH));
  }

  @Test
  void whoRegisteredAnotherLanguageHearsItOnceTheyAreKnown() {
    memory.people.put(7L, RUSSIAN);
    var caller = atHome();
    var choice = begun(caller);
    choice.offered();
    choice.identified(PERSON);
    assertThat(caller.language()).isEqualTo(RUSSIAN);
    assertThat(told).containsExactly(RUSSIAN);
  }

  @Test
  void butNotWhenAnotherWasChosenNow() {
    memory.people.put(7L, RUSSIAN);
    var caller = atHome();
    caller.early("2");
    var choice = begun(caller);
    choice.offered();
    choice.identified(PERSON);
    assertThat(caller.language()).isEqualTo(TURKISH);
    assertThat(memory.people).containsExactly(Map.entry(7L, TURKISH));
  }

  @Test
  void whoHangsUpDuringTheOffersIsGone() {
    for (int steps = 0; steps < 3; steps++) {
      var caller = atHome().hangingUpAfter(steps);
      var choice = begun(caller);
      org.assertj.core.api.Assertions.assertThatThrownBy(choice::offered)
          .isInstanceOf(CallerHungUp.class);
    }
  }
}
