package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The files of one sound: one for each {@link SoundCodec}, and {@code .txt} (UTF-8: language tag in
 * the first line, the text from the second on). The text comes last and goes first: where it is,
 * the others are complete.
 */
final class SoundFiles {
  /** Ending of files that are being written. */
  static final String UNFINISHED = ".part";

  /** What speech programs write: Pico opens nothing that is not called {@code .wav}. */
  static final String UNFINISHED_WAVE = UNFINISHED + ".wav";

  private static final String TEXT = "txt";

  private SoundFiles() {}

  /**
   * Writes the files of a sound, each complete or not at all.
   *
   * @param base path without extension, in a folder that exists
   */
  static void write(Path base, TelephoneSound sound, SpokenText text) throws IOException {
    writeAudio(base, sound);
    writeText(base, text);
  }

  /**
   * Writes the files of a sound without words, each complete or not at all.
   *
   * @param base path without extension, in a folder that exists
   */
  static void writeAudio(Path base, TelephoneSound sound) throws IOException {
    for (SoundCodec codec : SoundCodec.values()) {
      writeWhole(with(base, codec.extension()), sound.in(codec));
    }
  }

  /** The sound in a codec, as it was written. */
  static byte[] read(Path base, SoundCodec codec) throws IOException {
    return Files.readAllBytes(with(base, codec.extension()));
  }

  /** Copies the files of a sound to another place, over those that are there. */
  static void copy(Path from, Path to, SpokenText text) throws IOException {
    for (SoundCodec codec : SoundCodec.values()) {
      writeWhole(with(to, codec.extension()), read(from, codec));
    }
    writeText(to, text);
  }

  /** Whether all files are there and have something in them. */
  static boolean complete(Path base) {
    for (SoundCodec codec : SoundCodec.values()) {
      // A file that a power failure left empty is no sound.
      if (with(base, codec.extension()).toFile().length() == 0) {
        return false;
      }
    }
    return Files.exists(text(base));
  }

  /** Deletes the files of a sound; returns how many bytes they had. */
  static long delete(Path base) throws IOException {
    long bytes = Files.size(text(base));
    Files.delete(text(base));
    for (SoundCodec codec : SoundCodec.values()) {
      Path file = with(base, codec.extension());
      bytes += file.toFile().length();
      Files.deleteIfExists(file);
    }
    return bytes;
  }

  /** The file that is there only when the others are; its time tells when the sound was used. */
  static Path text(Path base) {
    return with(base, TEXT);
  }

  /** Whether a file is one that was not brought to its end, or is just being written. */
  static boolean isUnfinished(Path file) {
    String name = file.toString();
    return name.endsWith(UNFINISHED) || name.endsWith(UNFINISHED_WAVE);
  }

  /** Whether a file is the text of a sound. */
  static boolean isText(Path file) {
    return file.toString().endsWith("." + TEXT);
  }

  /** The base path to which a text file belongs. */
  static Path base(Path text) {
    String name = text.toString();
    return Path.of(name.substring(0, name.length() - TEXT.length() - 1));
  }

  private static Path with(Path base, String extension) {
    return Path.of(base + "." + extension);
  }

  private static void writeText(Path base, SpokenText text) throws IOException {
    String words = text.language().toLanguageTag() + "\n" + text.text() + "\n";
    writeWhole(text(base), words.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeWhole(Path file, byte[] content) throws IOException {
    Path part = Path.of("%s.%s%s".formatted(file, UUID.randomUUID(), UNFINISHED));
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
