package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Asterisk of measurements has the product's own configuration, whatever comes into that. */
class BenchTelephonyTest {
  /** Tests run in the module's folder. */
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder = Path.of("");

  @Test
  void everyNameIsFilledIn() throws IOException {
    Path root = NoAsterisk.made(folder.resolve("root"));
    Home home = new Home(folder.resolve("home"), folder).made();
    var telephony = new BenchTelephony(Settings.of(PROJECT, Map.of()), home, new Toolbox(root, ""));
    telephony.made().prepare();
    Path etc = home.asterisk().resolve("etc");
    assertThat(etc.resolve("asterisk.conf")).content().contains("systemname = bench");
    assertThat(etc.resolve("extensions.conf"))
        .content()
        .contains("exten = 116117", "exten = queue");
    assertThat(etc.resolve("pjsip.conf")).content().contains("rtp_timeout = 0");
  }
}
