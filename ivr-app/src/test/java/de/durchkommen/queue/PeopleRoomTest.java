package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.OTHER;
import static de.durchkommen.queue.QueueStage.PHONE;
import static de.durchkommen.queue.RoomTest.assertAdmitted;
import static de.durchkommen.queue.RoomTest.position;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.queue.OutgoingCalls.RingResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleRoomTest {
  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private FakeStaff staff;
  private Room people;

  @BeforeEach
  void clear() {
    staff = new FakeStaff();
    people = stage.people("one", staff);
  }

  private Arrival speaking(String language) {
    return new Arrival(stage.nobody().callId(), Optional.empty(), language, Arrival.ORDINARY);
  }

  private Stay enters(Arrival arrival) {
    Stay stay = people.enters(arrival);
    stage.rounds(people);
    return stay;
  }

  private <T> T during(Supplier<T> action) {
    CompletableFuture<T> done = CompletableFuture.supplyAsync(action);
    while (!done.isDone()) {
      people.round();
    }
    return done.join();
  }

  @Test
  void nobodyIsThereUntilSomebodySignsIn() {
    assertThat(people.isDeserted()).as("before anything is known").isFalse();
    stage.rounds(people);
    assertThat(people.isDeserted()).isTrue();
    assertThat(people.isStaffed()).isFalse();
    Stay waiting = enters(stage.nobody());
    assertThat(position(waiting)).isEqualTo(1);
    staff.signedIn(7, "de");
    stage.rounds(people);
    assertThat(people.isStaffed()).isTrue();
    assertThat(people.isDeserted()).isFalse();
    assertAdmitted(waiting);
    assertThat(staff.assigned).hasSize(1);
  }

  @Test
  void whoCameFirstTalksToWhomHasBeenIdleLongest() {
    Arrival first = stage.nobody();
    Arrival second = stage.nobody();
    Arrival third = stage.nobody();
    List.of(first, second, third).forEach(people::enters);
    staff.signedIn(1, "de").signedIn(2, "de");
    stage.rounds(people);
    assertThat(staff.callsOf(1)).containsExactly(first.callId());
    assertThat(staff.callsOf(2)).containsExactly(second.callId());
    staff.isReady(2);
    staff.isReady(1);
    stage.rounds(people);
    assertThat(staff.callsOf(2)).containsExactly(second.callId(), third.callId());
    assertThat(staff.callsOf(1)).hasSize(1);
  }

  @Test
  void somebodyWhoSpeaksTheLanguageTakesTheCall() {
    staff.signedIn(1, "de").signedIn(2, "de", "tr");
    Arrival turkish = speaking("tr");
    Stay stay = enters(turkish);
    assertAdmitted(stay);
    assertThat(staff.callsOf(2)).containsExactly(turkish.callId());
  }

  @Test
  void whomNobodyFitsIsPassedOverAndKeepsThePlace() {
    staff.signedIn(1, "de").signedIn(2, "tr");
    Stay busy = enters(speaking("tr"));
    assertAdmitted(busy);
    Stay turkish = enters(speaking("tr"));
    Arrival german = speaking("de");
    assertAdmitted(enters(german));
    assertThat(staff.callsOf(1)).containsExactly(german.callId());
    assertThat(position(turkish)).isEqualTo(1);
    staff.isReady(2);
    stage.rounds(people);
    assertAdmitted(turkish);
  }

  @Test
  void aLanguageThatNobodySpeaksIsNotWaitedFor() {
    staff.signedIn(1, "de");
    assertAdmitted(enters(speaking("ar")));
  }

  @Test
  void aSkillIsAskedForWhereSomebodyHasIt() {
    staff.signedIn(1, "de").signedIn(2, Set.of("identity"), "de");
    Arrival arrival = stage.nobody().needing("identity");
    assertAdmitted(enters(arrival));
    assertThat(staff.callsOf(2)).containsExactly(arrival.callId());
    Stay second = enters(stage.nobody().needing("identity"));
    assertThat(position(second)).isEqualTo(1);
    Stay other = enters(stage.nobody().needing("wheelchair"));
    assertAdmitted(other);
  }

  @Test
  void theTwoQueuesDoNotSeeEachOther() {
    Room machine = stage.node("one");
    Arrival caller = stage.from(PHONE);
    Stay talking = machine.enters(caller);
    stage.rounds(machine, people);
    Stay waiting = people.enters(caller);
    Stay other = machine.enters(stage.nobody());
    stage.rounds(machine, people);
    assertAdmitted(talking);
    assertAdmitted(other);
    assertThat(position(waiting)).isEqualTo(1);
    talking.identified(person());
    waiting.identified(person());
    stage.rounds(machine, people);
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE live_person IS NOT NULL"))
        .containsExactly("2");
    talking.served();
    stage.pass(Duration.ofMinutes(20), machine, people);
    assertThat(position(waiting)).isEqualTo(1);
  }

  private static long person() {
    stage
        .database()
        .execute(
            "INSERT IGNORE INTO person (id, code, birth_date, name, postcode)"
                + " VALUES (7, '1234567897', '1935-01-01', 'x', '34117')");
    return 7;
  }

  @Test
  void aTalkUsesThePlaceUp() {
    staff.signedIn(1, "de");
    Arrival caller = stage.from(PHONE);
    Stay stay = enters(caller);
    stay.handsOver();
    stay.close();
    people.begun(caller.callId());
    stage.rounds(people);
    assertThat(stage.rows("SELECT outcome FROM queue_ticket")).containsExactly("SERVED");
    assertThat(people.stays()).isZero();
    assertThat(people.keeps(PHONE)).isFalse();
  }

  @Test
  void aTalkThatBeganWhileTheApplicationWasAwayUsesThePlaceUp() {
    staff.signedIn(1, "de");
    Arrival caller = stage.from(PHONE);
    enters(caller).handsOver();
    Room restarted = stage.people("one", staff);
    stage.rounds(restarted);
    restarted.begun(caller.callId());
    stage.rounds(restarted);
    assertThat(stage.rows("SELECT outcome FROM queue_ticket")).containsExactly("SERVED");
  }

  @Test
  void whomNobodyAnswersHasTheOldPlaceAndNobodyGoesBefore() {
    staff.signedIn(1, "de");
    Arrival caller = stage.nobody();
    Stay stay = enters(caller);
    stay.handsOver();
    stay.close();
    Stay later = enters(stage.nobody());
    assertThat(position(later)).isEqualTo(1);
    Stay again = enters(caller);
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(later)).isEqualTo(2);
    assertThat(people.stays()).isEqualTo(2);
    staff.isReady(1);
    stage.rounds(people);
    assertAdmitted(again);
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE served_by = 1"))
        .containsExactly("1");
  }

  @Test
  void whoHangsUpWhileItRingsHasThePlaceWhenCallingAgain() {
    staff.signedIn(1, "de");
    Arrival caller = stage.from(PHONE);
    enters(caller).handsOver();
    people.gone(caller.callId());
    stage.rounds(people);
    assertThat(people.keeps(PHONE)).isTrue();
    assertThat(people.keeps(OTHER)).isFalse();
    enters(stage.nobody());
    Stay again = enters(stage.from(PHONE));
    assertThat(again.isReturned()).isTrue();
    assertThat(position(again)).isEqualTo(1);
    assertThat(people.keeps(PHONE)).isFalse();
  }

  @Test
  void whatNobodySaysAnythingOfIsNotKeptForEver() {
    staff.signedIn(1, "de");
    enters(stage.from(PHONE)).handsOver();
    stage.pass(QueueLimits.HANDED_OVER.plusSeconds(30), people);
    assertThat(people.stays()).isZero();
    assertThat(people.keeps(PHONE)).isTrue();
  }

  @Test
  void whoLostTheAgentIsFirst() {
    staff.signedIn(1, "de");
    Arrival caller = stage.nobody();
    enters(caller).handsOver();
    people.begun(caller.callId());
    Stay later = enters(stage.nobody());
    long ticket = Long.parseLong(stage.rows("SELECT MIN(id) FROM queue_ticket").getFirst());
    Stay again = enters(caller.insteadOf(ticket));
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(later)).isEqualTo(2);
  }

  @Test
  void aPlaceOfTheOtherQueueIsNoPlaceHere() {
    Room machine = stage.node("one");
    machine.enters(stage.nobody());
    stage.rounds(machine);
    long foreign = Long.parseLong(stage.rows("SELECT id FROM queue_ticket").getFirst());
    Stay first = enters(stage.nobody());
    Stay second = enters(stage.nobody().insteadOf(foreign));
    assertThat(position(first)).isEqualTo(1);
    assertThat(position(second)).isEqualTo(2);
  }

  @Test
  void anAgentIsKeptFreeForWhoIsCalledBack() {
    Stay first = enters(stage.from(PHONE));
    during(() -> first.callBack(PHONE));
    Stay second = enters(stage.nobody());
    staff.signedIn(1, "de");
    stage.rounds(people);
    FakeTelephone.Ringing ringing = stage.telephone.ringing.getFirst();
    assertThat(ringing.call().purpose()).isEqualTo(OutgoingCall.Purpose.PERSON);
    assertThat(staff.assigned).isEmpty();
    assertThat(position(second)).isEqualTo(2);
    ringing.result().accept(RingResult.ANSWERED);
    Arrival answering = new Arrival("answer", Optional.of(PHONE), "de", Arrival.ORDINARY);
    Stay answered =
        during(() -> people.answers(answering, ringing.call().reference())).orElseThrow();
    stage.rounds(people);
    assertThat(staff.assigned).as("a machine may have picked up").isEmpty();
    Stay pressed = enters(answering);
    answered.close();
    stage.rounds(people);
    assertAdmitted(pressed);
    assertThat(staff.callsOf(1)).containsExactly("answer");
    assertThat(position(second)).isEqualTo(1);
  }

  @Test
  void whoIsCalledBackInVainKeepsNobodyFree() {
    Stay first = enters(stage.from(PHONE));
    during(() -> first.callBack(PHONE));
    Arrival second = stage.nobody();
    enters(second);
    staff.signedIn(1, "de");
    stage.rounds(people);
    stage.telephone.ringing.getFirst().result().accept(RingResult.NO_ANSWER);
    stage.rounds(people);
    assertThat(staff.callsOf(1)).containsExactly(second.callId());
  }

  @Test
  void bothNodesGiveEachAgentOneCall() {
    Room second = stage.people("two", staff);
    people.enters(stage.nobody());
    second.enters(stage.nobody());
    staff.signedIn(1, "de");
    stage.rounds(people, second);
    assertThat(staff.assigned).hasSize(1);
    staff.isReady(1);
    stage.rounds(second, people);
    assertThat(staff.assigned).hasSize(2);
  }

  @Test
  void whoWaitsToBeCalledHasAPlaceToCallInFor() {
    Stay stay = enters(stage.from(PHONE));
    assertThat(people.keeps(PHONE)).isFalse();
    during(() -> stay.callBack(PHONE));
    stage.rounds(people);
    assertThat(people.keeps(PHONE)).isTrue();
  }
}
