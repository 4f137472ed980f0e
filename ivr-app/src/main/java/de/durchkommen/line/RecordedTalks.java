package de.durchkommen.line;

import de.durchkommen.agent.TalkEvents;
import de.durchkommen.recording.Recordings;
import java.time.Instant;

/** What happens to talks, told on; and when one begins, whoever records it is told as well. */
record RecordedTalks(TalkEvents events, Recordings recordings) implements TalkEvents {
  @Override
  public void rings(long talk) {
    events.rings(talk);
  }

  @Override
  public void begins(long talk, Instant at) {
    events.begins(talk, at);
    recordings.begins(talk);
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
    events.phone(phoneUser, reachable);
  }

  @Override
  public void known() {
    events.known();
  }
}
