package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Sql;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.phone.CallingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change is in force on every node within two seconds: three of them, each with its thread. */
@Tag("alone")
class SettingsNodesTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final QueueSettings USUAL = QueueSettings.USUAL;

  private final TestDatabase database = TestDatabase.fresh();
  private final List<Room> rooms = new ArrayList<>();
  private final List<Rounds> rounds = new ArrayList<>();

  @AfterEach
  void stop() {
    rounds.forEach(Rounds::stop);
    database.close();
  }

  private void begin(String name) {
    Room room =
        new Room(
            database.database(),
            new Room.Surroundings(
                name,
                Clock.systemUTC(),
                new Random(name.hashCode()),
                sql -> new SettingsDesk(sql).current(USUAL).settings(),
                CallingHours.USUAL,
                new FakeTelephone(),
                QueueJournal.NONE));
    Rounds working = new Rounds(room, name);
    working.begin();
    rooms.add(room);
    rounds.add(working);
  }

  private void change(long basedOn, QueueSettings settings) {
    SettingsChange done =
        database
            .database()
            .answer(
                entities ->
                    new SettingsDesk(new Sql(entities))
                        .change(
                            basedOn,
                            settings,
                            new SettingsChange.Author(Instant.now(), "@ines", "Probe", ""),
                            USUAL),
                why -> {
                  throw new IllegalStateException(why);
                });
    assertThat(done).isInstanceOf(SettingsChange.Done.class);
  }

  private void areAll(Music music) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (rooms.stream().anyMatch(room -> room.music() != music)) {
      assertThat(System.nanoTime()).as("every node does so in time").isLessThan(end);
      Thread.sleep(10);
    }
  }

  @Test
  void everyNodeDoesAsASupervisorSays() throws InterruptedException {
    for (String name : List.of("one", "two", "three")) {
      begin(name);
    }
    Thread.sleep(LIMIT.toMillis());
    areAll(Music.MELODY);
    for (int version = 0; version < 6; version++) {
      Music next = version % 2 == 0 ? Music.TONE : Music.MELODY;
      Manner usual = Manner.USUAL;
      change(
          version,
          USUAL.with(
              new Manner(
                  usual.ranges(), Optional.empty(), next, usual.priorities(), version % 2 == 0)));
      areAll(next);
    }
  }
}
