package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.Transactions;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
  void twoAtOnceAddNothingTwice() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("giessen", 1, 4);
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 240);
    DEPOT.supply(IsoWeek.of(Depot.MONDAY.plusWeeks(1)), 240);
    WebSql web = new WebSql(DEPOT.rows.patient());
    List<CompletableFuture<GenerationReport>> all =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> DEPOT.generate(web)))
            .limit(3)
            .toList();
    int added = all.stream().mapToInt(each -> each.join().pairsAdded()).sum();
    assertThat(added * 2).isEqualTo(DEPOT.seats()).isLessThanOrEqualTo(480);
    DEPOT.generate();
    assertThat(DEPOT.seats()).isEqualTo(480);
    assertThat(DEPOT.overfull()).isEmpty();
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
