package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.agent.Seats.Move;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatsTest {
  private static final Instant BEFORE = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

  /** Each state with each event. "next" in what comes of it: then a pause for this reason. */
  private static final String TABLE =
      """
      SIGNED_IN | READY        | READY since NOW
      SIGNED_IN | PAUSE        | PAUSED LUNCH
      SIGNED_IN | SIGN_OUT     | gone
      SIGNED_IN | ASSIGNED     | refused
      SIGNED_IN | ASKED        | refused
      SIGNED_IN | BEGINS       | TALKING
      SIGNED_IN | NOT_ANSWERED | same
      SIGNED_IN | SPARED       | same
      SIGNED_IN | OVER         | same
      SIGNED_IN | LOST         | same
      SIGNED_IN | WRAPPED      | refused
      SIGNED_IN | PHONE_GONE   | same
      READY     | READY        | same
      READY     | PAUSE        | PAUSED LUNCH
      READY     | SIGN_OUT     | gone
      READY     | ASSIGNED     | RINGING
      READY     | ASKED        | TALKING
      READY     | BEGINS       | TALKING
      READY     | NOT_ANSWERED | same
      READY     | SPARED       | same
      READY     | OVER         | same
      READY     | LOST         | same
      READY     | WRAPPED      | refused
      READY     | PHONE_GONE   | PAUSED PHONE_LOST
      RINGING   | READY        | same
      RINGING   | PAUSE        | RINGING next LUNCH
      RINGING   | SIGN_OUT     | refused
      RINGING   | ASSIGNED     | refused
      RINGING   | ASKED        | refused
      RINGING   | BEGINS       | TALKING
      RINGING   | NOT_ANSWERED | PAUSED NO_ANSWER
      RINGING   | SPARED       | READY since BEFORE
      RINGING   | OVER         | same
      RINGING   | LOST         | same
      RINGING   | WRAPPED      | refused
      RINGING   | PHONE_GONE   | same
      TALKING   | READY        | same
      TALKING   | PAUSE        | TALKING next LUNCH
      TALKING   | SIGN_OUT     | refused
      TALKING   | ASSIGNED     | refused
      TALKING   | ASKED        | refused
      TALKING   | BEGINS       | same
      TALKING   | NOT_ANSWERED | same
      TALKING   | SPARED       | READY since BEFORE
      TALKING   | OVER         | WRAPPING
      TALKING   | LOST         | WRAPPING next PHONE_LOST
      TALKING   | WRAPPED      | refused
      TALKING   | PHONE_GONE   | same
      WRAPPING  | READY        | same
      WRAPPING  | PAUSE        | WRAPPING next LUNCH
      WRAPPING  | SIGN_OUT     | gone
      WRAPPING  | ASSIGNED     | refused
      WRAPPING  | ASKED        | refused
      WRAPPING  | BEGINS       | TALKING
      WRAPPING  | NOT_ANSWERED | same
      WRAPPING  | SPARED       | same
      WRAPPING  | OVER         | same
      WRAPPING  | LOST         | same
      WRAPPING  | WRAPPED      | READY since NOW
      WRAPPING  | PHONE_GONE   | WRAPPING next PHONE_LOST
      PAUSED    | READY        | READY since NOW
      PAUSED    | PAUSE        | PAUSED LUNCH
      PAUSED    | SIGN_OUT     | gone
      PAUSED    | ASSIGNED     | refused
      PAUSED    | ASKED        | refused
      PAUSED    | BEGINS       | TALKING
      PAUSED    | NOT_ANSWERED | same
      PAUSED    | SPARED       | same
      PAUSED    | OVER         | same
      PAUSED    | LOST         | same
      PAUSED    | WRAPPED      | refused
      PAUSED    | PHONE_GONE   | same
      """;

  private static Seat seat(SeatState state) {
    return switch (state) {
      case SIGNED_IN -> new Seat(1, "a", state, BEFORE, null, null, null, false, null, 7);
      case READY -> new Seat(1, "a", state, BEFORE, BEFORE, null, null, false, null, 7);
      case RINGING -> new Seat(1, "a", state, BEFORE, BEFORE, null, 5L, false, NOW, 7);
      case TALKING -> new Seat(1, "a", state, BEFORE, BEFORE, null, 5L, false, null, 7);
      case WRAPPING -> new Seat(1, "a", state, BEFORE, null, null, 5L, false, null, 7);
      case PAUSED -> new Seat(1, "a", state, BEFORE, null, PauseReason.BREAK, null, false, null, 7);
    };
  }

  private static SeatEvent event(String name) {
    return switch (name) {
      case "READY" -> new SeatEvent.Ready();
      case "PAUSE" -> new SeatEvent.Pause(PauseReason.LUNCH);
      case "SIGN_OUT" -> new SeatEvent.SignOut();
      case "ASSIGNED" -> new SeatEvent.Assigned(5, NOW);
      case "ASKED" -> new SeatEvent.Asked(5);
      case "BEGINS" -> new SeatEvent.Begins(5);
      case "NOT_ANSWERED" -> new SeatEvent.NotAnswered(PauseReason.NO_ANSWER);
      case "SPARED" -> new SeatEvent.Spared();
      case "OVER" -> new SeatEvent.Over();
      case "LOST" -> new SeatEvent.Lost();
      case "WRAPPED" -> new SeatEvent.Wrapped();
      case "PHONE_GONE" -> new SeatEvent.PhoneGone();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String told(Move move) {
    return switch (move) {
      case Move.Same() -> "same";
      case Move.Gone() -> "gone";
      case Move.Refused() -> "refused";
      case Move.To(Seat seat) -> told(seat);
    };
  }

  private static String told(Seat seat) {
    assertThat(seat.version()).isEqualTo(7);
    assertThat(seat.isBusy())
        .isEqualTo(
            Set.of(SeatState.RINGING, SeatState.TALKING, SeatState.WRAPPING)
                .contains(seat.state()));
    @Nullable Instant ready = seat.readySince();
    String text = seat.state().name();
    if (seat.state() == SeatState.READY) {
      assertThat(ready).isNotNull();
      text += NOW.equals(ready) ? " since NOW" : " since BEFORE";
    }
    if (seat.reason() != null) {
      text += (seat.pauseNext() ? " next " : " ") + seat.reason();
    }
    return text;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void becomes(SeatState state, String event, String expected) {
    assertThat(told(Seats.on(seat(state), event(event), NOW))).isEqualTo(expected);
  }

  @Test
  void theTableIsComplete() {
    Set<String> rows = new HashSet<>();
    TABLE.lines().forEach(line -> rows.add(line.substring(0, line.lastIndexOf('|'))));
    assertThat(rows)
        .hasSize(SeatState.values().length * SeatEvent.class.getPermittedSubclasses().length);
    assertThat(Arrays.stream(SeatState.values()))
        .allMatch(state -> rows.stream().anyMatch(row -> row.startsWith(state.name())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RINGING  | SPARED       | PAUSED LUNCH
          RINGING  | BEGINS       | TALKING next LUNCH
          RINGING  | NOT_ANSWERED | PAUSED NO_ANSWER
          TALKING  | OVER         | WRAPPING next LUNCH
          TALKING  | LOST         | WRAPPING next PHONE_LOST
          TALKING  | READY        | TALKING
          TALKING  | SPARED       | PAUSED LUNCH
          WRAPPING | WRAPPED      | PAUSED LUNCH
          WRAPPING | READY        | WRAPPING
          WRAPPING | PHONE_GONE   | same
          """)
  void aPauseThatWasAskedForComesAfterTheTalk(SeatState state, String event, String expected) {
    Seat asked = seat(state).thenPaused(PauseReason.LUNCH);
    assertThat(told(Seats.on(asked, event(event), NOW))).isEqualTo(expected);
  }

  @Test
  void whoAsksTwiceForTheSamePauseChangesNothing() {
    Seat paused = seat(SeatState.READY).paused(BEFORE, PauseReason.LUNCH);
    assertThat(told(Seats.on(paused, event("PAUSE"), NOW))).isEqualTo("same");
    Seat asked = seat(SeatState.TALKING).thenPaused(PauseReason.LUNCH);
    assertThat(told(Seats.on(asked, event("PAUSE"), NOW))).isEqualTo("same");
  }
}
