package de.durchkommen.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The transcripts of the calls of this process, for the agent who takes a call over and for the
 * test telephone. Kept in memory only, the newest {@link #MAX_CALLS}.
 */
@ApplicationScoped
public class CallJournal {
  /** How many transcripts are kept; the oldest goes first. */
  static final int MAX_CALLS = 2_000;

  private final Map<String, Transcript> transcripts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Transcript> eldest) {
          return size() > MAX_CALLS;
        }
      };

  /** A new transcript; one of the same id is replaced. */
  public Transcript opened(String callId) {
    Transcript transcript = new Transcript();
    synchronized (transcripts) {
      transcripts.put(callId, transcript);
    }
    return transcript;
  }

  /** The transcript of a call that comes back to the scripts; a new one when it is not known. */
  public Transcript continued(String callId) {
    synchronized (transcripts) {
      return transcripts.computeIfAbsent(callId, id -> new Transcript());
    }
  }

  /** The transcript of a call, running or ended; empty when it is not known (any more). */
  public Optional<Transcript> transcript(String callId) {
    synchronized (transcripts) {
      return Optional.ofNullable(transcripts.get(callId));
    }
  }
}
