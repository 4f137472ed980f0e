package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void prefersTheMachinesProgramToTheRoots() throws IOException {
    program(folder.resolve("bin/sipp"), "");
    program(rootProgram("sipp"), "");
    assertThat(box().program("sipp")).contains(folder.resolve("bin/sipp"));
  }

  @Test
  void takesNoAsteriskThatIsTooOld() throws IOException {
    program(folder.resolve("bin/asterisk"), "echo 'Asterisk 16.28.0~dfsg'");
    assertThat(box().program("asterisk")).isEmpty();
    program(rootProgram("asterisk"), "echo 'Asterisk 22.10.1'");
    assertThat(box().program("asterisk")).contains(rootProgram("asterisk"));
    assertThat(box().missing()).doesNotContain("asterisk").contains("sipp");
  }

  @Test
  void takesTheOldestAsteriskThatWasTried() throws IOException {
    program(folder.resolve("bin/asterisk"), "echo 'Asterisk 20.0.0'");
    assertThat(box().program("asterisk")).contains(folder.resolve("bin/asterisk"));
  }

  /** As in a container: all programs are the machine's. */
  @Test
  void aMachineThatHasAllProgramsNeedsNoRoot() throws IOException {
    program(folder.resolve("bin/asterisk"), "echo 'Asterisk 22.10.1'");
    assertThat(folder.resolve("root")).doesNotExist();
    assertThatCode(() -> box().odbcDriver()).doesNotThrowAnyException();
  }

  @Test
  void takesARootThatWasNotFinishedForNone() throws IOException {
    Files.createDirectories(folder.resolve("root/usr"));
    assertThat(new ForkyRoot(folder.resolve("root")).isWhole()).isFalse();
    Files.writeString(folder.resolve("root/.durchkommen-root"), "another recipe\n");
    assertThat(new ForkyRoot(folder.resolve("root")).isWhole()).isFalse();
  }

  private Toolbox box() {
    return new Toolbox(folder.resolve("root"), folder.resolve("bin").toString());
  }

  private Path rootProgram(String name) {
    return ForkyRoot.programs(folder.resolve("root")).resolve(name);
  }

  private static void program(Path file, String line) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
