package de.durchkommen.agent;

/** Tells desks that something is different for them. */
public interface Notices {
  /** What this account's desk shows has changed. Returns at once and never fails. */
  void changed(long account);
}
