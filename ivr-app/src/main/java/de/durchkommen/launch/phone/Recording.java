package de.durchkommen.launch.phone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * What was heard from pick-up to the end of a call, without gaps. It is listened to in 8 kHz, for
 * that is what all telephones have in common; what was heard in 16 kHz is also written so.
 */
public final class Recording {
  /** Samples a second that are listened to. */
  public static final int RATE = 8_000;

  /** Samples a second of better telephones. */
  static final int WIDE_RATE = 16_000;

  private final Wav heard;
  private final short[] samples;

  private Recording(short[] samples) {
    this(new Wav(samples, RATE));
  }

  private Recording(Wav heard) {
    this.heard = heard;
    this.samples = heard.rate() == RATE ? heard.samples() : TelephoneBand.narrowed(heard.samples());
  }

  /** A recording with a copy of these samples of 8 kHz. */
  public static Recording of(short[] samples) {
    return new Recording(samples.clone());
  }

  /**
   * Reads a WAV file of the formats that the phone writes. A file whose writer died before it
   * filled in the length is read to its end.
   *
   * @throws IOException if it cannot be read, or is no WAV of 8 or 16 kHz, mono, 16 bit
   */
  public static Recording read(Path wav) throws IOException {
    return new Recording(Wav.read(wav));
  }

  /** A sentence said again and again, with a pause after each time. */
  public static Recording repeated(PromptSound sound, Duration pause, Duration length)
      throws IOException {
    short[] once = sound.samples();
    int period = once.length + index(pause);
    short[] samples = new short[index(length)];
    for (int start = 0; start + once.length <= samples.length; start += period) {
      System.arraycopy(once, 0, samples, start, once.length);
    }
    return new Recording(samples);
  }

  /** How long it is. */
  public Duration length() {
    return at(samples.length);
  }

  /** Writes it as a WAV file in the rate in which it was heard, replacing what is there. */
  public void write(Path wav) throws IOException {
    heard.write(wav, heard.samples().length);
  }

  /**
   * Its sound, as a telephone says it.
   *
   * @param rate samples a second: {@link #RATE} or {@link #WIDE_RATE}
   */
  Wav sound(int rate) {
    if (rate == heard.rate()) {
      return heard;
    }
    return new Wav(rate == RATE ? samples : TelephoneBand.widened(samples), rate);
  }

  /** Whether it was heard in 16 kHz. */
  boolean isWide() {
    return heard.rate() == WIDE_RATE;
  }

  /** The samples of 8 kHz themselves, not to be written to. */
  short[] samples() {
    return samples;
  }

  /** The part from one moment to another, in 8 kHz. */
  Recording part(Duration from, Duration to) {
    int start = Math.min(index(from), samples.length);
    return new Recording(
        Arrays.copyOfRange(samples, start, Math.clamp(index(to), start, samples.length)));
  }

  /** The time of a sample of 8 kHz, from the start. */
  static Duration at(int index) {
    return Duration.ofNanos(index * (1_000_000_000L / RATE));
  }

  /** The sample of 8 kHz at a time from the start. */
  static int index(Duration time) {
    return Math.toIntExact(time.toNanos() / (1_000_000_000L / RATE));
  }
}
