package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@link FakeResident}, in a root of its own, and a shell script for {@code RHVoice-test}. */
@Timeout(60)
@Tag("alone")
class ResidentEngineTest {
  private static final Locale RUSSIAN = Locale.of("ru");
  private static final int STEP = 100;
  private static final int ANOTHER_STEP = 99;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** As short as a socket's path has to be. */
  @TempDir Path folder;

  private Path diary;
  private ResidentEngine engine;

  @BeforeEach
  void installed() throws IOException {
    diary = folder.resolve("diary");
    Files.writeString(diary, "");
    Files.createDirectories(folder.resolve("usr/share/RHVoice/voices/elena"));
    Files.createDirectories(folder.resolve("usr/share/RHVoice/voices/magda"));
    Files.createDirectories(folder.resolve("tmp"));
    float[] samples = new float[FakeResident.SAMPLES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = FakeResident.sample(i, STEP) / 32_768f;
    }
    WaveFile.write(folder.resolve("once.wav"), samples, RhvoiceResident.RATE);
    script("RHVoice-test", "echo once >> " + diary, "cp " + folder.resolve("once.wav") + " \"$4\"");
    resident("exec " + java(STEP));
    engine = engine(Duration.ZERO, LIMIT);
  }

  @AfterEach
  void leaveNothing() {
    engine.end();
    awaited(() -> isEmpty(folder.resolve("tmp")) && residents().isEmpty());
  }

  @Test
  void theFirstSentenceStartsItAndTheOthersAreSaidByIt() throws Exception {
    assertThat(said("Раз").rate()).isEqualTo(RhvoiceResident.RATE);
    awaitLines(3);
    assertThat(lines()).containsExactly("once", "started", "resident :1.2 elena Раз");
    ready();
    Wave second = said("Два");
    assertThat(second.samples()).isEqualTo(Wave.read(folder.resolve("once.wav")).samples());
    assertThat(lines()).last().isEqualTo("resident :1.2 elena Два");
    assertThat(lines()).filteredOn("once"::equals).hasSize(1);
  }

  @Test
  void aSecondVoiceIsProvedBeforeItIsUsed() throws Exception {
    ready();
    said("pl", "Raz");
    awaitLine("resident :1.2 magda Raz");
    assertThat(lines()).filteredOn("once"::equals).hasSize(2);
    assertThat(lines()).filteredOn("started"::equals).hasSize(1);
  }

