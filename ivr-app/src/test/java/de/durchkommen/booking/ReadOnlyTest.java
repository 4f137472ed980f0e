package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Database;
import de.durchkommen.database.KillableServer;
import de.durchkommen.database.LocalTransactions;
import de.durchkommen.database.TestDatabase;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A server that only reads, as after a switch to its replica: nobody is told "sold out". */
class ReadOnlyTest {
  @Test
  void whatMustWriteIsUnknownAndLookUpsWork() throws Exception {
    KillableServer server = KillableServer.shared();
    String address = server.freshSchema("readonly");
    try (Stage stage = new Stage(TestDatabase.migrated(address))) {
      stage.rows.execute("CREATE OR REPLACE USER 'hotline'@'localhost' IDENTIFIED BY 'x'");
      stage.rows.execute("GRANT ALL PRIVILEGES ON readonly.* TO 'hotline'@'localhost'");
      stage.clear();
      stage.people(2);
      stage.pairs(3);
      try (LocalTransactions limited = new LocalTransactions(address, "hotline", "x", 8)) {
        SeatDesk desk = stage.desk(new Database(limited), Holds.LEFT_TO_RUN_OUT, new Random());
        readOnly(stage, desk);
      }
    }
  }

  private static void readOnly(Stage stage, SeatDesk desk) {
    AppointmentPair pair = booked(desk, 1, offered(desk, anywhere()));
    Offer offer = offered(desk, anywhere());
    stage.rows.execute("SET GLOBAL read_only = 1");
    try {
      assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.Unknown.class);
      assertThat(desk.renew(offer.hold())).isInstanceOf(RenewOutcome.Unknown.class);
      assertThat(desk.book(2, offer.hold(), TESTER)).isInstanceOf(BookOutcome.Unknown.class);
      assertThat(desk.move(1, offer.hold(), TESTER)).isInstanceOf(MoveOutcome.Unknown.class);
      assertThat(desk.cancel(1, TESTER)).isInstanceOf(CancelOutcome.Unknown.class);
      desk.release(offer.hold());
      assertThat(desk.appointments(1)).isEqualTo(new LookUp.Found(pair));
      assertThat(desk.appointments(2)).isEqualTo(new LookUp.NothingBooked());
      assertThat(desk.stock(anywhere())).isEqualTo(new Stock.Available(1, Stage.NOW));
      assertThat(desk.search(anywhere(), 9))
          .isInstanceOfSatisfying(
              SearchOutcome.Found.class, found -> assertThat(found.pairs()).hasSize(1));
      assertThat(desk.centres("34117")).hasSize(2);
    } finally {
      stage.rows.execute("SET GLOBAL read_only = 0");
    }
    assertThat(new Ledger(stage.rows).wrong(Stage.NOW)).isEmpty();
    assertThat(booked(desk, 2, offer).first()).isEqualTo(offer.first());
    assertThat(desk.cancel(1, TESTER)).isEqualTo(new CancelOutcome.Cancelled(pair));
  }
}
