package de.durchkommen.people;

import de.durchkommen.audit.AuditEvent;

/**
 * Who sends a file.
 *
 * @param channel the way it came in
 * @param name which client, or which user of the machine
 */
public record ImportActor(AuditEvent.Channel channel, String name) {
  /** Cuts what is too long. */
  public ImportActor {
    name = name.substring(0, Math.min(name.length(), AuditEvent.LONGEST_WORD));
  }
}
