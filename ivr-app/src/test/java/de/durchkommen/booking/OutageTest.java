package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Database;
import de.durchkommen.database.StallingProxy;
import de.durchkommen.database.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that hangs, is gone or comes back: callers are told that nobody knows. */
class OutageTest {
  /** What an answer may take beyond its limit, on a machine that is busy with other tests. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  private static final Offer OFFER =
      new Offer(
          new HoldKey(7, 1, 2),
          KASSEL,
          Stage.COMIRNATY,
          Stage.NOW.atZone(Limits.HESSEN).toLocalDateTime(),
          Stage.NOW.atZone(Limits.HESSEN).toLocalDateTime(),
          Stage.NOW);

  private final TestDatabase direct = TestDatabase.fresh();
  private final Stage stage = new Stage(direct);
  private final StallingProxy proxy;
  private final TestDatabase through;
  private final SeatDesk desk;

  OutageTest() throws Exception {
    URI address = URI.create(direct.address().substring("jdbc:".length()));
    proxy = new StallingProxy(address.getPort());
    through = TestDatabase.at("jdbc:mariadb://127.0.0.1:" + proxy.port() + address.getPath());
    Database database = through.database();
    desk = stage.desk(database, stage.holds(database), new Random());
  }

  @BeforeEach
  void someStock() {
    stage.clear();
    stage.people(1);
    stage.pair();
    stage.pairs(1);
    assertThat(desk.centres("34117")).isNotEmpty();
  }

  @AfterEach
  void close() throws Exception {
    proxy.close();
    through.close();
    stage.close();
  }

  private static <T> T inTime(Supplier<T> question) {
    Instant start = Instant.now();
    T answer = question.get();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Database.LIMIT.plus(SLACK));
    return answer;
  }

  private void allUnknown() {
    assertThat(inTime(() -> desk.offer(anywhere()))).isInstanceOf(OfferOutcome.Unknown.class);
    assertThat(inTime(() -> desk.book(1, OFFER.hold(), TESTER)))
        .isInstanceOf(BookOutcome.Unknown.class);
    assertThat(inTime(() -> desk.move(1, OFFER.hold(), TESTER)))
        .isInstanceOf(MoveOutcome.Unknown.class);
    assertThat(inTime(() -> desk.cancel(1, TESTER))).isInstanceOf(CancelOutcome.Unknown.class);
    assertThat(inTime(() -> desk.appointments(1))).isInstanceOf(LookUp.Unknown.class);
    assertThat(inTime(() -> desk.centres("34117"))).isEqualTo(List.of());
    inTime(() -> {
      desk.release(OFFER.hold());
      return OFFER;
    });
  }

  @Test
  void aHangingDatabaseIsUnknownWithinTheLimitAndForgottenAfterwards() {
    proxy.stall(true);
    allUnknown();
    proxy.stall(false);
    proxy.breakAll();
    booked(desk, 1, eventuallyOffered());
  }

  @Test
  void aDatabaseThatIsGoneIsUnknown() throws Exception {
    proxy.close();
    allUnknown();
  }

  @Test
  void aRowThatAnotherLocksForLongIsUnknown() {
    Offer offer = offered(desk, anywhere());
    direct
        .transactions()
        .run(entities -> {
          entities.createNativeQuery("SELECT id FROM seat FOR UPDATE").getResultList();
          assertThat(inTime(() -> desk.book(1, offer.hold(), TESTER)))
              .isInstanceOf(BookOutcome.Unknown.class);
          return offer;
        });
    booked(desk, 1, offer);
  }

  @Test
  void whyIsAWordForLogsWithoutValues() throws Exception {
    proxy.close();
    assertThat(desk.appointments(1))
        .isInstanceOfSatisfying(
            LookUp.Unknown.class, unknown -> assertThat(unknown.why()).matches("\\w+ \\w+/-?\\d+"));
  }

  private Offer eventuallyOffered() {
    for (int tries = 0; tries < 10; tries++) {
      if (desk.offer(anywhere()) instanceof OfferOutcome.Offered(Offer offer)) {
        return offer;
      }
    }
    throw new AssertionError("Still no answer from a database that is back");
  }
}
