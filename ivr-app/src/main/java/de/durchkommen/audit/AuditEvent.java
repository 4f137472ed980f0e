package de.durchkommen.audit;

import java.time.Instant;
import java.util.List;

/**
 * Something that somebody did.
 *
 * @param at when; kept to the millisecond
 * @param channel the way it came in
 * @param actor which client, supervisor or user of the machine; empty for the hotline itself
 * @param action what was done, in the past: {@code PEOPLE_IMPORTED}
 * @param subject to what: the key of a centre, a day, an import; no personal data
 * @param count how many rows or people it was about
 * @param reference the request's or the run's id, with which more can be found in the logs
 */
public record AuditEvent(
    Instant at,
    Channel channel,
    String actor,
    String action,
    String subject,
    long count,
    String reference) {
  /** The longest actor, action and subject. */
  public static final int LONGEST_WORD = 60;

  /** The longest reference. */
  public static final int LONGEST_REFERENCE = 128;

  /** The ways in which something comes in. */
  public enum Channel {
    /** Another program, or a supervisor's page. */
    API,
    /** Somebody at the machine, with the launcher. */
    OPERATOR,
    /** The hotline itself, at the end of a time limit. */
    SYSTEM
  }

  /** Cuts what is too long: an audit with the beginning of a word is better than none. */
  public AuditEvent {
    actor = cut(actor, LONGEST_WORD);
    action = cut(action, LONGEST_WORD);
    subject = cut(subject, LONGEST_WORD);
    reference = cut(reference, LONGEST_REFERENCE);
  }

  private static String cut(String word, int longest) {
    return word.substring(0, Math.min(word.length(), longest));
  }

  /** In the order of {@link AuditLog#ADDED}. */
  List<Object> values() {
    return List.of(at, channel.name(), actor, action, subject, count, reference);
  }
}
