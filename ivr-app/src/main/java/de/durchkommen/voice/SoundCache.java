package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Sounds that were made before, found by what they are made of.
 *
 * <p>The name of a sound is the SHA-256 of all that decides how it sounds, in two levels of folders
 * so that none grows large. The time of a sound's text file says when it was last used, give or
 * take {@link #NOTED_EVERY}. One process writes to a folder; any number may read.
 */
final class SoundCache {
  /** A use is noted at most this often, so that a cached sentence costs no write. */
  static final Duration NOTED_EVERY = Duration.ofMinutes(10);

  /** What was used within this time may be playing right now, and stays. */
  static final Duration KEPT_AFTER_USE = Duration.ofHours(1);

  /** On a full disk: nothing that is playing begins longer ago than that. */
  static final Duration KEPT_ON_FULL_DISK = Duration.ofMinutes(2);

  /** Below that the disk is full: a sentence in all codecs, and its work file, have 1 MB. */
  private static final long FULL_BYTES = 4L << 20;

  private static final long ROOM_BYTES = 16L << 20;

  private static final System.Logger LOG = System.getLogger(SoundCache.class.getName());

  private final Path folder;
  private final Clock clock;
  private final LongSupplier usable;
  private final SoundCleaning cleaning;

  /**
   * Opens a folder, and makes it if needed.
   *
   * @param maxBytes how much the sounds may take together
   */
  SoundCache(Path folder, long maxBytes, Clock clock) {
    this(folder, maxBytes, clock, Thread.ofVirtual().name("sound-cleaning")::start);
  }

  /** As the other one; the folder is cleaned by this executor. */
  SoundCache(Path folder, long maxBytes, Clock clock, Executor background) {
    this(folder, maxBytes, clock, background, () -> folder.toFile().getUsableSpace());
  }

  /**
   * As the other one.
   *
   * @param usable bytes that are free on the disk
   */
  SoundCache(Path folder, long maxBytes, Clock clock, Executor background, LongSupplier usable) {
    this.folder = folder.toAbsolutePath().normalize();
    this.clock = clock;
    this.usable = usable;
    this.cleaning = new SoundCleaning(this.folder, maxBytes, this::deleteUnused, background);
    created(workFolder());
  }

  /** The name of a sound: the same for the same voice and words, else another. */
  static String key(String voice, SpokenText words) {
    String all =
        String.join(
            "\n", TelephoneSound.REVISION, voice, words.language().toLanguageTag(), words.text());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The base path of a sound that is complete; it counts as used now. */
  Optional<Path> found(String key) {
    Path base = base(key);
    return SoundFiles.complete(base) && noted(SoundFiles.text(base))
        ? Optional.of(base)
        : Optional.empty();
  }

  /**
   * Keeps a sound. When it cannot be written, because the disk has become full meanwhile, old
   * sounds go, and it is tried once more.
   *
   * @return its base path
   * @throws UncheckedIOException if it cannot be written
   */
  Path stored(String key, TelephoneSound sound, SpokenText text) {
    Path base = base(key);
    try {
      written(base, sound, text);
    } catch (IOException full) {
      makesRoom();
      writtenAgain(base, sound, text);
    }
    cleaning.grown(base);
    return base;
  }

  private void writtenAgain(Path base, TelephoneSound sound, SpokenText text) {
    try {
      written(base, sound, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write sounds to " + folder, e);
    }
  }

  private void written(Path base, TelephoneSound sound, SpokenText text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(base.getParent()));
    SoundFiles.write(base, sound, text);
    setUsedNow(SoundFiles.text(base));
  }

  /**
   * A new name for a file that is needed for a moment; unused ones are cleaned away. On a full disk
   * old sounds go first, so that what a caller has to hear now can be made.
   */
  Path workFile() {
    makesRoom();
    return workFolder().resolve(UUID.randomUUID() + SoundFiles.UNFINISHED_WAVE);
  }

  private void makesRoom() {
    if (usable.getAsLong() < FULL_BYTES) {
      cleaning.makesRoom(ROOM_BYTES, usable, file -> deleteUnused(file, KEPT_ON_FULL_DISK));
    }
  }

  private Path workFolder() {
    return folder.resolve("work");
  }

  private Path base(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key);
  }

  private static void created(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
  }

  /** Notes that a sound is used now; false when it is just being deleted. */
  private boolean noted(Path text) {
    try {
      Instant used = Files.getLastModifiedTime(text).toInstant();
      if (used.isAfter(clock.instant().minus(NOTED_EVERY))) {
        return true;
      }
      synchronized (this) {
        setUsedNow(text);
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "Cannot note the use of a sound in " + folder, e);
      return true;
    }
  }

  private void setUsedNow(Path text) throws IOException {
    Files.setLastModifiedTime(text, FileTime.from(clock.instant()));
  }

  /** Deletes a sound unless it was used lately; returns the bytes that came free. */
  private long deleteUnused(Path file) throws IOException {
    return deleteUnused(file, KEPT_AFTER_USE);
  }

  private synchronized long deleteUnused(Path file, Duration kept) throws IOException {
    Instant limit = clock.instant().minus(kept).minus(NOTED_EVERY);
    if (Files.getLastModifiedTime(file).toInstant().isAfter(limit)) {
      return 0;
    }
    if (SoundFiles.isText(file)) {
      return SoundFiles.delete(SoundFiles.base(file));
    }
    long bytes = Files.size(file);
    Files.delete(file);
    return bytes;
  }
}
