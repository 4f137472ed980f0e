package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SoundCacheTest {
  private static final SpokenText TEXT = new SpokenText(Locale.GERMAN, "Grüß Gott.");
  private static final long PLENTY = 1L << 30;

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private TelephoneSound sound;
  private long bytesOfSound;

  @BeforeEach
  void aSound() throws EngineFailure {
    sound = TelephoneSound.of(new Wave(Tones.tone(400, 0.5, 16_000, 1), 16_000));
    for (SoundCodec codec : SoundCodec.values()) {
      bytesOfSound += sound.in(codec).length;
    }
  }

  @Test
  void aSoundIsFoundWithAllItsFiles() {
    SoundCache cache = cache(PLENTY);
    String key = SoundCache.key("voice", TEXT);
    assertThat(cache.found(key)).isEmpty();
    Path base = cache.stored(key, sound, TEXT);
    assertThat(cache.found(key)).contains(base);
    assertThat(base).isAbsolute().startsWithRaw(folder);
    for (SoundCodec codec : SoundCodec.values()) {
      assertThat(Path.of(base + "." + codec.extension())).hasBinaryContent(sound.in(codec));
    }
    assertThat(Path.of(base + ".txt")).hasContent("de\nGrüß Gott.\n");
    assertThat(cache(PLENTY).found(key)).as("after a start").contains(base);
  }

  @Test
  void everythingThatCanBeHeardMakesAnotherKey() {
    String key = SoundCache.key("voice", TEXT);
    assertThat(key).matches("[0-9a-f]{64}");
    assertThat(SoundCache.key("voice", TEXT)).isEqualTo(key);
    assertThat(
            List.of(
                SoundCache.key("voices", TEXT),
                SoundCache.key("voice", new SpokenText(Locale.FRENCH, TEXT.text())),
                SoundCache.key("voice", new SpokenText(Locale.GERMAN, "Grüß Gott"))))
        .doesNotContain(key)
        .doesNotHaveDuplicates();
  }

  @Test
  void anIncompleteSoundIsNotFound() throws IOException {
    SoundCache cache = cache(PLENTY);
    String key = SoundCache.key("voice", TEXT);
    for (String extension : List.of(".alaw", ".ulaw", ".g722", ".sln16", ".txt")) {
      Path base = cache.stored(key, sound, TEXT);
      Files.delete(Path.of(base + extension));
      assertThat(cache.found(key)).as("without %s", extension).isEmpty();
    }
    Path base = cache.stored(key, sound, TEXT);
    Files.write(Path.of(base + ".alaw"), new byte[0]);
    assertThat(cache.found(key)).as("cut off").isEmpty();
  }

  @Test
  void nothingUnfinishedStays() throws IOException {
    SoundCache cache = cache(PLENTY);
    cache.stored(SoundCache.key("voice", TEXT), sound, TEXT);
    assertThat(files(".part")).isEmpty();
  }

  @Test
  void whatSpeechProgramsWriteIsCalledWavAndUnfinished() {
    Path work = cache(PLENTY).workFile();
    assertThat(work.toString()).endsWith(".wav");
    assertThat(SoundFiles.isUnfinished(work)).isTrue();
    assertThat(SoundFiles.isUnfinished(folder.resolve("a.alaw"))).isFalse();
  }

  @Test
  void onAFullDiskOldSoundsMakeRoomForNewOnes() {
    AtomicLong free = new AtomicLong(PLENTY);
    SoundCache cache = new SoundCache(folder, PLENTY, clock, Runnable::run, free::get);
    Path old = stored(cache, "old");
    clock.passes(SoundCache.KEPT_ON_FULL_DISK.plus(SoundCache.NOTED_EVERY).plusSeconds(1));
    Path young = stored(cache, "young");
    cache.workFile();
    assertThat(cache.found(key("old"))).as("room enough").isPresent();
    clock.passes(SoundCache.KEPT_ON_FULL_DISK.plus(SoundCache.NOTED_EVERY).plusSeconds(1));
    assertThat(cache.found(key("young"))).as("a use is noted").contains(young);
    free.set(0);
    cache.workFile();
    assertGone(old);
    assertThat(cache.found(key("young"))).as("may be playing").isPresent();
  }

  /** A file is in the way of the sound's folder; looking for room takes it away. */
  @Test
  void whatCouldNotBeWrittenIsWrittenOnceMoreWhenThereIsRoom() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve(key("again").substring(0, 2)));
    SoundCache cache =
        new SoundCache(
            folder, PLENTY, clock, Runnable::run, () -> inTheWay.toFile().delete() ? 0 : PLENTY);
    assertThat(cache.found(key("again"))).isEmpty();
    Path written = stored(cache, "again");
    assertThat(cache.found(key("again"))).contains(written);
  }

  @Test
  void whatWasUnusedForLongestGoesWhenThereIsTooMuch() {
    SoundCache cache = cache(3 * bytesOfSound + 200);
    Path oldest = stored(cache, "oldest");
    Path used = stored(cache, "used");
    Path third = stored(cache, "third");
    clock.passes(Duration.ofHours(2));
    assertThat(cache.found(key("used"))).contains(used);
    Path fourth = stored(cache, "fourth");
    assertGone(oldest);
    assertGone(third);
    assertThat(cache.found(key("used"))).isPresent();
    assertThat(cache.found(key("fourth"))).contains(fourth);
    assertThat(Path.of(oldest + ".alaw")).doesNotExist();
    assertThat(Path.of(oldest + ".ulaw")).doesNotExist();
    assertThat(Path.of(oldest + ".sln16")).doesNotExist();
  }

  @Test
  void aCacheCleansInTheBackground() throws Exception {
    SoundCache cache = new SoundCache(folder, 3 * bytesOfSound / 2, clock);
    Path oldest = stored(cache, "oldest");
    clock.passes(Duration.ofHours(2));
    stored(cache, "young");
    while (Files.exists(Path.of(oldest + ".txt"))) {
      Thread.sleep(Duration.ofMillis(10));
    }
    assertThat(cache.found(key("young"))).isPresent();
  }

  @Test
  void whatWasUsedWithinTheHourStaysHoweverMuchThereIs() {
    SoundCache cache = cache(bytesOfSound);
    Path old = stored(cache, "old");
    Path young = stored(cache, "young");
    clock.passes(SoundCache.KEPT_AFTER_USE);
    stored(cache, "x");
    assertThat(cache.found(key("young"))).as("a use is noted").isPresent();
    clock.passes(SoundCache.NOTED_EVERY);
    stored(cache, "y");
    assertGone(old);
    assertThat(young + " " + cache.found(key("young")).isPresent()).endsWith("true");
    assertThat(cache.found(key("x"))).isPresent();
    assertThat(cache.found(key("y"))).isPresent();
  }

  @Test
  void aUseIsNotedOnlyNowAndThen() throws IOException {
    SoundCache cache = cache(PLENTY);
    Path text = Path.of(stored(cache, "a") + ".txt");
    FileTime first = Files.getLastModifiedTime(text);
    clock.passes(SoundCache.NOTED_EVERY.minusSeconds(1));
    cache.found(key("a"));
    assertThat(Files.getLastModifiedTime(text)).isEqualTo(first);
    clock.passes(Duration.ofSeconds(1));
    cache.found(key("a"));
    assertThat(Files.getLastModifiedTime(text).toInstant()).isEqualTo(clock.instant());
  }

  @Test
  void workFilesThatACrashLeftBehindGoToo() throws IOException {
    SoundCache cache = cache(bytesOfSound);
    Path left = Files.write(cache.workFile(), new byte[100_000]);
    Files.setLastModifiedTime(left, FileTime.from(clock.instant()));
    clock.passes(Duration.ofHours(2));
    stored(cache, "a");
    assertThat(left).doesNotExist();
    assertThat(cache.found(key("a"))).isPresent();
  }

  /** Cleans at once, so that what stays does not depend on when a thread is given time. */
  private SoundCache cache(long maxBytes) {
    return new SoundCache(folder, maxBytes, clock, Runnable::run);
  }

  private static String key(String words) {
    return SoundCache.key("voice", new SpokenText(Locale.GERMAN, words));
  }

  private Path stored(SoundCache cache, String words) {
    return cache.stored(key(words), sound, new SpokenText(Locale.GERMAN, words));
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static void assertGone(Path base) {
    assertThat(Path.of(base + ".txt")).doesNotExist();
  }
}
