package de.durchkommen.inventory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of one day, slot by slot. A lane takes one seat a slot, for whichever dose.
 *
 * <p>New seats go where the fewest are. Of slots with as few, the one that lies farthest from those
 * before it goes first (the order of van der Corput, the bits of its number reversed), so that a
 * few seats are spread over the whole day.
 */
final class DayLanes {
  /** A lane at a time. */
  record Place(LocalDateTime startsAt, int lane) {}

  private record Slot(LocalDateTime startsAt, int rank, BitSet taken) {}

  private static final Comparator<Slot> EMPTIEST =
      Comparator.<Slot>comparingInt(slot -> slot.taken().cardinality())
          .thenComparingInt(Slot::rank);

  private final PriorityQueue<Slot> open = new PriorityQueue<>(EMPTIEST);
  private final int lanes;

  /**
   * The lanes of a day.
   *
   * @param taken what has seats already; what begins at no slot of today's hours takes no lane
   */
  DayLanes(OpeningTimes times, LocalDate day, List<Place> taken) {
    this.lanes = times.centre().lanes();
    Map<LocalDateTime, BitSet> byTime = new HashMap<>();
    List<LocalTime> slots = times.slots(day);
    for (int i = 0; i < slots.size(); i++) {
      LocalDateTime startsAt = day.atTime(slots.get(i));
      BitSet used = new BitSet();
      byTime.put(startsAt, used);
      open.add(new Slot(startsAt, Integer.reverse(i) >>> 1, used));
    }
    taken.forEach(place -> take(byTime.get(place.startsAt()), place.lane()));
    List<Slot> all = List.copyOf(open);
    open.clear();
    all.stream().filter(slot -> free(slot) >= 0).forEach(open::add);
  }

  private static void take(@Nullable BitSet used, int lane) {
    if (used != null) {
      used.set(lane);
    }
  }

  /** The lowest free lane, from 1; -1 when there is none. */
  private int free(Slot slot) {
    int lane = slot.taken().nextClearBit(1);
    return lane <= lanes ? lane : -1;
  }

  /** Takes so many, or as many as there are. */
  List<Place> taken(int count) {
    List<Place> places = new ArrayList<>();
    while (places.size() < count && !open.isEmpty()) {
      Slot slot = open.remove();
      int lane = free(slot);
      places.add(new Place(slot.startsAt(), lane));
      slot.taken().set(lane);
      if (free(slot) >= 0) {
        open.add(slot);
      }
    }
    return places;
  }
}
