package de.durchkommen.line;

import de.durchkommen.agent.TalkEvents;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether telephones can be reached, over several Asterisks: a caller may come in at any of them,
 * so a telephone can be reached when each of those that are there can ring it. One that is not
 * there rings nobody, and has no say.
 */
final class Reach {
  private final TalkEvents events;

  /** For each Asterisk that is there, by its name: the telephones that it can ring. */
  private final Map<AmiSettings, Set<String>> there = new HashMap<>();

  private final Set<String> known = new HashSet<>();

  /**
   * Nothing is known yet.
   *
   * @param events where all is told; telephones only when it has changed whether they can be
   *     reached
   */
  Reach(TalkEvents events) {
    this.events = events;
  }

  /** What one Asterisk tells. */
  Told of(AmiSettings asterisk) {
    return new Told(asterisk);
  }

  private void phone(AmiSettings asterisk, String user, boolean reachable) {
    boolean now;
    synchronized (this) {
      known.add(user);
      Set<String> rung = there.computeIfAbsent(asterisk, first -> new HashSet<>());
      if (reachable) {
        rung.add(user);
      } else {
        rung.remove(user);
      }
      now = isReached(user);
    }
    events.phone(user, now);
  }

  /** It is connected, even when no telephone has ever registered there. */
  private void connected(AmiSettings asterisk) {
    synchronized (this) {
      there.computeIfAbsent(asterisk, first -> new HashSet<>());
    }
    tellAll();
  }

  private void broken(AmiSettings asterisk) {
    synchronized (this) {
      there.remove(asterisk);
    }
    tellAll();
  }

  /** With no Asterisk at all nothing is new: what was known of telephones stays as it is. */
  private void tellAll() {
    Map<String, Boolean> all = new HashMap<>();
    synchronized (this) {
      if (there.isEmpty()) {
        return;
      }
      known.forEach(user -> all.put(user, isReached(user)));
    }
    all.forEach(events::phone);
  }

  private boolean isReached(String user) {
    return there.values().stream().allMatch(rung -> rung.contains(user));
  }

  /** The events of one Asterisk. */
  final class Told implements TalkEvents {
    private final AmiSettings asterisk;

    private Told(AmiSettings asterisk) {
      this.asterisk = asterisk;
    }

    @Override
    public void rings(long talk) {
      events.rings(talk);
    }

    @Override
    public void begins(long talk, Instant at) {
      events.begins(talk, at);
    }

    @Override
    public void agentLeft(long talk, Left how) {
      events.agentLeft(talk, how);
    }

    @Override
    public void callerLeft(long talk) {
      events.callerLeft(talk);
    }

    @Override
    public void askedLeft(long talk, AskedEnd how) {
      events.askedLeft(talk, how);
    }

    @Override
    public void observerLeft(long talk) {
      events.observerLeft(talk);
    }

    @Override
    public void phone(String phoneUser, boolean reachable) {
      Reach.this.phone(asterisk, phoneUser, reachable);
    }

    @Override
    public void known() {
      Reach.this.connected(asterisk);
      events.known();
    }

    @Override
    public void unknown() {
      Reach.this.broken(asterisk);
    }
  }
}
