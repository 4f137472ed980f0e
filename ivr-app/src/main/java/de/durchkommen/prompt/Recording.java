package de.durchkommen.prompt;

/**
 * What a person has recorded for a text without placeholders; it is heard instead of the voice.
 * Equal to another one with the same {@link #hash}.
 */
public interface Recording {
  /** SHA-256 of the file, in 64 small hexadecimal digits: the same for the same sound only. */
  String hash();

  /**
   * The file, as it was sent: RIFF/WAVE.
   *
   * @throws VoiceUnavailableException when it cannot be read now
   */
  byte[] wav();
}
