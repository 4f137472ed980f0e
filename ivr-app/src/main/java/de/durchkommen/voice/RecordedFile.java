package de.durchkommen.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A recording as it was when it was found.
 *
 * @param stamp its time and size: when they are the same, it is not read again
 * @param hash SHA-256 of its bytes, in hexadecimal digits
 */
record RecordedFile(Path path, String stamp, String hash) {
  /** Ending of recordings. */
  static final String WAV = ".wav";

  /** Larger than ten minutes of the best format; no text is that long. */
  static final long MOST_BYTES = 60_000_000;

  private static final String TEXT = ".txt";

  /** Whether a file is taken for a recording; what other systems hide in folders is none. */
  static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(WAV)
        && !name.startsWith(".")
        && Files.isRegularFile(file);
  }

  static RecordedFile of(Path path) throws IOException {
    byte[] bytes = Files.size(path) > MOST_BYTES ? new byte[0] : Files.readAllBytes(path);
    return new RecordedFile(path, stamp(path), hash(bytes));
  }

  static String stamp(Path path) throws IOException {
    return Files.getLastModifiedTime(path).toMillis() + "/" + Files.size(path);
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The name without ending. */
  static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - WAV.length());
  }

  /** Beside a recording: the words that are said in it, in UTF-8. */
  static Path words(Path file) {
    return file.resolveSibling(name(file) + TEXT);
  }

  /** The sound, when it is still the one that was found. */
  Wave read() throws EngineFailure {
    try {
      byte[] bytes = Files.size(path) > MOST_BYTES ? new byte[0] : Files.readAllBytes(path);
      if (!hash.equals(hash(bytes))) {
        throw new EngineFailure("The recording %s was replaced just now".formatted(name(path)));
      }
      WaveFile file =
          WaveFile.parsed(bytes)
              .filter(WaveFile::isReadable)
              .orElseThrow(() ->
                  new EngineFailure("%s is not PCM with 16 bits".formatted(path.getFileName())));
      return new Wave(file.samples(0), file.rate());
    } catch (IOException e) {
      throw new EngineFailure("The recording %s cannot be read".formatted(name(path)), e);
    }
  }
}
