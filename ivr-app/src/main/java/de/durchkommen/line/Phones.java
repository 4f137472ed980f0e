package de.durchkommen.line;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which agents' telephones can be reached, and which of them are free. */
final class Phones {
  /** What a telephone's user looks like. */
  static final Pattern USER = Pattern.compile("agent-[a-z0-9-]{1,30}");

  private static final Pattern DEVICE = Pattern.compile("PJSIP/(agent-[a-z0-9-]{1,30})");

  /** Asterisk's states of a telephone that is not registered, or does not answer. */
  private static final Set<String> AWAY = Set.of("UNAVAILABLE", "INVALID", "UNKNOWN");

  private static final String FREE = "NOT_INUSE";

  private final Told told;
  private final Map<String, String> states = new HashMap<>();

  /** Who is told of changes. */
  @FunctionalInterface
  interface Told {
    void phone(String user, boolean reachable);
  }

  Phones(Told told) {
    this.told = told;
  }

  /** Whether it can be rung right now. */
  synchronized boolean isFree(String user) {
    return FREE.equals(states.get(user));
  }

  /** Takes a {@code DeviceStateChange}; tells when it can be reached now and could not before. */
  void happened(Map<String, String> event) {
    Matcher device = DEVICE.matcher(event.getOrDefault("device", ""));
    if (!device.matches()) {
      return;
    }
    String state = event.getOrDefault("state", "");
    String before;
    synchronized (this) {
      before = states.put(device.group(1), state);
    }
    if (before == null || isThere(before) != isThere(state)) {
      told.phone(device.group(1), isThere(state));
    }
  }

  /** These are all that there are; each is told. */
  void replaced(List<Map<String, String>> rows) {
    Set<String> gone;
    synchronized (this) {
      gone = new HashSet<>(states.keySet());
      states.clear();
    }
    rows.forEach(this::happened);
    synchronized (this) {
      gone.removeAll(states.keySet());
    }
    gone.forEach(user -> told.phone(user, false));
  }

  private static boolean isThere(String state) {
    return !AWAY.contains(state);
  }
}
