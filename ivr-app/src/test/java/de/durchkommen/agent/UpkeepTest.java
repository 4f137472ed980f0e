package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mockito;

class UpkeepTest {
  @RegisterExtension private static final AgentStage stage = new AgentStage();

  private static Config config(String wrapUp) {
    Config config = Mockito.mock();
    Mockito.when(config.getOptionalValue(AgentLimits.WRAP_UP_KEY, Duration.class))
        .thenReturn(Optional.of(Duration.parse(wrapUp)));
    return config;
  }

  private static Upkeep upkeep() {
    return new Upkeep(
        stage.rows.patient(),
        stage.clock,
        stage.neighbours,
        stage.talks,
        stage.handovers,
        Mockito.mock(ScheduledExecutorService.class),
        config("PT40S"));
  }

  @Test
  void theTimeForWritingEnds() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    stage.talks.callerLeft(talk);
    stage.news();
    stage.clock.pass(Duration.ofSeconds(39));
    upkeep().tick();
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    stage.clock.pass(Duration.ofSeconds(1));
    upkeep().tick();
    assertThat(stage.seat(1)).isEqualTo("READY - READY");
    var roster = stage.inOne(sql -> stage.staff.roster(sql, stage.clock.instant()));
    assertThat(stage.names(roster.ready())).containsExactly("2 [de][]", "1 [de][]");
  }

  @Test
  void aRingOfWhichNobodyKnowsAnythingEnds() {
    stage.exchange.possible = false;
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    stage.talks.rings(talk);
    stage.news();
    stage.clock.pass(Duration.ofSeconds(149));
    upkeep().tick();
    assertThat(stage.seat(1)).isEqualTo("RINGING - READY");
    stage.clock.pass(Duration.ofSeconds(1));
    upkeep().tick();
    assertThat(stage.seat(1)).isEqualTo("PAUSED NO_ANSWER READY");
    assertThat(stage.talk(talk)).isEqualTo("UNANSWERED ended");
  }

  @Test
  void whoHasGoneHomeIsSignedOut() {
    stage.ready(1, 2);
    stage.happens(1, new SeatEvent.Pause(PauseReason.LUNCH));
    stage.clock.pass(Duration.ofHours(12));
    upkeep().tick();
    assertThat(stage.seat(1)).isEqualTo("gone");
    assertThat(stage.seat(2)).isEqualTo("READY - READY");
  }

  @Test
  void whatIsOldIsForgotten() {
    stage.handovers.wrote(
        new Handover(
            "call-1", Handover.Why.ASKED, OptionalLong.empty(), "de", Optional.empty(), List.of()));
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    stage.book(book -> {
      book.talks().note(talk, "x");
      return true;
    });
    stage.talks.callerLeft(talk);
    stage.news();
    stage.clock.pass(Duration.ofDays(30).minusSeconds(2));
    upkeep().clean();
    assertThat(stage.handovers.of("call-1")).isPresent();
    stage.clock.pass(Duration.ofSeconds(5));
    upkeep().clean();
    assertThat(stage.handovers.of("call-1")).isEmpty();
    assertThat(stage.rows.rows("SELECT note FROM talk")).containsExactly("");
  }

  @Test
  void theTimeForWritingHasLimits() {
    assertThat(WrapUp.of(config("PT10M"))).isEqualTo(Duration.ofMinutes(10));
    assertThatThrownBy(() -> WrapUp.of(config("PT4S")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WrapUp.of(config("PT10M1S")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void desksAreToldOfWhatOtherNodesDid() {
    stage.ready(1, 2);
    DeskWatch watch = new DeskWatch(stage.rows.patient(), stage.neighbours);
    watch.look();
    stage.changed.clear();
    stage.book(book -> {
      book.seats().touch(1);
      return true;
    });
    watch.look();
    assertThat(stage.changed).containsExactly(1L);
    stage.happens(2, new SeatEvent.SignOut());
    stage.changed.clear();
    watch.look();
    watch.look();
    assertThat(stage.changed).containsExactly(2L);
  }
}
