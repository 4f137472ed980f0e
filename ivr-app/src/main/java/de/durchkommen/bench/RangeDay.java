package de.durchkommen.bench;

import de.durchkommen.database.Database;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.News;
import de.durchkommen.queue.OpeningHours;
import de.durchkommen.queue.QueueSettings;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.SteppedRoom;
import de.durchkommen.queue.WaitRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One day in the waiting room, in the seconds that its rounds take: callers come by chance, talk
 * for a lognormal time, and some give up. What each was told at entry is compared with how long it
 * took.
 */
final class RangeDay {
  private static final Duration STEP = Duration.ofSeconds(2);

  /** Seconds of a talk, and of a caller's patience. */
  private static final double TALK = 240;

  private static final double PATIENCE = 1_500;

  /** The spread of both: a few take many times as long. */
  private static final double SIGMA = 0.8;

  private final RangeRegime regime;
  private final Random random;
  private final SteppedRoom room;
  private final List<Caller> waiting = new ArrayList<>();
  private final PriorityQueue<Talk> talks = new PriorityQueue<>();
  private final List<Told> told = new ArrayList<>();
  private final Instant begin = Instant.parse("2021-01-12T07:00:00Z");
  private Instant now = begin;
  private int calls;

  /**
   * What somebody was told at entry.
   *
   * @param took how long it took
   */
  record Told(WaitRange range, Duration took) {
    boolean holds() {
      return range.holds(took);
    }
  }

  private record Talk(Instant ends, Stay stay) implements Comparable<Talk> {
    @Override
    public int compareTo(Talk other) {
      return ends.compareTo(other.ends);
    }
  }

  private static final class Caller {
    private final Stay stay;
    private final Instant patience;
    private @Nullable WaitRange range;
    private Instant since = Instant.MAX;

    Caller(Stay stay, Instant patience) {
      this.stay = stay;
      this.patience = patience;
    }
  }

  RangeDay(RangeRegime regime, Database database, long seed) {
    this.regime = regime;
    this.random = new Random(seed);
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    this.room =
        new SteppedRoom(database, settings(regime.dialogues()), clock, new Random(seed + 1));
  }

  private static QueueSettings settings(int dialogues) {
    QueueSettings usual = QueueSettings.USUAL;
    return new QueueSettings(
        dialogues,
        usual.order(),
        usual.lobby(),
        Duration.ofMinutes(1),
        usual.soonest(),
        usual.latest(),
        false,
        usual.closing(),
        false,
        OpeningHours.ALWAYS);
  }

  /** All who were told something and were let in. */
  List<Told> passed() {
    while (Duration.between(begin, now).compareTo(regime.length()) < 0) {
      now = now.plus(STEP);
      Duration passed = Duration.between(begin, now);
      room.sets(settings(regime.dialogues(passed)));
      come(regime.crowd(passed));
      while (!talks.isEmpty() && !talks.peek().ends().isAfter(now)) {
        talks.remove().stay().served();
      }
      if (!room.round()) {
        throw new IllegalStateException("The database does not answer");
      }
      look();
    }
    waiting.forEach(caller -> caller.stay.close());
    talks.forEach(talk -> talk.stay().close());
    room.round();
    return told;
  }

  private void come(double crowd) {
    double mean = STEP.toSeconds() * regime.load() * crowd * regime.dialogues() / TALK;
    for (double left = mean - exponential(); left > 0; left -= exponential()) {
      calls++;
      Arrival arrival = new Arrival("call-" + calls, Optional.empty(), "de", Arrival.ORDINARY);
      waiting.add(new Caller(room.enters(arrival), now.plus(logNormal(PATIENCE))));
    }
  }

  private void look() {
    for (Iterator<Caller> callers = waiting.iterator(); callers.hasNext(); ) {
      Caller caller = callers.next();
      if (caller.stay.standing() instanceof Standing.Admitted) {
        admitted(caller);
        callers.remove();
      } else if (now.isAfter(caller.patience)) {
        caller.stay.close();
        callers.remove();
      } else {
        caller.stay.news().ifPresent(news -> hears(caller, news));
      }
    }
  }

  private void hears(Caller caller, News news) {
    if (news.kind() == News.Kind.ENTRY && caller.range == null) {
      caller.range = news.range().orElse(null);
      caller.since = now;
    }
    caller.stay.told(news);
  }

  private void admitted(Caller caller) {
    WaitRange range = caller.range;
    if (range != null) {
      told.add(new Told(range, Duration.between(caller.since, now)));
    }
    talks.add(new Talk(now.plus(logNormal(TALK)), caller.stay));
  }

  private double exponential() {
    return -Math.log(1 - random.nextDouble());
  }

  /** With this mean, in seconds. */
  private Duration logNormal(double mean) {
    double seconds = mean * Math.exp(SIGMA * random.nextGaussian() - SIGMA * SIGMA / 2);
    return Duration.ofMillis((long) (1e3 * seconds));
  }
}
