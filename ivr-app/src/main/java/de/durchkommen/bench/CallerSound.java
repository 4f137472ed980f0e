package de.durchkommen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a caller who waits sends, in A-law: 50 packets a second, or none. */
enum CallerSound {
  /** Nothing: what is measured is the hotline's side alone. */
  NONE("RTP/AVP", "a=sendrecv"),

  /** Silence, as a telephone sends it. */
  PLAIN("RTP/AVP", CallerSound.PORT),

  /** The same encrypted, and what comes back, too (SRTP, RFC 3711, with keys by RFC 4568). */
  ENCRYPTED(
      "RTP/SAVP",
      CallerSound.PORT
          + "\n      a=crypto:[cryptotag1audio] [cryptosuiteaescm128sha1801audio]"
          + " inline:[cryptokeyparams1audio]");

  /** SIPp sends nothing unless its port is told, wherever that is. */
  private static final String PORT = "a=x-sent-from:[rtpstream_audio_port]";

  private static final byte SILENT_SAMPLE = (byte) 0xD5;
  private static final int SAMPLES = 8_000;

  private final String profile;
  private final String attributes;

  CallerSound(String profile, String attributes) {
    this.profile = profile;
    this.attributes = attributes;
  }

  /**
   * A scenario in which this is filled in.
   *
   * @param folder for the file that is played
   */
  String filledIn(String scenario, Path folder) throws IOException {
    Path silence = folder.resolve("silence.alaw");
    if (this != NONE && !Files.exists(silence)) {
      byte[] samples = new byte[SAMPLES];
      Arrays.fill(samples, SILENT_SAMPLE);
      Files.write(silence, samples);
    }
    String plays =
        "<nop><action><exec rtp_stream=\"%s,-1,8,PCMA/8000\"/></action></nop>".formatted(silence);
    return scenario
        .replace("@PROFILE@", profile)
        .replace("@ATTRIBUTES@", attributes)
        .replace("@SPEAKS@", this == NONE ? "" : plays);
  }
}
