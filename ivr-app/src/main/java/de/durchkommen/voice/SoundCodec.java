package de.durchkommen.voice;

import java.util.function.Function;

/**
 * What a sound is kept in: one file for each codec in which a call may be, so that nothing has to
 * be converted while it is played. None has a header.
 */
enum SoundCodec {
  /** G.711 A-law, 8 kHz: Europe. */
  ALAW("alaw", sound -> G711.ALAW.encoded(sound.narrow())),
  /** G.711 mu-law, 8 kHz: North America and Japan. */
  ULAW("ulaw", sound -> G711.ULAW.encoded(sound.narrow())),
  /** 64 kbit/s, 16 kHz: "HD" telephones. */
  G722("g722", sound -> G722Encoder.encoded(sound.wide())),
  /** The master: 16 bit, little endian, 16 kHz. */
  SLIN16("sln16", sound -> Linear.encoded(sound.wide()));

  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
  private final Function<TelephoneSound, byte[]> encoding;

  SoundCodec(String extension, Function<TelephoneSound, byte[]> encoding) {
    this.extension = extension;
    this.encoding = encoding;
  }

  /** File name extension by which Asterisk knows the codec, without the dot. */
  String extension() {
    return extension;
  }

  /** The whole file. */
  byte[] encoded(TelephoneSound sound) {
    return encoding.apply(sound);
  }
}
