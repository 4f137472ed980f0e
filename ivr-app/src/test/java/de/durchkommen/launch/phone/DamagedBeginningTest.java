package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prompts whose first second cannot be recognised. */
class DamagedBeginningTest {
  /** Zero in A-law. */
  private static final byte SILENCE = (byte) 0xd5;

  @TempDir private Path folder;

  private PromptSound sound(String name, byte[] codes) throws IOException {
    Path base = folder.resolve(name);
    Files.write(Path.of(base + ".alaw"), codes);
    Files.writeString(Path.of(base + ".txt"), "de\n" + name + "\n");
    return PromptSound.of(base);
  }

  private static byte[] codes(String... names) throws IOException {
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    for (String name : names) {
      codes.write(Files.readAllBytes(Samples.FOLDER.resolve(name + ".alaw")));
    }
    return codes.toByteArray();
  }

  private static byte[] silenced(byte[] codes, Duration from, Duration to) {
    byte[] damaged = codes.clone();
    Arrays.fill(damaged, Recording.index(from), Recording.index(to), SILENCE);
    return damaged;
  }

  private static List<String> heard(Recording recording, PromptSound... sounds) throws IOException {
    return new Recogniser(List.of(sounds))
        .recognised(recording).prompts().stream().map(heard -> heard.sound().text()).toList();
  }

  @ParameterizedTest
  @CsvSource({"begruessung, 1100", "begruessung, 1400", "code, 1100", "abschied, 1100"})
  void areRecognisedByTheSecondsAfterIt(String name, int silentMillis) throws IOException {
    byte[] damaged = silenced(codes(name), Duration.ZERO, Duration.ofMillis(silentMillis));
    Recording recording = Recording.of(ALaw.samples(damaged));
    List<PromptSound> all = Samples.german().map(Samples::sound).toList();

    assertThat(new Recogniser(all).recognised(recording).prompts())
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.sound()).isEqualTo(Samples.sound(name));
          assertThat(heard.whole()).isTrue();
        });
  }

  @Test
  void areRecognisedBetweenOthers() throws IOException {
    byte[] damaged = silenced(codes("code"), Duration.ZERO, Duration.ofMillis(1_100));
    ByteArrayOutputStream call = new ByteArrayOutputStream();
    call.write(codes("begruessung"));
    call.write(damaged);
    call.write(codes("abschied"));
    List<PromptSound> all = Samples.german().map(Samples::sound).toList();

    Hearing hearing =
        new Recogniser(all).recognised(Recording.of(ALaw.samples(call.toByteArray())));
    assertThat(hearing.prompts())
        .extracting(heard -> String.valueOf(heard.sound().audio().getFileName()))
        .containsExactly("begruessung", "code", "abschied");
  }

  /**
   * The other one has just the beginning that was heard, and goes on alike for so long that nothing
   * near the beginning is left to be explained.
   */
  @Test
  void areNotTakenForAnotherThatExplainsLess() throws IOException {
    byte[] whole = codes("begruessung", "code");
    byte[] damaged = silenced(whole, Duration.ofMillis(200), Duration.ofMillis(500));
    int alike = Recording.index(Duration.ofMillis(4_400));
    byte[] other = Arrays.copyOf(damaged, alike + codes("abschied").length);
    System.arraycopy(codes("abschied"), 0, other, alike, codes("abschied").length);
    Recording recording = Recording.of(ALaw.samples(damaged));

    assertThat(heard(recording, sound("other", other))).containsExactly("other");
    assertThat(heard(recording, sound("whole", whole), sound("other", other)))
        .containsExactly("whole");
  }
}
