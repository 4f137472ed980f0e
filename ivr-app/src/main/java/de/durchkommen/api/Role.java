package de.durchkommen.api;

/** What an API client may do. */
public enum Role {
  /** Search, hold, book, move and cancel for people: a portal. */
  BOOKING,
  /** The same, and see what a centre's day looks like: the call centre. */
  AGENT,
  /** Everything: centres, supply, people, exports. */
  SUPERVISOR
}
