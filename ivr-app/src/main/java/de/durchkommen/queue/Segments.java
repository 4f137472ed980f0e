package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Events in pieces, within each of which only the order of one stay matters. A new piece begins
 * with somebody who may come back for a place that was left in the piece before.
 */
final class Segments {
  private Segments() {}

  static List<List<Event>> of(List<Event> events) {
    List<List<Event>> segments = new ArrayList<>();
    List<Event> segment = new ArrayList<>();
    Set<String> left = new HashSet<>();
    for (Event event : events) {
      if (event instanceof Event.Entered entered
          && names(entered.arrival()).stream().anyMatch(left::contains)) {
        segments.add(segment);
        segment = new ArrayList<>();
        left.clear();
      }
      switch (event) {
        case Event.Left gone -> gone.arrival().ifPresent(who -> left.addAll(names(who)));
        case Event.Wished wish -> left.addAll(names(wish.arrival()));
        default -> {}
      }
      segment.add(event);
    }
    segments.add(segment);
    return segments;
  }

  private static List<String> names(Arrival arrival) {
    List<String> names = new ArrayList<>();
    names.add(arrival.callId());
    arrival.number().map(PhoneNumber::e164).ifPresent(names::add);
    return names;
  }
}
