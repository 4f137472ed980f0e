package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.Transactions;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that break off, that meet, and one of the real size. */
class GenerationRunTest {
  private static final Depot DEPOT = new Depot();

  @BeforeEach
  void clear() {
    DEPOT.clear();
  }

  @AfterAll
  static void close() {
    DEPOT.close();
  }

  @Test
  void whatBrokeOffIsGoneOnWith() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 200);
    DEPOT.supply(IsoWeek.of(Depot.MONDAY.plusWeeks(1)), 200);
    for (int after = 3; after <= 7; after += 2) {
      Transactions broken = breakingAfter(after);
      assertThatThrownBy(() -> DEPOT.generate(broken)).hasMessage("broken off");
      assertThat(DEPOT.bookable() * 2).as("whole pairs only").isEqualTo(DEPOT.seats());
    }
    DEPOT.generate();
    assertThat(DEPOT.seats()).isEqualTo(400);
    assertThat(DEPOT.generate()).isEqualTo(GenerationReport.NOTHING);
  }

  /** Each transaction is undone from the one after so many on. */
  private static Transactions breakingAfter(int count) {
    AtomicInteger left = new AtomicInteger(count);
    return new Transactions() {
      @Override
      public <T> T run(Function<EntityManager, T> work) {
        return DEPOT
            .rows
            .transactions()
            .run(entities -> {
              T done = work.apply(entities);
              if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("broken off");
              }
              return done;
            });
      }
    };
  }

  @Test
  void twoThatMeetAddNothingTwice() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 200);
    GenerationReport late = DEPOT.generate(overtaken());
    assertThat(DEPOT.seats()).isEqualTo(200);
    assertThat(late).isEqualTo(new GenerationReport(0, 0, 0, 100, 0, 0));
    assertThat(DEPOT.generate()).isEqualTo(GenerationReport.NOTHING);
  }

  /** Another run does everything between the two transactions that read and those that write. */
  private static Transactions overtaken() {
    AtomicInteger begun = new AtomicInteger();
    return new Transactions() {
      @Override
      public <T> T run(Function<EntityManager, T> work) {
        if (begun.incrementAndGet() == 3) {
          assertThat(DEPOT.generate().pairsAdded()).isEqualTo(100);
        }
        return DEPOT.rows.transactions().run(work);
      }
    };
  }

  /** Hessen, third week of 2021: six centres, 49,000 doses. */
  @Test
  void hessensWeek() {
    List<OpeningHours> daily =
        Stream.of(DayOfWeek.values())
            .map(day -> new OpeningHours(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
            .toList();
    for (String id : List.of("darmstadt", "frankfurt", "fulda", "giessen", "kassel", "wiesbaden")) {
      DEPOT.centre(id, 1, 30, daily);
    }
    DEPOT.supply(Depot.WEEK, 49_000);
    assertThat(DEPOT.generate()).isEqualTo(new GenerationReport(24_500, 0, 0, 0, 0, 0));
    assertThat(DEPOT.seats()).isEqualTo(49_000);
    assertThat(DEPOT.bookable()).isEqualTo(24_500);
    assertThat(DEPOT.overfull()).isEmpty();
  }
}
