package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.IN_KASSEL;
import static de.durchkommen.booking.Stage.TESTER;

import de.durchkommen.database.TestDatabase;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A stage with a waiting list, whose calls are noted instead of placed. */
final class WaitingStage implements AutoCloseable {
  static final PhoneNumber PHONE = new PhoneNumber("+4956112345678");
  static final WaitingTerms TERMS = new WaitingTerms(WaitingLimits.KEPT, CallingHours.USUAL);

  final Stage stage = new Stage(TestDatabase.fresh());
  final SeatDesk desk = stage.desk();
  final WaitingList list = new WaitingDesk(stage.rows.patient(), stage.clock, TERMS);
  final List<WaitingOffer> called = Collections.synchronizedList(new ArrayList<>());
  private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);

  void clear() {
    stage.clear();
    stage.rows.execute("TRUNCATE waiting_event");
    called.clear();
  }

  WaitingRun run() {
    return run(called::add);
  }

  WaitingRun run(OfferCall call) {
    return new WaitingRun(stage.rows.patient(), stage.clock, new Random(), schedule, TERMS, call);
  }

  static WaitingWish nearby(long person) {
    return new WaitingWish(person, IN_KASSEL, PHONE, "de", Optional.empty());
  }

  static WaitingWish only(long person, Centre centre) {
    return new WaitingWish(person, IN_KASSEL, PHONE, "de", Optional.of(centre));
  }

  /** The people from one to another wait, in this order. */
  void waiting(int from, int to) {
    for (int person = from; person <= to; person++) {
      if (!(list.signUp(nearby(person), TESTER) instanceof WaitingSignUp.SignedUp)) {
        throw new AssertionError("Not signed up: " + person);
      }
    }
  }

  /** The pair that must be kept for this person. */
  Offer kept(long person) {
    WaitingStanding standing = list.standing(person);
    if (standing instanceof WaitingStanding.Offered offered) {
      return offered.offer();
    }
    throw new AssertionError("No offer but " + standing);
  }

  /** People with something on offer, in the order in which it was offered. */
  List<String> offeredTo() {
    return stage.rows.rows(
        "SELECT person_id FROM waiting_event WHERE kind = 'OFFERED' ORDER BY id");
  }

  List<String> states() {
    return stage.rows.rows("SELECT state FROM waiting_entry ORDER BY id");
  }

  /** Kind and person of all that happened. */
  List<String> events() {
    return stage.rows.rows("SELECT kind, person_id FROM waiting_event ORDER BY id");
  }

  @Override
  public void close() {
    schedule.shutdownNow();
    stage.close();
  }
}
