package de.durchkommen.call;

import static de.durchkommen.call.FakeBookingDesk.KASSEL;
import static de.durchkommen.call.FakeBookingDesk.offer;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a caller hears when seats are short, or the database fails. */
class ScarcityCallTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T13:05:00Z"), ZoneId.of("Europe/Berlin"));
  private static final String CODE = InvitationCode.withCheckDigit("471193502").digits() + "#";
  private static final String BORN = "05031941#";
  private static final Person PERSON = new Person(7, "34117");

  private static final String KASSEL_1 = "Kassel 2026-12-01T09:30 2026-12-22T09:30";
  private static final String KASSEL_2 = "Kassel 2026-12-02T09:30 2026-12-23T09:30";
  private static final String BOOKED_KASSEL_1 =
      "Kassel Digits[value=471193] 2026-12-01T09:30 2026-12-22T09:30";

  private final FakeBookingDesk desk = new FakeBookingDesk();
  private final Deque<IdentityOutcome> identities = new ArrayDeque<>();

  private Outcome answered(ScriptedCaller caller) {
    IdentityDesk identity =
        (code, date) -> {
          if (!identities.isEmpty()) {
            return identities.pop();
          }
          boolean known = date.equals(LocalDate.of(1941, 3, 5));
          return known ? new IdentityOutcome.Identified(PERSON) : new IdentityOutcome.NoMatch();
        };
    return new IncomingCall(FakeWaitingRoom.desks(identity, desk, new FakeWaitingList(), CLOCK))
        .answered(caller);
  }

  private static List<String> identified(String... rest) {
    return Stream.concat(
            Stream.of("<< welcome", "<< code.ask", ">> " + CODE, "<< birth-date.ask", ">> " + BORN),
            Arrays.stream(rest))
        .toList();
  }

  @Test
  void aFailingCalendarIsNeverSoldOut() {
    desk.working = false;
    desk.lookUps.add(new LookUp.NothingBooked());
    var caller = new ScriptedCaller(CODE, BORN);

    assertThat(answered(caller)).isEqualTo(Plain.FAILED);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                "<< failure.lookup",
                "<< person.transfer",
                "** person NOBODY",
                "<< person.nobody",
                "<< failure.lookup",
                "<< person.transfer",
                "** person NOBODY",
                "<< person.nobody",
                "<< failure.lookup",
                "<< person.transfer",
                "** person NOBODY",
                "<< failure.farewell"));
  }

  @Test
  void soldOutIsSaidWithItsTime() {
    var caller = new ScriptedCaller(CODE, BORN, "2");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .isEqualTo(
            identified("<< stock.sold-out-list 14:05", ">> 2", "<< waiting.no", "<< farewell"));
  }

  @Test
  void whoMovesWhenNothingIsLeftHearsItWithItsTimeAndKeepsTheirs() {
    desk.booked.put(7L, FakeBookingDesk.pair(offer(1, KASSEL, 1)));
    var caller = new ScriptedCaller(CODE, BORN, "2");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript).contains("<< stock.sold-out 14:05");
    assertThat(desk.booked).containsKey(7L);
  }

  @Test
  void whatOthersHoldCanBeAskedForAgain() {
    desk.offers.add(new OfferOutcome.AllHeld(Instant.parse("2026-11-30T13:07:00Z")));
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller(CODE, BORN, "1", "1", "1");

    assertThat(answered(caller).line()).startsWith("BOOKED");
    assertThat(caller.transcript).contains("<< stock.all-held-list");
  }

  @Test
  void aLostHoldIsSaidAndTheNextPairOffered() {
    desk.offering(offer(1, KASSEL, 1), offer(2, KASSEL, 2));
    desk.bookings.add(new BookOutcome.HoldLost());
    var caller = new ScriptedCaller(CODE, BORN, "1", "1", "1", "1");

    assertThat(answered(caller).line()).isEqualTo("BOOKED 471193 " + KASSEL_2);
    assertThat(caller.transcript).contains("<< offer.lost");
    assertThat(desk.held).isEmpty();
  }

  @Test
  void aBookingInDoubtIsLookedUpBeforeAnythingIsSaid() {
    desk.offering(offer(1, KASSEL, 1));
    desk.bookings.add(new BookOutcome.Unknown("connection lost"));
    desk.lookUps.add(new LookUp.NothingBooked());
    desk.lookUps.add(new LookUp.Found(FakeBookingDesk.pair(offer(1, KASSEL, 1))));
    var caller = new ScriptedCaller(CODE, BORN, "1", "1");

    assertThat(answered(caller).line()).isEqualTo("BOOKED 471193 " + KASSEL_1);
  }

  @Test
  void aBookingThatCannotBeSeenIsNeverCalledBooked() {
    desk.offering(offer(1, KASSEL, 1));
    desk.bookings.add(new BookOutcome.Unknown("connection lost"));
    desk.lookUps.add(new LookUp.NothingBooked());
    desk.lookUps.add(new LookUp.Unknown("down"));
    var caller = new ScriptedCaller(CODE, BORN, "1", "1").reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(caller.transcript).contains("<< failure.booking").doesNotContain("<< farewell");
  }

  @Test
  void whoHasAppointmentsAlreadyHearsThemInsteadOfASecondPair() {
    desk.offering(offer(2, KASSEL, 2));
    desk.lookUps.add(new LookUp.NothingBooked());
    desk.booked.put(7L, FakeBookingDesk.pair(offer(1, KASSEL, 1)));
    desk.bookings.add(new BookOutcome.AlreadyBooked(FakeBookingDesk.pair(offer(1, KASSEL, 1))));
    var caller = new ScriptedCaller(CODE, BORN, "1", "1");

    assertThat(answered(caller)).isEqualTo(Plain.HEARD);
    assertThat(caller.transcript).contains("<< appointments.told " + BOOKED_KASSEL_1);
    assertThat(desk.held).isEmpty();
  }
}
