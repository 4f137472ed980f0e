package de.durchkommen.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Measures finished sounds as callers hear them: how loud they are, how near to clipping, and how
 * long their pauses; each sound by itself. In German, since whoever makes sounds reads it. For one
 * thread.
 */
public final class SoundReport {
  private final List<MeasuredSound> sounds = new ArrayList<>();

  /** A report on nothing yet. */
  public SoundReport() {}

  /**
   * Measures one more sound.
   *
   * @param id what it is called in the report
   * @param sound absolute path without extension, as an {@link de.durchkommen.prompt.Announcer}
   *     tells it
   * @throws IOException if it cannot be read
   */
  public void add(String id, Path sound) throws IOException {
    sounds.add(MeasuredSound.read(id, sound));
  }

  /** How many sounds were measured. */
  public int count() {
    return sounds.size();
  }

  /** The range of loudness, the highest peak and the longest pause, in one line. */
  public String summary() {
    String number = "%d Ansagen".formatted(sounds.size());
    if (sounds.isEmpty()) {
      return number;
    }
    return String.format(
        Locale.GERMANY,
        "%s, Lautheit %s bis %s LUFS (Ziel %.0f ± %.0f), Spitze %s dBFS, längste Pause %.2f s",
        number,
        decibels(quietest().quieter()),
        decibels(loudest().louder()),
        Loudness.TARGET_LUFS,
        MeasuredSound.TOLERANCE_LU,
        decibels(highest().peak()),
        longest().pause());
  }

  /**
   * The sounds outside of the limits, in the order in which they came, each with its id and what is
   * wrong: loudness more than 1 LU from the target, clipping (a sample at full scale, or a true
   * peak of 0 dBFS), a pause above 0.7 s.
   */
  public List<String> outside() {
    return sounds.stream()
        .filter(sound -> !sound.faults().isEmpty())
        .map(sound -> sound.id() + ": " + String.join("; ", sound.faults()))
        .toList();
  }

  /** The sound that is quietest in one of its bands. */
  MeasuredSound quietest() {
    return Collections.min(sounds, Comparator.comparingDouble(MeasuredSound::quieter));
  }

  /** The sound that is loudest in one of its bands. */
  MeasuredSound loudest() {
    return Collections.max(sounds, Comparator.comparingDouble(MeasuredSound::louder));
  }

  /** The sound with the highest peak. */
  MeasuredSound highest() {
    return Collections.max(sounds, Comparator.comparingDouble(MeasuredSound::peak));
  }

  /** The sound with the longest pause. */
  MeasuredSound longest() {
    return Collections.max(sounds, Comparator.comparingDouble(MeasuredSound::pause));
  }

  private static String decibels(double value) {
    return Double.isInfinite(value) ? "-∞" : String.format(Locale.GERMANY, "%.2f", value);
  }
}
