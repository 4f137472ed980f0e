package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aSecretIsMadeOnceAndForItsOwnerOnly() throws IOException {
    Secret secret = new Secret(folder.resolve("token"));
    assertThat(secret.kept()).isEmpty();
    secret.make(new SecureRandom());
    String word = secret.kept().orElseThrow();
    assertThat(word).matches("[0-9a-f]{48}");
    secret.make(new SecureRandom());
    assertThat(secret.kept()).contains(word);
    assertThat(Files.getPosixFilePermissions(folder.resolve("token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aFullLogIsEmptiedUnderTheProcessThatWritesIt() throws IOException {
    BoundedLog log = new BoundedLog(folder.resolve("x.log"));
    try (var writer =
        Files.newOutputStream(log.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writer.write("12345\n".getBytes(StandardCharsets.UTF_8));
      log.trim(6);
      assertThat(log.tail()).isEqualTo("12345");
      writer.write("6\n".getBytes(StandardCharsets.UTF_8));
      log.trim(6);
      writer.write("7\n".getBytes(StandardCharsets.UTF_8));
      assertThat(log.tail()).isEqualTo("7");
    }
    assertThat(folder.resolve("x.log.1")).hasContent("12345\n6\n");
  }

  @Test
  void aLockIsHeldByOneProcess() throws IOException {
    Path file = folder.resolve("lock");
    try (Lock lock = Lock.taken(file).orElseThrow()) {
      assertThat(lock).isNotNull();
      // Java's locks are those of fcntl(2); only another process sees them.
      String locks = Files.readString(Path.of("/proc/locks"));
      assertThat(locks).contains("POSIX  ADVISORY  WRITE " + ProcessHandle.current().pid());
    }
  }
}
