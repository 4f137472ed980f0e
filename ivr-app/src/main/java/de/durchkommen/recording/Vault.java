package de.durchkommen.recording;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where recordings lie, encrypted: AES-256-GCM in segments of 4 KB, each under a key that is
 * derived for its file (Tink's AES256_GCM_HKDF_4KB). Whoever exchanges, shortens or mixes files
 * makes them unreadable. Only the owner of this process may read folder and files.
 */
final class Vault {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
  private static final int SEGMENT = 4_096;
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path folder;
  private final KeyRing keys;

  Vault(Path folder, KeyRing keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /** The key for new recordings; empty when there is none. */
  Optional<String> key() {
    return keys.current();
  }

  /** What belongs to a file beside its content: no other recording's file can take its place. */
  record Label(String file, String keyId, long talk, long recording) {
    private byte[] bytes() {
      return ("talk " + talk + " recording " + recording).getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** How many bytes there is room for. */
  long room() throws IOException {
    return Files.getFileStore(made()).getUsableSpace();
  }

  /** A new file; what is written is complete only once it was closed. */
  OutputStream written(Label label) throws IOException {
    Path file = made().resolve(label.file());
    Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
    OutputStream raw = Files.newOutputStream(file);
    try {
      return aead(label).newEncryptingStream(raw, label.bytes());
    } catch (GeneralSecurityException | IOException | RuntimeException failed) {
      raw.close();
      throw new IOException("A recording cannot be encrypted", failed);
    }
  }

  /**
   * The content of a file. Each read may fail: where somebody has changed it.
   *
   * @throws java.nio.file.NoSuchFileException when it is not here
   * @throws IOException when there is no such key
   */
  InputStream read(Label label) throws IOException {
    InputStream raw = Files.newInputStream(folder.resolve(label.file()));
    try {
      return aead(label).newDecryptingStream(raw, label.bytes());
    } catch (GeneralSecurityException | IOException | RuntimeException failed) {
      raw.close();
      throw new IOException("A recording cannot be decrypted", failed);
    }
  }

  /** Deletes a file, if it is here. */
  void delete(String file) throws IOException {
    Files.deleteIfExists(folder.resolve(file));
  }

  /** Some of the files that were not changed since then. */
  List<String> files(Instant before) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (NAME.matcher(name).matches() && isOlder(file, before)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean isOlder(Path file, Instant before) {
    long changed = file.toFile().lastModified();
    return changed > 0 && changed < before.toEpochMilli();
  }

  private Path made() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    }
    Files.setPosixFilePermissions(folder, FOLDER);
    return folder;
  }

  @AccessesPartialKey // The key comes from our own file, not from one of Tink's.
  private StreamingAead aead(Label label) throws GeneralSecurityException {
    byte[] key =
        keys.key(label.keyId())
            .orElseThrow(() -> new GeneralSecurityException("No key " + label.keyId()));
    AesGcmHkdfStreamingParameters form =
        AesGcmHkdfStreamingParameters.builder()
            .setKeySizeBytes(KEY_BYTES)
            .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
            .setHkdfHashType(HashType.SHA256)
            .setCiphertextSegmentSizeBytes(SEGMENT)
            .build();
    SecretBytes secret = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(form, secret));
  }
}
