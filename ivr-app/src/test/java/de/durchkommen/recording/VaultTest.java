package de.durchkommen.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.recording.Vault.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk says nothing to whoever has no key, and cannot be exchanged. */
class VaultTest {
  private static final String FIRST = "1".repeat(64);
  private static final String SECOND = "2".repeat(64);
  private static final String FILE = "a".repeat(32);
  private static final String OTHER_FILE = "b".repeat(32);

  /** Three segments and a bit: a word that would be found again. */
  private static final byte[] SOUND =
      "Guten Morgen. ".repeat(1_000).getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path home = Path.of("");
  private Vault vault = new Vault(Path.of(""), ring(Path.of("none")));

  private static KeyRing ring(Path file) {
    try {
      return KeyRing.of(Optional.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Vault with(String... keys) throws IOException {
    Files.writeString(home.resolve("keys"), String.join("\n", keys) + "\n");
    return new Vault(home.resolve("recordings"), ring(home.resolve("keys")));
  }

  @BeforeEach
  void open() throws IOException {
    vault = with(FIRST);
  }

  private Label written(Vault to, String file, long recording) throws IOException {
    Label label = new Label(file, to.key().orElseThrow(), 42, recording);
    try (OutputStream out = to.written(label)) {
      out.write(SOUND);
    }
    return label;
  }

  private static byte[] read(Vault from, Label label) throws IOException {
    try (InputStream in = from.read(label)) {
      return in.readAllBytes();
    }
  }

  private Path file(String name) {
    return home.resolve("recordings").resolve(name);
  }

  @Test
  void whatWasWrittenIsReadAgainWithTheKeyOnly() throws IOException {
    Label label = written(vault, FILE, 7);

    assertThat(read(vault, label)).isEqualTo(SOUND);
    String onDisk = Files.readString(file(FILE), StandardCharsets.ISO_8859_1);
    assertThat(onDisk).doesNotContain("Guten", "Morgen", "RIFF");
    assertThatThrownBy(() -> read(with(SECOND), label)).isInstanceOf(IOException.class);
    assertThat(read(with(SECOND, FIRST), label)).as("an older key opens").isEqualTo(SOUND);
  }

  @Test
  void onlyTheOwnerMayRead() throws IOException {
    written(vault, FILE, 7);
    assertThat(Files.getPosixFilePermissions(file(FILE)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file(".")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aFileThatIsNotWhatItWasIsNotRead() throws IOException {
    Label label = written(vault, FILE, 7);
    Label other = written(vault, OTHER_FILE, 8);
    byte[] bytes = Files.readAllBytes(file(FILE));

    Files.copy(file(OTHER_FILE), file("c".repeat(32)));
    Label exchanged = new Label("c".repeat(32), label.keyId(), 42, 7);
    assertThatThrownBy(() -> read(vault, exchanged)).isInstanceOf(IOException.class);
    assertThat(read(vault, other)).isEqualTo(SOUND);

    Files.write(file(FILE), Arrays.copyOf(bytes, bytes.length - 100));
    assertThatThrownBy(() -> read(vault, label)).as("shortened").isInstanceOf(IOException.class);
    bytes[5_000] ^= 1;
    Files.write(file(FILE), bytes);
    assertThatThrownBy(() -> read(vault, label)).as("changed").isInstanceOf(IOException.class);
  }

  @Test
  void aFileOfKeysThatIsNoneIsTold() throws IOException {
    assertThat(ring(home.resolve("nothing")).current()).isEmpty();
    Files.writeString(home.resolve("keys"), "1234\n");
    assertThatThrownBy(() -> KeyRing.of(Optional.of(home.resolve("keys"))))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("1234");
    assertThat(ring(home.resolve("nothing"))).hasToString("KeyRing[]");
  }
}
