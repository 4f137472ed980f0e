package de.durchkommen.line;

import de.durchkommen.agent.TalkEvents;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was told of talks, as words. */
final class HeardTalks implements TalkEvents {
  final List<String> heard = new CopyOnWriteArrayList<>();

  @Override
  public void rings(long talk) {
    heard.add("rings " + talk);
  }

  @Override
  public void begins(long talk, Instant at) {
    heard.add("begins " + talk);
  }

  @Override
  public void agentLeft(long talk, Left how) {
    heard.add("agent left " + talk + " " + how);
  }

  @Override
  public void callerLeft(long talk) {
    heard.add("caller left " + talk);
  }

  @Override
  public void askedLeft(long talk, AskedEnd how) {
    heard.add("asked left " + talk + " " + how);
  }

  @Override
  public void observerLeft(long talk) {
    heard.add("observer left " + talk);
  }

  @Override
  public void phone(String phoneUser, boolean reachable) {
    heard.add(phoneUser + " " + reachable);
  }

  @Override
  public void known() {
    heard.add("known");
  }
}
