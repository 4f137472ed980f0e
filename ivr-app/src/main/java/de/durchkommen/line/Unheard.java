package de.durchkommen.line;

import de.durchkommen.agent.TalkEvents;
import java.time.Instant;

/** Nobody wants to know of talks. */
final class Unheard implements TalkEvents {
  @Override
  public void rings(long talk) {}

  @Override
  public void begins(long talk, Instant at) {}

  @Override
  public void agentLeft(long talk, Left how) {}

  @Override
  public void callerLeft(long talk) {}

  @Override
  public void askedLeft(long talk, AskedEnd how) {}

  @Override
  public void observerLeft(long talk) {}

  @Override
  public void phone(String phoneUser, boolean reachable) {}

  @Override
  public void known() {}
}
