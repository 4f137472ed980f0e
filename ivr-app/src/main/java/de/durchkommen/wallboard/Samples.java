package de.durchkommen.wallboard;

import de.durchkommen.queue.QueueKind;
import de.durchkommen.queue.RoomGlance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What this node has seen of both queues, by minute; the last hour of it. */
final class Samples {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Map<Key, Sample> most = new ConcurrentHashMap<>();

  private record Key(Instant minute, int queue) {}

  /** It looks like this now. */
  void seen(QueueKind kind, RoomGlance now) {
    Instant minute = now.asOf().truncatedTo(ChronoUnit.MINUTES);
    most.keySet().removeIf(key -> key.minute().isBefore(minute.minus(KEPT)));
    most.merge(new Key(minute, kind.number()), Sample.of(now), Sample::most);
  }

  /** The most in the minute that began then; empty when nobody looked, and for queue 0. */
  Optional<Sample> of(Instant minute, int queue) {
    return Optional.ofNullable(most.get(new Key(minute, queue)));
  }
}
