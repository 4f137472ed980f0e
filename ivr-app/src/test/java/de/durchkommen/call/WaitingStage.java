package de.durchkommen.call;

import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.Person;
import de.durchkommen.queue.News;
import de.durchkommen.queue.News.Kind;
import de.durchkommen.queue.WaitRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A caller, a waiting room and the desks behind it, on a clock that goes on with the music. */
final class WaitingStage {
  static final String CODE = InvitationCode.withCheckDigit("471193502").digits() + "#";
  static final String BORN = "05031941#";
  static final Person PERSON = new Person(7, "34117");
  static final String SHOWN = "+4956112345678";
  static final String SPOKEN = "Digits[value=056112345678]";

  final FakeWaitingRoom room = new FakeWaitingRoom();
  final FakeStay stay = room.stay;
  final FakeBookingDesk desk = new FakeBookingDesk();
  final FakeWaitingList list = new FakeWaitingList();
  final MusicClock clock = new MusicClock();
  IdentityDesk identity = (code, date) -> new IdentityOutcome.Identified(PERSON);

  Desks desks() {
    return room.with(identity, desk, list, clock);
  }

  /** A caller for whom the stay goes on with each stretch of music. */
  ScriptedCaller caller(String... entries) {
    return new ScriptedCaller(entries)
        .whileMusicPlays(within -> {
          stay.goesOn();
          clock.now = clock.now.plus(within);
        });
  }

  static News news(Kind kind, int position, int fromMinutes, int untilMinutes) {
    var range =
        new WaitRange(
            Duration.ofMinutes(fromMinutes), Optional.of(Duration.ofMinutes(untilMinutes)));
    return new News(kind, position, Optional.of(range), Optional.empty());
  }

  static News news(Kind kind, int position) {
    return new News(kind, position, Optional.empty(), Optional.empty());
  }

  /** Stands unless music plays. */
  static final class MusicClock extends Clock {
    private Instant now = FakeStay.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Europe/Berlin");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
