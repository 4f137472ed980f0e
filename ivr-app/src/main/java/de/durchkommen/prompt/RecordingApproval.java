package de.durchkommen.prompt;

import java.util.List;

/** Tells whether callers can be made to listen to what somebody has recorded. */
@FunctionalInterface
public interface RecordingApproval {
  /**
   * Everything that is wrong or doubtful with a recording; nothing for a good one. Takes its time:
   * the whole sound is looked at.
   *
   * @param wav a file that claims to be RIFF/WAVE, of any content
   * @param words what is said in it
   */
  List<PromptCheck.Finding> checked(byte[] wav, SpokenText words);
}
