package de.durchkommen.editing;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import de.durchkommen.prompt.Recording;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A recording in the database, which is read when its sound is not there yet.
 *
 * @param hash see {@link Recording#hash}
 * @param database where it is
 */
public record StoredRecording(String hash, Database database) implements Recording {
  @Override
  public byte[] wav() {
    Optional<byte[]> found =
        database.answer(
            entities ->
                new Sql(entities)
                    .first(
                        "SELECT wav FROM prompt_recording WHERE hash = ?",
                        row -> row.getBytes(1),
                        List.of(hash)),
            why -> {
              throw new VoiceUnavailableException("No recording from the database: " + why);
            });
    return found.orElseThrow(() -> new VoiceUnavailableException("No recording " + hash));
  }

  /** The name of a recording. */
  public static String hash(byte[] wav) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wav));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Keeps a recording; once, however often it is sent. */
  public static void add(Sql sql, byte[] wav) {
    sql.update(
        "INSERT IGNORE INTO prompt_recording (hash, wav) VALUES (?, ?)", List.of(hash(wav), wav));
  }
}
