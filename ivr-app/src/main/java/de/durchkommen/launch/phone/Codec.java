package de.durchkommen.launch.phone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way to code sound that a telephone may offer to the hotline. */
public enum Codec {
  /** ITU-T G.711 A-law, the codec of the telephone network in Europe: 8 kHz. */
  ALAW("pcma", Recording.RATE, "g711.so"),

  /** ITU-T G.711 µ-law, that of North America and Japan: 8 kHz. */
  ULAW("pcmu", Recording.RATE, "g711.so"),

  /**
   * ITU-T G.722 at 64 kbit/s: sound of 16 kHz. SDP and the time stamps of RTP say 8 kHz all the
   * same (RFC 3551, section 4.5.2).
   */
  G722("g722", Recording.WIDE_RATE, "g722.so");

  private final String baresipName;
  private final int rate;
  private final String module;

  Codec(String baresipName, int rate, String module) {
    this.baresipName = baresipName;
    this.rate = rate;
    this.module = module;
  }

  /** The codec that a user calls by its name in lower case, such as {@code g722}. */
  public static Optional<Codec> named(String name) {
    return Arrays.stream(values())
        .filter(codec -> codec.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Samples of its sound a second, which is not the clock of its RTP packets. */
  int rate() {
    return rate;
  }

  /** As an account of baresip names it: name, samples a second, channels. */
  String inAccount() {
    return "%s/%d/1".formatted(baresipName, rate);
  }

  /** File name of the module by which baresip knows it. */
  String module() {
    return module;
  }
}
