package de.durchkommen.voice;

import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.RecordingApproval;
import de.durchkommen.prompt.SpokenText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** A recording is fit when a speaker would not be asked to make it again; see RecordingCheck. */
@ApplicationScoped
class TelephoneCheck implements RecordingApproval {
  private final RecordingCheck check;

  /** Compares lengths with what the engines say, not with what others recorded. */
  @Inject
  TelephoneCheck(PromptLibrary library, Config config, Clock clock) {
    this(
        new RecordingCheck(
            new EngineLength(
                Voices.engines(
                    library, key -> config.getOptionalValue(key, String.class), clock))));
  }

  TelephoneCheck(RecordingCheck check) {
    this.check = check;
  }

  /** For the container's proxy, which checks nothing itself. */
  @SuppressWarnings("NullAway")
  TelephoneCheck() {
    this.check = null;
  }

  @Override
  public List<Finding> checked(byte[] wav, SpokenText words) {
    return check.faults(wav, words).stream()
        .map(fault -> new Finding(true, fault.what() + ": " + fault.remedy()))
        .toList();
  }
}
