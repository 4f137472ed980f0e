package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceValuesTest {
  @TempDir Path folder;

  @Test
  void programsComeWithTheirPlaceAndTheirWords() throws IOException {
    Path rhvoice = program("RHVoice-test");
    Path pico = program("pico2wave");
    VoiceValues values = values(Map.of());
    assertThat(values.apply("durchkommen.voice.rhvoice")).contains(rhvoice.toString());
    assertThat(values.program("pico2wave --quiet")).isEqualTo(pico + " --quiet");
    assertThat(values.apply("durchkommen.voice.espeak"))
        .as("not found: as it is set")
        .contains("espeak-ng");
  }

  @Test
  void allThatIsSetGoesToOtherProcesses() {
    VoiceValues values =
        values(
            Map.of(
                "DURCHKOMMEN_VOICE_ENGINES_TR", "piper,espeak",
                "DURCHKOMMEN_VOICE_PIPER_TR", "models/tr.onnx",
                "DURCHKOMMEN_VOICE_RHVOICE_RU", "anna"));
    assertThat(values.all())
        .containsEntry("durchkommen.voice.engines.tr", "piper,espeak")
        .containsEntry("durchkommen.voice.piper.tr", folder.resolve("models/tr.onnx").toString())
        .containsEntry("durchkommen.voice.rhvoice.ru", "anna")
        .containsEntry("durchkommen.voice.espeak", "espeak-ng")
        .doesNotContainKey("durchkommen.voice.engines.de");
    assertThat(values.wantPiper()).isTrue();
    assertThat(values(Map.of()).wantPiper()).isFalse();
  }

  private VoiceValues values(Map<String, String> environment) {
    return new VoiceValues(
        Settings.of(folder, environment),
        new Toolbox(folder.resolve("root"), folder.resolve("bin").toString()));
  }

  private Path program(String name) throws IOException {
    Path file = ForkyRoot.programs(folder.resolve("root")).resolve(name);
    Files.createDirectories(ForkyRoot.programs(folder.resolve("root")));
    Files.writeString(file, "#!/bin/sh\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
