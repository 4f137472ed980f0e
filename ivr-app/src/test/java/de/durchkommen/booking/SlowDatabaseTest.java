package de.durchkommen.booking;

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
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A database whose every answer is slow, each within the limits of driver and server: together they
 * are within the limit of an answer or beyond it.
 */
@Tag("alone")
class SlowDatabaseTest {
  /** An offer takes some ten ways to the database and back. */
  private static final Duration BEARABLE = Duration.ofMillis(60);

  private static final Duration TOO_SLOW = Duration.ofMillis(300);
  private static final Duration SLACK = Duration.ofSeconds(2);

  @Test
  void slowIsNotSoldOut() throws Exception {
    TestDatabase direct = TestDatabase.fresh();
    URI address = URI.create(direct.address().substring("jdbc:".length()));
    try (Stage stage = new Stage(direct);
        StallingProxy proxy = new StallingProxy(address.getPort());
        TestDatabase through =
            TestDatabase.at("jdbc:mariadb://127.0.0.1:" + proxy.port() + address.getPath())) {
      stage.clear();
      stage.people(1);
      stage.pairs(2);
      SeatDesk desk = stage.desk(through.database(), Holds.LEFT_TO_RUN_OUT, new Random());
      desk.release(offered(desk, anywhere()).hold());
      proxy.slow(BEARABLE);
      Offer offer = offered(desk, anywhere());
      proxy.slow(TOO_SLOW);
      Instant start = Instant.now();
      assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.Unknown.class);
      assertThat(desk.book(1, offer.hold(), TESTER)).isInstanceOf(BookOutcome.Unknown.class);
      assertThat(Duration.between(start, Instant.now()))
          .isLessThan(Database.LIMIT.multipliedBy(2).plus(SLACK));
      proxy.slow(Duration.ZERO);
      booked(desk, 1, offer);
      assertThat(new Ledger(direct).wrong(Stage.NOW)).isEmpty();
    }
  }
}
