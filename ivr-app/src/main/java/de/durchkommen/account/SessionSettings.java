package de.durchkommen.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets of sessions. */
@Dependent
class SessionSettings {
  private final Duration idle;
  private final boolean secure;

  /**
   * Takes the settings.
   *
   * @param idle a session ends when it is not used for so long, 1 minute to 12 hours
   * @param secure whether cookies are for TLS only, even when a request came without: a proxy in
   *     front of the application has it then
   * @throws IllegalArgumentException when {@code idle} is out of its range
   */
  @Inject
  SessionSettings(
      @ConfigProperty(name = "durchkommen.session.idle", defaultValue = "PT30M") Duration idle,
      @ConfigProperty(name = "durchkommen.session.secure", defaultValue = "false") boolean secure) {
    if (idle.compareTo(AccountLimits.SHORTEST_IDLE) < 0
        || idle.compareTo(AccountLimits.SESSION_AT_MOST) > 0) {
      throw new IllegalArgumentException(
          "durchkommen.session.idle has to be from PT1M to PT12H, and is " + idle);
    }
    this.idle = idle;
    this.secure = secure;
  }

  Duration idle() {
    return idle;
  }

  boolean secure() {
    return secure;
  }
}