  @Test
  void sentencesAtTheSameTimeHaveEachACallerOfItsOwn() throws Exception {
    ready();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Wave> sentence = () -> said("Раз");
      List<Future<Wave>> waves = threads.invokeAll(List.of(sentence, sentence, sentence, sentence));
      for (Future<Wave> wave : waves) {
        assertThat(wave.get().samples()).hasSize(FakeResident.SAMPLES);
      }
    }
    assertThat(lines()).filteredOn("once"::equals).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"die", "complain", "hang"})
  void aSentenceThatFailsIsSaidTheOldWayAndTheNextOneStartsItAgain(String trouble)
      throws Exception {
    engine.end();
    engine = engine(Duration.ZERO, Duration.ofSeconds(2));
    ready();
    List<Long> before = residents();
    assertThat(before).hasSize(1);
    long begun = System.nanoTime();
    assertThat(said(trouble).samples()).hasSize(FakeResident.SAMPLES);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    awaited(() -> residents().stream().noneMatch(before::contains));
    said("Раз");
    awaited(() -> lines().stream().filter("started"::equals).count() >= 2);
    readyAgain();
  }

  @Test
  void itIsNotStartedAgainWithinItsRest() throws Exception {
    engine.end();
    engine = engine(NEVER, LIMIT);
    ready();
    said("die");
    awaited(() -> residents().isEmpty());
    for (int i = 0; i < 5; i++) {
      assertThat(said("Раз").samples()).hasSize(FakeResident.SAMPLES);
    }
    assertThat(lines()).filteredOn("started"::equals).hasSize(1);
    assertThat(lines()).filteredOn("once"::equals).hasSize(7);
  }

  @Test
  void aVoiceThatSoundsOtherwiseInMemoryIsNotUsed() throws Exception {
    resident("exec " + java(ANOTHER_STEP));
    said("Раз");
    awaitLine("resident :1.2 elena Раз");
    for (int i = 0; i < 5; i++) {
      said("Два");
    }
    assertThat(lines()).filteredOn("once"::equals).hasSize(6);
    assertThat(lines()).filteredOn(line -> line.endsWith("Два")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 3", "exec sleep 61.3", "echo none >&2; exec cat /dev/null"})
  void whatDoesNotStartKeepsNobodyWaiting(String program) throws Exception {
    resident("echo begun >> " + diary + "; " + program);
    engine.end();
    engine = engine(NEVER, Duration.ofSeconds(1));
    long begun = System.nanoTime();
    said("Раз");
    said("Два");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    awaitLine("begun");
    awaited(() -> isEmpty(folder.resolve("tmp")) && !running("sleep 61.3"));
    assertThat(lines()).containsOnly("once", "begun");
    assertThat(lines()).filteredOn("begun"::equals).hasSize(1);
  }

  @Test
  void aSentenceWithoutLettersOfItsOwnIsAskedOfTheOtherProgram() throws Exception {
    ready();
    said("nothing");
    assertThat(lines()).last().isEqualTo("once");
    said("Раз");
    assertThat(lines()).last().asString().endsWith("Раз");
    assertThat(lines()).filteredOn("started"::equals).hasSize(1);
  }

  @Test
  void endedItSpeaksOnWithoutAProcess() throws Exception {
    ready();
    engine.end();
    engine.end();
    awaited(() -> residents().isEmpty());
    said("Раз");
    said("Два");
    assertThat(lines()).filteredOn("once"::equals).hasSize(3);
    assertThat(lines()).filteredOn("started"::equals).hasSize(1);
  }

  @Test
  void otherLanguagesAndInterruptionsAreFailures() throws Exception {
    ready();
    SpokenText german = new SpokenText(Locale.GERMAN, "Tag");
    assertThatThrownBy(() -> engine.say(german, folder.resolve("x.wav")))
        .isInstanceOf(EngineFailure.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> said("Раз")).isInstanceOf(EngineFailure.class);
    assertThat(Thread.interrupted()).isTrue();
    readyAgain();
  }

  @Test
  void itIsUsedWhereItIsThereAndNothingElseIsSaidToTheProgram() throws IOException {
    Path program = folder.resolve("bin/RHVoice-test");
    assertThat(made(program.toString())).isInstanceOf(ResidentEngine.class);
    assertThat(made(program + " -r 90")).isInstanceOf(RhvoiceEngine.class);
    Files.delete(folder.resolve("bin/RHVoice-service"));
    assertThat(made(program.toString())).isInstanceOf(RhvoiceEngine.class);
  }

  private static VoiceEngine made(String words) {
    Map<String, String> values = Map.of(VoiceSettings.RHVOICE, words);
    return RhvoiceEngine.of(VoiceSettings.of(key -> Optional.ofNullable(values.get(key))));
  }

  private ResidentEngine engine(Duration rest, Duration limit) {
    var program = new EngineProgram(List.of(folder.resolve("bin/RHVoice-test").toString()));
    return new ResidentEngine(
        new RhvoiceEngine(program, RhvoiceEngine.VOICES),
        RhvoiceHome.of(program).orElseThrow(),
        rest,
        limit);
  }

  /** Says sentences until the one in memory says them. */
  private void ready() throws Exception {
    said("Раз");
    awaitLine("resident :1.2 elena Раз");
    readyAgain();
    Files.write(diary, List.of("once", "started", "ready"));
  }

  private void readyAgain() throws Exception {
    awaited(() -> {
      try {
        long before = lines().stream().filter("once"::equals).count();
        said("Готово");
        return lines().stream().filter("once"::equals).count() == before;
      } catch (EngineFailure | IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private Wave said(String text) throws EngineFailure, IOException {
    return said(RUSSIAN.getLanguage(), text);
  }

  private Wave said(String language, String text) throws EngineFailure, IOException {
    Path wav = Files.createTempFile(folder, "said", ".wav");
    Files.delete(wav);
    engine.say(new SpokenText(Locale.of(language), text), wav);
    Wave wave = Wave.read(wav);
    Files.delete(wav);
    return wave;
  }

  private void script(String name, String... lines) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The program sees this root as its own: its paths begin here. */
  private void resident(String line) throws IOException {
    String address = "${DBUS_SESSION_BUS_ADDRESS#unix:path=}";
    script(
        "RHVoice-service", "export DBUS_SESSION_BUS_ADDRESS=unix:path=" + folder + address, line);
  }

  private String java(int step) {
    String own = System.getProperty("java.class.path");
    return String.join(
        " ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // First of all: of a long command line only the beginning can be seen.
        "-Ddiary=" + diary,
        "-Xmx32m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp",
        System.getProperty("surefire.test.class.path", own),
        FakeResident.class.getName(),
        diary.toString(),
        String.valueOf(step));
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(diary);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitLines(int count) {
    awaited(() -> lines().size() >= count);
  }

  private void awaitLine(String line) {
    awaited(() -> lines().contains(line));
  }

  private static void awaited(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The processes of this test's fake. */
  private List<Long> residents() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(p -> p.info().commandLine().orElse("").contains(diary.toString()))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static boolean running(String command) {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .anyMatch(p -> p.info().commandLine().orElse("").endsWith(command));
  }
}
