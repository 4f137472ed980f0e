package de.durchkommen.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of recordings: a line each in a file, 256 bits in hexadecimal digits. With the first one
 * new recordings are encrypted; the others open older ones.
 */
final class KeyRing {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_KEYS = 100;
  private static final int ID_DIGITS = 8;

  private final Map<String, byte[]> keys;

  private KeyRing(Map<String, byte[]> keys) {
    this.keys = keys;
  }

  /**
   * The keys in a file; none when there is no file.
   *
   * @throws IOException when it cannot be read, or there is something else in it
   */
  static KeyRing of(Optional<Path> file) throws IOException {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    if (file.isPresent() && Files.isRegularFile(file.get())) {
      List<String> lines = Files.readAllLines(file.get());
      for (String line : lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
        if (!KEY.matcher(line).matches() || keys.size() == MOST_KEYS) {
          throw new IOException("The file of recording keys has a line that is no key");
        }
        byte[] key = HexFormat.of().parseHex(line);
        keys.put(id(key), key);
      }
    }
    return new KeyRing(keys);
  }

  /** The name of the key for new recordings; empty when there is none. */
  Optional<String> current() {
    return keys.keySet().stream().findFirst();
  }

  /** A key by its name; empty when it is not here. */
  Optional<byte[]> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** 32 bits of its hash: enough to tell it from others, and nothing of the key. */
  private static String id(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "KeyRing" + keys.keySet();
  }
}
