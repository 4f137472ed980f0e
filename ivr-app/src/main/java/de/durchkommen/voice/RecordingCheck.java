package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Tells whether callers can be made to listen to what somebody has recorded: format, length, noise,
 * clipping, loudness, and the silence at both ends. In German, since speakers read it.
 */
public final class RecordingCheck {
  /** Samples a second; fewer have no more than a telephone. */
  static final int LEAST_RATE = 16_000;

  static final int MOST_RATE = 48_000;

  /** How loud it may be where nobody speaks, in dB below full scale. */
  static final double MOST_NOISE_DB = -50;

  /** Mean power of speech that can be brought to the target without noise or distortion. */
  static final double QUIETEST_DB = -38;

  static final double LOUDEST_DB = -10;

  /** Seconds before and after the speech. */
  static final double LEAST_REST = 0.05;

  static final double MOST_REST = 2;

  /** How much shorter or longer than an engine a person may be. */
  static final double SHORTER = 0.5;

  static final double LONGER = 2;

  /** Seconds by which each person is longer than an engine with a single short word. */
  static final double SLACK = 0.3;

  private static final double SPEECH_DB = 35;

  private final Function<SpokenText, OptionalDouble> lengths;

  /**
   * What is wrong, and what the speaker can do.
   *
   * @param what in German
   * @param remedy in German
   */
  public record Fault(String what, String remedy) {}

  /**
   * A check.
   *
   * @param lengths how many seconds an engine speaks; empty when none can
   */
  public RecordingCheck(Function<SpokenText, OptionalDouble> lengths) {
    this.lengths = lengths;
  }

  /**
   * Everything that is wrong with a recording; nothing for a good one.
   *
   * @param wav a file that claims to be RIFF/WAVE, of any content
   * @param words what is said in it
   */
  public List<Fault> faults(byte[] wav, SpokenText words) {
    Optional<WaveFile> file = WaveFile.parsed(wav);
    if (file.isEmpty()) {
      return List.of(new Fault("keine WAV-Datei", "als WAV speichern (PCM, 16 Bit, mono)"));
    }
    List<Fault> format = formatFaults(file.get());
    return format.isEmpty() ? soundFaults(file.get(), words) : format;
  }

  private static List<Fault> formatFaults(WaveFile file) {
    List<Fault> faults = new ArrayList<>();
    if (file.encoding() != WaveFile.PCM || file.bits() != WaveFile.BITS) {
      faults.add(new Fault("nicht PCM mit 16 Bit", "als WAV mit PCM, 16 Bit speichern"));
    }
    if (file.rate() < LEAST_RATE || file.rate() > MOST_RATE) {
      faults.add(
          new Fault("Abtastrate %d Hz".formatted(file.rate()), "mit 16000 bis 48000 Hz aufnehmen"));
    }
    if (file.channels() != 1 && !(file.channels() == 2 && file.isReadable() && isTwice(file))) {
      faults.add(
          new Fault("%d verschiedene Kanäle".formatted(file.channels()), "als Mono speichern"));
    }
    return faults;
  }

  /** Whether both channels are the same. */
  private static boolean isTwice(WaveFile file) {
    return Arrays.equals(file.samples(0), file.samples(1));
  }

  private List<Fault> soundFaults(WaveFile file, SpokenText words) {
    float[] samples = file.samples(0);
    SoundFrames frames = SoundFrames.of(samples, file.rate());
    if (frames.speech() < QUIETEST_DB - 20) {
      return List.of(new Fault("nichts zu hören", "Mikrofon prüfen, neu aufnehmen"));
    }
    List<Fault> faults = new ArrayList<>();
    if (Clipping.isIn(samples)) {
      faults.add(new Fault("übersteuert", "leiser einpegeln, Spitzen höchstens -6 dBFS"));
    }
    if (frames.speech() < QUIETEST_DB || frames.speech() > LOUDEST_DB) {
      faults.add(
          new Fault(
              german("Lautheit %.0f dBFS", frames.speech()),
              "auf etwa -23 dBFS einpegeln (%.0f bis %.0f)".formatted(QUIETEST_DB, LOUDEST_DB)));
    }
    boolean noisy = frames.floor() > MOST_NOISE_DB;
    if (noisy) {
      faults.add(
          new Fault(
              german("Rauschen %.0f dBFS, wo niemand spricht", frames.floor()),
              "in einem leisen Raum aufnehmen; davor und danach eine halbe Sekunde still sein"));
    } else {
      faults.addAll(restFaults(frames, file));
    }
    faults.addAll(lengthFaults(frames, file, words));
    return faults;
  }

  private static List<Fault> restFaults(SoundFrames frames, WaveFile file) {
    List<Fault> faults = new ArrayList<>();
    double before = frames.begin(SPEECH_DB) / (double) file.rate();
    double after = file.seconds() - frames.end(SPEECH_DB) / (double) file.rate();
    if (before < LEAST_REST || after < LEAST_REST) {
      faults.add(
          new Fault(
              "am %s abgeschnitten".formatted(before < LEAST_REST ? "Anfang" : "Ende"),
              "vor und nach dem Text eine halbe Sekunde Stille lassen"));
    }
    if (before > MOST_REST || after > MOST_REST) {
      faults.add(
          new Fault(
              german("%.1f s Stille am Rand", Math.max(before, after)),
              "auf eine halbe Sekunde kürzen"));
    }
    return faults;
  }

  private List<Fault> lengthFaults(SoundFrames frames, WaveFile file, SpokenText words) {
    double seconds = (frames.end(SPEECH_DB) - frames.begin(SPEECH_DB)) / (double) file.rate();
    OptionalDouble expected = lengths.apply(words);
    if (expected.isEmpty()) {
      return List.of();
    }
    double least = expected.getAsDouble() * SHORTER - SLACK / 3;
    double most = expected.getAsDouble() * LONGER + SLACK;
    if (seconds >= least && seconds <= most) {
      return List.of();
    }
    return List.of(
        new Fault(
            german("%.1f s gesprochen, erwartet etwa ", seconds)
                + german("%.1f s", expected.getAsDouble()),
            "nachhören, ob es dieser Text ist; sonst neu aufnehmen"));
  }

  private static String german(String text, double value) {
    return String.format(Locale.GERMANY, text, value);
  }
}
