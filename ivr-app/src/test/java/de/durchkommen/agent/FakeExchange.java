package de.durchkommen.agent;

import de.durchkommen.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An exchange that does what a test says and notes what was asked of it. */
final class FakeExchange implements Exchange {
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  final List<Live> rooms = Collections.synchronizedList(new ArrayList<>());
  volatile boolean possible = true;
  volatile Outcome outcome = Outcome.DONE;

  void reset() {
    asked.clear();
    rooms.clear();
    possible = true;
    outcome = Outcome.DONE;
  }

  private Outcome noted(String what) {
    asked.add(what);
    return outcome;
  }

  @Override
  public boolean isPossible() {
    return possible;
  }

  @Override
  public Outcome held(long talk) {
    return noted("held " + talk);
  }

  @Override
  public Outcome resumed(long talk) {
    return noted("resumed " + talk);
  }

  @Override
  public Outcome released(long talk) {
    return noted("released " + talk);
  }

  @Override
  public Outcome consulted(long talk, String phoneUser) {
    return noted("consulted " + talk + " " + phoneUser);
  }

  @Override
  public Outcome joined(long talk, String phoneUser) {
    return noted("joined " + talk + " " + phoneUser);
  }

  @Override
  public Outcome handedTo(long talk) {
    return noted("handed " + talk);
  }

  @Override
  public Outcome interpreted(long talk, PhoneNumber interpreter) {
    return noted("interpreted " + talk + " " + interpreter.e164());
  }

  @Override
  public Outcome observed(long talk, String phoneUser, Mode mode) {
    return noted("observed " + talk + " " + phoneUser + " " + mode);
  }

  @Override
  public Outcome ended(long talk) {
    return noted("ended " + talk);
  }

  @Override
  public List<Live> live() {
    if (!possible) {
      throw new IllegalStateException("Nobody knows");
    }
    return List.copyOf(rooms);
  }
}
