package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the hotline before its first start. */
class HotlineTest {
  @TempDir private Path project = Path.of("");

  private Hotline hotline() throws IOException {
    return hotline(Map.of());
  }

  private Hotline hotline(Map<String, String> environment) throws IOException {
    Files.createDirectories(project.resolve("dialplan"));
    return new Hotline(Settings.of(project, environment));
  }

  @Test
  void itsPartsAreKnownBeforeTheyWereEverStarted() throws IOException {
    assertThat(hotline().children())
        .extracting(child -> child.part().name())
        .containsExactly("Datenbank", "Anwendung", "Asterisk");
    assertThat(project.resolve(".durchkommen")).as("asking makes nothing").doesNotExist();
  }

  /** Before the program that it runs, and after what we say of ourselves. */
  @Test
  void whatAnOperatorWantsOfJavaCounts() throws IOException {
    Map<String, String> wanted =
        Map.of("DURCHKOMMEN_WEB_MEMORY", "1g", "DURCHKOMMEN_WEB_JAVA", " -XX:+UseZGC  -Dx=y ");
    assertThat(hotline(wanted).children().get(1).part().command())
        .containsSubsequence(
            "-XX:+ExitOnOutOfMemoryError", "-Xmx1g", "-XX:+UseZGC", "-Dx=y", "-jar")
        .doesNotContain("");
  }

  @Test
  void asteriskIsNotStartedWithoutASecretForItsManagerPort() throws IOException {
    Part asterisk = hotline().children().getLast().part();
    assertThatThrownBy(asterisk::prepare).hasMessageContaining("No secret");
  }

  /** As in a container: the parts are elsewhere, and secrets are in files. */
  @Test
  void secretsInFilesReachTheApplication() throws IOException {
    Files.writeString(project.resolve("word"), "hush\n");
    Map<String, String> environment =
        hotline(
                Map.of(
                    "DURCHKOMMEN_ASTERISK_START", "false",
                    "DURCHKOMMEN_DB_URL", "jdbc:mariadb://db/durchkommen",
                    "DURCHKOMMEN_DB_PASSWORD_FILE", "word",
                    "DURCHKOMMEN_AMI_SECRET_FILE", "word",
                    "DURCHKOMMEN_CALLS_KEY_FILE", "word"))
            .web()
            .environment();
    assertThat(environment)
        .containsEntry("DURCHKOMMEN_DB_PASSWORD", "hush")
        .containsEntry("DURCHKOMMEN_AMI_SECRET", "hush")
        .containsEntry("DURCHKOMMEN_CALLS_KEY", "hush");
  }

  @Test
  void theKeyOfRecordingsIsMadeOnceUnlessAnotherFileIsNamed() throws IOException {
    Hotline hotline = hotline();
    hotline.home().made();
    hotline.makeSecrets();
    assertThat(project.resolve(".durchkommen/run/recording.key")).content().matches("[0-9a-f]{64}");
    Path other = Files.createDirectories(project.resolve("other"));
    var named =
        new Hotline(
            Settings.of(
                other,
                Map.of("DURCHKOMMEN_RECORDING_KEY_FILE", project.resolve("keys").toString())));
    named.home().made();
    named.makeSecrets();
    assertThat(other.resolve(".durchkommen/run/recording.key")).doesNotExist();
    assertThat(project.resolve("keys")).doesNotExist();
  }
}
