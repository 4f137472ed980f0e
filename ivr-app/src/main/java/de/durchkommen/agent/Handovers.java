package de.durchkommen.agent;

import java.util.Optional;

/** What goes along with callers who are connected to agents. Kept for 30 days. */
public interface Handovers {
  /**
   * Keeps it; a later one of the same call takes its place. Never fails: without a database it is
   * written as soon as there is one, unless this process ends before.
   */
  void wrote(Handover handover);

  /** What went along with this call; empty when there is none, or nobody knows. */
  Optional<Handover> of(String callId);
}
