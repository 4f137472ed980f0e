package de.durchkommen.identity;

import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Migrated;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;

/**
 * Has both desks tell once who somebody is before the application counts as ready: the first answer
 * of a fresh process took longer on a busy machine than an answer may, and callers heard that their
 * codes could not be checked.
 */
@ApplicationScoped
class WarmUp {
  private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

  /** After all who fill the database. */
  private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

  private static final int TRIES = 3;

  private final Database phone;
  private final Database web;
  private final Clock clock;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  WarmUp() {
    this.phone = null;
    this.web = null;
    this.clock = null;
  }

  @Inject
  WarmUp(Database phone, @ForWeb Database web, Clock clock) {
    this.phone = phone;
    this.web = web;
    this.clock = clock;
  }

  void warm(@Observes @Priority(LAST) Migrated database) {
    warm(phone, "telephone");
    warm(web, "web");
  }

  private void warm(Database database, String whose) {
    InvitationDesk desk = new InvitationDesk(database, clock);
    for (int tries = 1; tries <= TRIES; tries++) {
      if (desk.answers()) {
        return;
      }
    }
    LOG.log(System.Logger.Level.WARNING, "The {0} cannot tell yet who is calling", whose);
  }
}
