package de.durchkommen.line;

import static de.durchkommen.line.TestLine.prompt;

import de.durchkommen.call.Caller;
import de.durchkommen.call.Caller.Tone;
import de.durchkommen.call.Key;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many callers with a code, a birth date and a "yes", each with keys of their own. */
final class Crowd {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CODE_DIGITS = 10;
  private static final int BIRTH_DIGITS = 8;

  /** What the script has understood, by call. */
  final Map<String, String> understood = new ConcurrentHashMap<>();

  private final Runnable inTheMiddle;

  /**
   * A crowd.
   *
   * @param inTheMiddle done by each call between the questions
   */
  Crowd(Runnable inTheMiddle) {
    this.inTheMiddle = inTheMiddle;
  }

  /** The script. */
  Outcome answered(Caller caller) {
    AgiCaller citizen = (AgiCaller) caller;
    citizen.hears(prompt("welcome"));
    String keyed = keys(citizen, "code.ask", CODE_DIGITS);
    inTheMiddle.run();
    keyed += keys(citizen, "birth.ask", BIRTH_DIGITS);
    keyed += keys(citizen, "offer.ask", 1);
    understood.put(caller.callId(), keyed);
    citizen.learns(prompt("booked"));
    return Plain.ENDED;
  }

  private static String keys(AgiCaller caller, String question, int digits) {
    StringBuilder keyed = new StringBuilder();
    Optional<Key> key = caller.played(prompt(question), Tone.QUESTION);
    while (keyed.length() < digits) {
      keyed.append(key.orElseThrow().symbol());
      key = keyed.length() < digits ? caller.key(PATIENCE) : Optional.empty();
    }
    return keyed.toString();
  }

  /** The keys of one caller. */
  static String keysOf(int caller) {
    return "%010d%08d1".formatted(caller * 7_919L, caller);
  }

  /** These many callers call at once; returns when all have ended, and fails if one failed. */
  static void calls(int port, int callers) {
    try (ExecutorService telephones = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        int caller = i;
        telephones.execute(() -> telephoned(port, caller));
      }
    }
  }

  private static void telephoned(int port, int caller) {
    Iterator<Integer> keys = keysOf(caller).chars().iterator();
    try (FakeAsterisk asterisk = FakeAsterisk.calling(port, "crowd-" + caller)) {
      for (String command = asterisk.command(); command != null; command = asterisk.command()) {
        asterisk.replies(reply(command, keys));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Keys are pressed while a question is played and when a key is awaited patiently. */
  private static String reply(String command, Iterator<Integer> keys) {
    if (command.startsWith("STREAM FILE") && command.contains(".ask")) {
      return "200 result=" + keys.next() + " endpos=800";
    }
    if (command.equals("WAIT FOR DIGIT " + PATIENCE.toMillis())) {
      return "200 result=" + keys.next();
    }
    return command.startsWith("SET") ? "200 result=1" : "200 result=0 endpos=8000";
  }
}
