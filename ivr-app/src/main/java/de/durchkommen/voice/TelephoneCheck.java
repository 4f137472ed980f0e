package de.durchkommen.voice;

import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.RecordingApproval;
import de.durchkommen.prompt.SpokenText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recording is fit when the telephone's sound can be made of it, and it is as long as speech. */
@ApplicationScoped
class TelephoneCheck implements RecordingApproval {
  /** In seconds; shorter ones are no word. */
  static final double SHORTEST = 0.3;

  /** In seconds; nobody listens longer. */
  static final double LONGEST = 120;

  @Override
  public List<Finding> checked(byte[] wav, SpokenText words) {
    List<Finding> findings = new ArrayList<>();
    try {
      Wave wave = RecordedSounds.wave(wav, Files.createTempFile("durchkommen-", ".wav"));
      double seconds = (double) wave.samples().length / wave.rate();
      if (seconds < SHORTEST || seconds > LONGEST) {
        findings.add(new Finding(true, length(seconds)));
      } else {
        TelephoneSound.of(wave);
      }
    } catch (EngineFailure unfit) {
      findings.add(new Finding(true, String.valueOf(unfit.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException("No room for a file", e);
    }
    return findings;
  }

  private static String length(double seconds) {
    return String.format(
        Locale.ROOT, "The sound has %.1f s; it may have %.1f to %.0f", seconds, SHORTEST, LONGEST);
  }
}
