package de.durchkommen.recording;

/** What callers answer to the question whether their talk may be recorded. */
public interface Consents {
  /** Where nothing is ever recorded. */
  Consents NEVER =
      new Consents() {
        @Override
        public boolean isDue(String callId) {
          return false;
        }

        @Override
        public boolean answered(String callId, Answer answer, String language) {
          return false;
        }
      };

  /** An answer. */
  enum Answer {
    YES,
    NO,
    /** Another key, or none: no yes. */
    NONE
  }

  /**
   * Whether the caller is to be asked: recording is possible and they were not asked in this call.
   * False as well when nobody knows; then nothing is recorded.
   */
  boolean isDue(String callId);

  /**
   * Writes the answer down.
   *
   * @param language in which they were asked: two small letters
   * @return whether the talk will be recorded: false as well when the yes could not be written
   */
  boolean answered(String callId, Answer answer, String language);
}
