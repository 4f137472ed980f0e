package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir private Path project = Path.of("");

  @Test
  void takesTheEnvironmentBeforeTheFileBeforeTheDefault() throws IOException {
    assertThat(of(Map.of()).port("durchkommen.http.port")).isEqualTo(8080);
    Files.writeString(project.resolve("durchkommen.properties"), "durchkommen.http.port=81\n");
    assertThat(of(Map.of()).port("durchkommen.http.port")).isEqualTo(81);
    assertThat(of(Map.of("DURCHKOMMEN_HTTP_PORT", "82")).port("durchkommen.http.port"))
        .isEqualTo(82);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "abc", " ", "99999999999"})
  void namesASettingThatIsNoPort(String value) {
    Settings settings = of(Map.of("DURCHKOMMEN_SIP_PORT", value));
    assertThatThrownBy(() -> settings.port("durchkommen.sip.port"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("DURCHKOMMEN_SIP_PORT");
  }

  @Test
  void aSecretIsTheValueOrWhatIsInTheFile() throws IOException {
    String key = "durchkommen.ami.secret";
    assertThat(of(Map.of()).secret(key)).isEmpty();
    Path file = Files.writeString(project.resolve("ami"), " from the file\n");
    Map<String, String> named = Map.of("DURCHKOMMEN_AMI_SECRET_FILE", file.toString());
    assertThat(of(named).secret(key)).contains("from the file");
    Map<String, String> both =
        Map.of(
            "DURCHKOMMEN_AMI_SECRET_FILE", file.toString(), "DURCHKOMMEN_AMI_SECRET", "the value");
    assertThat(of(both).secret(key)).contains("the value");
    Files.writeString(file, "\n");
    assertThat(of(named).secret(key)).isEmpty();
    Files.delete(file);
    assertThatThrownBy(() -> of(named).secret(key))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("DURCHKOMMEN_AMI_SECRET_FILE")
        .hasMessageContaining(file.toString());
  }

  @Test
  void takesARelativeFolderFromTheProject() {
    Settings settings = of(Map.of("DURCHKOMMEN_HOME", "elsewhere/here"));
    assertThat(settings.home().path()).isEqualTo(project.resolve("elsewhere/here"));
    assertThat(settings.home().tools()).isEqualTo(project.resolve(".durchkommen"));
  }

  @Test
  void handsAllOnAsEnvironment() {
    assertThat(of(Map.of("DURCHKOMMEN_AGI_PORT", "4574")).environment())
        .containsEntry("DURCHKOMMEN_AGI_PORT", "4574")
        .containsEntry("DURCHKOMMEN_PERSON_RING", "PT20S");
  }

  @Test
  void refusesFoldersThatConfigurationFilesWouldMisread() {
    for (String home : new String[] {"a;b", "a:b", "a'b", "a\nb", "x".repeat(100)}) {
      Home made = new Home(project.resolve(home), project);
      assertThatThrownBy(made::made).isInstanceOf(LaunchFailure.class);
    }
  }

  private Settings of(Map<String, String> environment) {
    return Settings.of(project, environment);
  }
}
