package de.durchkommen.call;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.UrgentWords.Urgent;
import de.durchkommen.language.Languages;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.queue.News.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When in a call urgent words are said. */
class UrgentCallTest {
  private static final Locale TURKISH = Locale.of("tr");

  private final WaitingStage stage = new WaitingStage();
  private final List<Urgent> urgent = new ArrayList<>();

  UrgentCallTest() {
    stage.room.urgent =
        language -> urgent.stream().filter(one -> one.words().language().equals(language)).toList();
  }

  private void isUrgent(long id, Locale language, String text) {
    urgent.add(new Urgent(id, new SpokenText(language, text)));
  }

  private List<String> answered(ScriptedCaller caller) {
    new IncomingCall(stage.desks()).answered(caller);
    return caller.transcript;
  }

  @Test
  void itIsTheFirstThatACallerHearsAndAllOfItInItsOrder() {
    isUrgent(1, Locale.GERMAN, "Heute bis 22 Uhr");
    isUrgent(2, Locale.GERMAN, "Kassel zu");
    assertThat(answered(stage.caller()))
        .startsWith("<< urgent de: Heute bis 22 Uhr", "<< urgent de: Kassel zu", "<< welcome");
  }

  @Test
  void aKeyEndsItAndIsTheFirstOfTheCode() {
    isUrgent(1, Locale.GERMAN, "Heute bis 22 Uhr");
    ScriptedCaller caller = stage.caller();
    caller.early("4");
    assertThat(answered(caller))
        .startsWith("<< urgent de: Heute bis 22 Uhr")
        .doesNotContain("<< welcome");
  }

  @Test
  void whoHangsUpMeanwhileKeepsThePlace() {
    isUrgent(1, Locale.GERMAN, "Heute bis 22 Uhr");
    ScriptedCaller caller = stage.caller().hangingUpAfter(0);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> answered(caller)))
        .isInstanceOf(CallerHungUp.class);
    assertThat(stage.stay.isServed()).isFalse();
    assertThat(stage.stay.isClosed()).isTrue();
  }

  @Test
  void nobodyHearsAnotherLanguage() {
    isUrgent(1, TURKISH, "Bugün");
    assertThat(answered(stage.caller())).startsWith("<< welcome");
  }

  @Test
  void whoDialledALanguageHearsThatOne() {
    isUrgent(1, Locale.GERMAN, "Heute");
    isUrgent(1, TURKISH, "Bugün");
    ScriptedCaller caller =
        new ScriptedCaller()
            .with(new CallDetails(5, false, Optional.of("tr"), OptionalLong.empty()));
    var choice =
        new LanguageChoice(caller, new Languages("de,tr"), new FakeMemory(), stage.room.urgent);
    choice.begun();
    caller.hearsUrgent(stage.room.urgent);
    assertThat(caller.transcript).containsExactly("== tr", "<< urgent tr: Bugün");
  }

  @Test
  void whoChoosesALanguageHearsItInThatOneBeforeItsGreeting() {
    isUrgent(1, Locale.GERMAN, "Heute");
    isUrgent(1, TURKISH, "Bugün");
    ScriptedCaller caller = new ScriptedCaller();
    caller.early("2");
    var choice =
        new LanguageChoice(caller, new Languages("de,tr"), new FakeMemory(), stage.room.urgent);
    choice.begun();
    choice.offered();
    assertThat(caller.transcript)
        .containsSubsequence("== tr", "<< urgent tr: Bugün", "<< tr: welcome")
        .doesNotContain("<< urgent de: Heute");
  }

  @Test
  void whoWaitsHearsItOnceBeforeTheNextPosition() {
    stage.stay.then(WaitingStage.news(Kind.ENTRY, 3)).then(WaitingStage.news(Kind.NEARER, 2));
    stage.stay.then(WaitingStage.news(Kind.NEARER, 1));
    ScriptedCaller caller =
        stage
            .caller()
            .whileMusicPlays(within -> {
              if (urgent.isEmpty()) {
                isUrgent(7, Locale.GERMAN, "Heute bis 22 Uhr");
              }
            });
    assertThat(answered(caller))
        .containsSubsequence(
            "<< queue.position 3", "<< urgent de: Heute bis 22 Uhr", "<< queue.nearer 2")
        .containsOnlyOnce("<< urgent de: Heute bis 22 Uhr");
  }

  @Test
  void whoHasHeardItHearsItNoMoreWhileTheyWait() {
    isUrgent(1, Locale.GERMAN, "Heute");
    stage.stay.then(WaitingStage.news(Kind.ENTRY, 2)).then(WaitingStage.news(Kind.NEARER, 1));
    assertThat(answered(stage.caller())).containsOnlyOnce("<< urgent de: Heute");
  }
}
