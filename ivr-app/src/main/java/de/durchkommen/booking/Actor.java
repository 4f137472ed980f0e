package de.durchkommen.booking;

/**
 * Who does something, for the history of appointments.
 *
 * @param channel the way it came in
 * @param name which API client or agent, up to 60 characters; empty for a caller
 * @param reference the call's or the request's id, up to 128 characters, with which more can be
 *     found in the logs; no personal data
 */
public record Actor(Channel channel, String name, String reference) {
  /** The longest name that the history takes. */
  public static final int LONGEST_NAME = 60;

  /** The longest reference that the history takes. */
  public static final int LONGEST_REFERENCE = 128;

  /** The ways in which something comes in. */
  public enum Channel {
    /** The caller, with the keys of the telephone. */
    PHONE,
    /** Another program. */
    API,
    /** Somebody of the call centre. */
    AGENT,
    /** The hotline itself, at the end of a time limit. */
    SYSTEM
  }

  /** Cuts what is too long: a history with the beginning of an id is better than none. */
  public Actor {
    name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    reference = reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE));
  }

  /** The caller of this call. */
  public static Actor caller(String callId) {
    return new Actor(Channel.PHONE, "", callId);
  }

  /** The hotline itself, for this reason. */
  public static Actor system(String why) {
    return new Actor(Channel.SYSTEM, "", why);
  }
}
