package de.durchkommen.queue;

import de.durchkommen.queue.SettingsDesk.Version;
import java.time.Instant;

/** What became of a change of the settings. */
sealed interface SettingsChange {
  /** This version is in force; nothing new was written when it was so already. */
  record Done(Version now) implements SettingsChange {}

  /** Somebody else was faster, and this version is in force; nothing was changed. */
  record Outdated(Version now) implements SettingsChange {}

  /**
   * Who changes something, and why.
   *
   * @param at when; kept to the millisecond
   * @param actor which client, up to 60 characters
   * @param why 1 to {@link #LONGEST_WHY} characters; no personal data
   * @param request the request's id, for the audit
   */
  record Author(Instant at, String actor, String why, String request) {
    /** The longest reason. */
    static final int LONGEST_WHY = 200;
  }
}
