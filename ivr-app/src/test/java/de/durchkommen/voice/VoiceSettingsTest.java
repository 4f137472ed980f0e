package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoiceSettingsTest {
  @Test
  void withoutAnySettingTheProgramsAreThoseOnThePath() {
    VoiceSettings settings = VoiceSettings.of(key -> Optional.empty());
    assertThat(settings.pico()).containsExactly("pico2wave");
    assertThat(settings.espeak()).containsExactly("espeak-ng");
    assertThat(settings.rhvoice()).containsExactly("RHVoice-test");
    assertThat(settings.rhvoiceVoices())
        .isEqualTo(Map.of("ru", "elena", "uk", "natalia", "pl", "magda"));
    assertThat(settings.piperModels()).isEmpty();
    assertThat(settings.picoOut()).isEmpty();
    assertThat(settings.sounds()).isEqualTo(Path.of(".durchkommen/sounds"));
    assertThat(settings.maxBytes()).isEqualTo(2048L * 1024 * 1024);
  }

  @Test
  void commandsAreSplitAtSpaces() {
    Map<String, String> values =
        Map.of(
            "durchkommen.voice.pico", " chroot  root pico2wave ",
            "durchkommen.voice.pico.out", "root/tmp",
            "durchkommen.home", "home",
            "durchkommen.sounds.max-mb", "3");
    VoiceSettings settings = VoiceSettings.of(key -> Optional.ofNullable(values.get(key)));
    assertThat(settings.pico()).containsExactly("chroot", "root", "pico2wave");
    assertThat(settings.picoOut()).contains(Path.of("root/tmp"));
    assertThat(settings.sounds()).isEqualTo(Path.of("home/sounds"));
    assertThat(settings.maxBytes()).isEqualTo(3L * 1024 * 1024);
  }

  @Test
  void aNumberThatIsNoneIsNamed() {
    assertThatThrownBy(() ->
            VoiceSettings.of(
                key -> Optional.of("viel").filter(v -> key.equals("durchkommen.sounds.max-mb"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("durchkommen.sounds.max-mb is not a number: viel");
  }
}
