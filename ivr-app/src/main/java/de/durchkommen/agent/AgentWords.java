package de.durchkommen.agent;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Languages and skills as columns hold them: sorted, with commas between. */
final class AgentWords {
  private AgentWords() {}

  static Set<String> set(String listed) {
    return listed.isEmpty() ? Set.of() : Set.copyOf(List.of(listed.split(",", -1)));
  }

  static String listed(Collection<String> words) {
    return String.join(",", new TreeSet<>(words));
  }
}
