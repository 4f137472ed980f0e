package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoiceTest {
  private static final Locale TURKISH = Locale.forLanguageTag("tr");
  private static final Utterance WELCOME = TestLine.prompt("welcome");

  private final Set<Locale> mute = new HashSet<>();
  private final Voice voice =
      new Voice(
          (utterance, language) -> new SpokenText(language, utterance.prompt().id()),
          text -> {
            if (mute.contains(text.language())) {
              throw new VoiceUnavailableException("test");
            }
            return Path.of("/sounds", text.language().getLanguage(), text.text());
          });

  @Test
  void theCallersLanguageIsSpoken() {
    assertThat(voice.said(WELCOME, TURKISH).audio()).isEqualTo(Path.of("/sounds/tr/welcome"));
  }

  @Test
  void germanIsBetterThanSilence() {
    mute.add(TURKISH);
    assertThat(voice.said(WELCOME, TURKISH).audio()).isEqualTo(Path.of("/sounds/de/welcome"));
    assertThat(voice.said(WELCOME, TURKISH).words().language()).isEqualTo(Locale.GERMAN);
  }

  @Test
  void withoutAnyVoiceTheCallHasToGoOnWithoutWords() {
    mute.add(TURKISH);
    mute.add(Locale.GERMAN);
    assertThatThrownBy(() -> voice.said(WELCOME, TURKISH))
        .isInstanceOf(VoiceUnavailableException.class);
    assertThatThrownBy(() -> voice.said(WELCOME, Locale.GERMAN))
        .isInstanceOf(VoiceUnavailableException.class);
  }

  /** Not even in German: nobody has asked for those words. */
  @Test
  void urgentWordsThatCannotBeSaidAreLeftOut() {
    SpokenText words = new SpokenText(TURKISH, "urgent");
    assertThat(voice.optional(words).map(Voice.Said::audio)).contains(Path.of("/sounds/tr/urgent"));
    mute.add(TURKISH);
    assertThat(voice.optional(words)).isEmpty();
  }
}
