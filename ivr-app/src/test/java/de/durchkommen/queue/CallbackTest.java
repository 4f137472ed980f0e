package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.OTHER;
import static de.durchkommen.queue.QueueStage.PHONE;
import static de.durchkommen.queue.RoomTest.assertAdmitted;
import static de.durchkommen.queue.RoomTest.position;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.OutgoingCalls.RingResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallbackTest {
  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private Room node;

  @BeforeEach
  void clear() {
    node = stage.node("one");
  }

  private List<Stay> arrive(int count) {
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stays.add(node.enters(stage.nobody()));
    }
    stage.rounds(node);
    return stays;
  }

  /** Does what waits for a round, and works rounds until it is done. */
  private <T> T during(Supplier<T> action) {
    CompletableFuture<T> done = CompletableFuture.supplyAsync(action);
    while (!done.isDone()) {
      node.round();
    }
    return done.join();
  }

  private CallbackOutcome wish(Stay stay, PhoneNumber number) {
    return during(() -> stay.callBack(number));
  }

  private Optional<Stay> answers(PhoneNumber number, long ticket) {
    return during(() -> node.answers(stage.from(number), ticket));
  }

  /** Time passes until a telephone rings; no longer than somebody would wait for it. */
  private static FakeTelephone.Ringing rings(Room working) {
    Duration passed = Duration.ZERO;
    while (stage.telephone.ringing.isEmpty() && passed.compareTo(Duration.ofMinutes(15)) < 0) {
      stage.pass(Duration.ofSeconds(10), working);
      passed = passed.plusSeconds(10);
    }
    return stage.telephone.only();
  }

  @Test
  void thePlaceIsKeptAndTheTelephoneRingsAtItsTurn() {
    List<Stay> talking = arrive(2);
    Stay first = node.enters(stage.nobody());
    Stay wishing = node.enters(stage.from(PHONE));
    Stay last = node.enters(stage.nobody());
    stage.rounds(node);
    CallbackOutcome outcome = wish(wishing, PHONE);
    assertThat(outcome).isInstanceOf(CallbackOutcome.Kept.class);
    assertThat(((CallbackOutcome.Kept) outcome).position()).contains(2);
    wishing.close();
    stage.rounds(node);
    assertThat(position(last)).isEqualTo(3);
    assertThat(stage.telephone.ringing).isEmpty();

    talking.get(0).served();
    stage.rounds(node);
    assertAdmitted(first);
    assertThat(stage.telephone.ringing).isEmpty();

    first.served();
    stage.rounds(node);
    FakeTelephone.Ringing ringing = stage.telephone.only();
    assertThat(ringing.call().number()).isEqualTo(PHONE);
    assertThat(last.standing()).isInstanceOf(Standing.Waiting.class);

    Stay called = answers(PHONE, ringing.call().reference()).orElseThrow();
    stage.rounds(node);
    assertAdmitted(called);
    assertThat(position(last)).isEqualTo(1);
    called.served();
    stage.rounds(node);
    assertAdmitted(last);
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE phone IS NOT NULL"))
        .containsExactly("0");
  }

  @Test
  void whoDoesNotPickUpIsCalledThreeTimesAndNobodyWaitsForThem() {
    List<Stay> talking = arrive(2);
    Stay wishing = node.enters(stage.from(PHONE));
    Stay next = node.enters(stage.nobody());
    stage.rounds(node);
    wish(wishing, PHONE);
    talking.get(0).served();
    stage.rounds(node);
    stage.telephone.only().result().accept(RingResult.NO_ANSWER);
    stage.rounds(node);
    assertAdmitted(next);
    next.served();
    for (int tries = 2; tries <= QueueLimits.TRIES; tries++) {
      stage.pass(Duration.ofMinutes(4), node);
      assertThat(stage.telephone.ringing).isEmpty();
      stage.pass(Duration.ofMinutes(1), node);
      stage.telephone.only().result().accept(RingResult.BUSY);
      stage.rounds(node);
    }
    assertThat(stage.tickets()).anyMatch(row -> row.endsWith("ENDED NONE UNREACHED"));
    stage.pass(Duration.ofMinutes(10), node);
    assertThat(stage.telephone.ringing).isEmpty();
  }

  @Test
  void aFailureOfOursIsNoTry() {
    Stay busy = arrive(2).get(0);
    Stay wishing = node.enters(stage.from(PHONE));
    stage.rounds(node);
    wish(wishing, PHONE);
    stage.telephone.broken = true;
    busy.served();
    stage.pass(Duration.ofMinutes(5), node);
    stage.telephone.broken = false;
    rings(node);
    assertThat(stage.rows("SELECT tries FROM queue_ticket WHERE reach = 'RINGING'"))
        .containsExactly("0");
  }

  @Test
  void whatPicksUpWithoutAKeyIsCalledAgain() {
    Stay busy = arrive(2).get(0);
    Stay wishing = node.enters(stage.from(PHONE));
    stage.rounds(node);
    wish(wishing, PHONE);
    busy.served();
    stage.rounds(node);
    long ticket = stage.telephone.only().call().reference();
    answers(PHONE, ticket).orElseThrow().close();
    stage.rounds(node);
    assertThat(stage.rows("SELECT reach FROM queue_ticket WHERE id = " + ticket))
        .containsExactly("CALLBACK");
    stage.pass(Duration.ofMinutes(6), node);
    assertThat(stage.telephone.only().call().reference()).isEqualTo(ticket);
  }

  @Test
  void nobodyIsCalledAtNightAndThePlaceStays() {
    stage.clock.set(Instant.parse("2021-01-12T19:59:00Z"));
    List<Stay> talking = arrive(2);
    Stay wishing = node.enters(stage.from(PHONE));
    stage.rounds(node);
    CallbackOutcome.Kept kept = (CallbackOutcome.Kept) wish(wishing, PHONE);
    assertThat(kept.earliest()).isBefore(Instant.parse("2021-01-12T20:00:00Z"));
    stage.pass(Duration.ofMinutes(2), node);
    talking.get(0).served();
    talking.get(1).served();
    stage.pass(Duration.ofMinutes(1), node);
    assertThat(stage.telephone.ringing).isEmpty();
    stage.clock.set(Instant.parse("2021-01-13T07:00:30Z"));
    stage.rounds(node);
    assertThat(stage.telephone.only().call().number()).isEqualTo(PHONE);
  }

  @Test
  void whoCallsInMeanwhileHasThePlace() {
    arrive(2);
    Stay wishing = node.enters(stage.from(PHONE));
    Stay behind = node.enters(stage.nobody());
    stage.rounds(node);
    wish(wishing, PHONE);
    stage.pass(Duration.ofHours(1), node);
    Stay again = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(again.isReturned()).isTrue();
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(behind)).isEqualTo(2);
  }

  @Test
  void theSixthAtOneNumberIsRefusedAndGoesOnWaiting() {
    arrive(2);
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i <= QueueLimits.CALLBACKS_A_NUMBER; i++) {
      stays.add(node.enters(stage.nobody()));
    }
    stage.rounds(node);
    for (Stay stay : stays.subList(0, QueueLimits.CALLBACKS_A_NUMBER)) {
      assertThat(wish(stay, PHONE)).isInstanceOf(CallbackOutcome.Kept.class);
    }
    assertThat(wish(stays.getLast(), PHONE)).isInstanceOf(CallbackOutcome.TooMany.class);
    stage.rounds(node);
    assertThat(position(stays.getLast())).isEqualTo(stays.size());
  }

  @Test
  void aNodeThatDiesWhileItRingsLosesNobody() {
    Stay busy = arrive(2).get(0);
    Stay wishing = node.enters(stage.from(OTHER));
    stage.rounds(node);
    wish(wishing, OTHER);
    busy.served();
    stage.rounds(node);
    stage.telephone.only();
    Room other = stage.node("two");
    assertThat(rings(other).call().number()).isEqualTo(OTHER);
  }

  @Test
  void nobodyAnswersForATicketThatDoesNotRing() {
    assertThat(answers(PHONE, 4711)).isEmpty();
  }
}
