package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import de.durchkommen.agent.Exchange.Live;
import de.durchkommen.agent.Exchange.Outcome;
import de.durchkommen.recording.Tap.Ear;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several Asterisks are one exchange. */
final class ExchangesTest {
  private static final long TALK = 42;

  private final AmiExchange one = mock(AmiExchange.class);
  private final AmiExchange other = mock(AmiExchange.class);
  private final Exchanges both = new Exchanges(List.of(one, other));
  private final HeardTalks heard = new HeardTalks();
  private final Reach reach = new Reach(heard);

  @ParameterizedTest
  @CsvSource({
    "NOT_THERE,NOT_THERE,NOT_THERE",
    "NOT_THERE,DONE,DONE",
    "FAILED,DONE,DONE",
    "FAILED,NOT_THERE,FAILED",
    "NOT_THERE,FAILED,FAILED",
  })
  void aWishIsDoneWhereTheTalkIs(Outcome first, Outcome second, Outcome all) {
    when(one.held(TALK)).thenReturn(first);
    when(other.held(TALK)).thenReturn(second);
    assertThat(both.held(TALK)).isEqualTo(all);
  }

  @Test
  void aWishThatIsDoneIsNotRepeated() {
    when(one.ended(TALK)).thenReturn(Outcome.DONE);
    assertThat(both.ended(TALK)).isEqualTo(Outcome.DONE);
    verify(other, never()).ended(TALK);
  }

  @Test
  void talksArePossibleWithOneOfThem() {
    assertThat(both.isPossible()).isFalse();
    when(other.isPossible()).thenReturn(true);
    assertThat(both.isPossible()).isTrue();
  }

  @Test
  void nobodyKnowsWhoIsThereWhileOneOfThemIsSilent() {
    when(one.live()).thenReturn(List.of(new Live(1, true, true)));
    when(other.live()).thenReturn(List.of(new Live(2, true, false)));
    assertThat(both.live()).extracting(Live::talk).containsExactly(1L, 2L);
    when(other.live()).thenThrow(new IllegalStateException("silent"));
    assertThatThrownBy(both::live).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({"GONE,OPEN,OPEN", "PAUSED,GONE,PAUSED", "GONE,UNKNOWN,UNKNOWN", "GONE,GONE,GONE"})
  void aCallerIsWhereOneOfThemHasThem(Ear first, Ear second, Ear all) {
    when(one.ear(TALK)).thenReturn(first);
    when(other.ear(TALK)).thenReturn(second);
    assertThat(both.ear(TALK)).isEqualTo(all);
  }

  @Test
  void aTelephoneIsReachedWhenEachAsteriskThatIsThereCanRingIt() {
    Reach.Told first = reach.of(settings("one"));
    Reach.Told second = reach.of(settings("two"));
    first.phone("agent-a", true);
    first.known();
    assertThat(last()).isEqualTo("agent-a true");
    second.known();
    assertThat(last()).isEqualTo("agent-a false");
    second.phone("agent-a", true);
    assertThat(last()).isEqualTo("agent-a true");
    second.phone("agent-a", false);
    assertThat(last()).isEqualTo("agent-a false");
    second.unknown();
    assertThat(last()).isEqualTo("agent-a true");
  }

  @Test
  void withoutAnyAsteriskNothingNewIsToldOfTelephones() {
    Reach.Told only = reach.of(settings("one"));
    only.phone("agent-a", true);
    only.unknown();
    assertThat(last()).isEqualTo("agent-a true");
  }

  private String last() {
    return heard.heard.stream().filter(told -> told.startsWith("agent-a ")).toList().getLast();
  }

  private static AmiSettings settings(String host) {
    return new AmiSettings(
        host,
        5_038,
        Optional.empty(),
        "durchkommen",
        Optional.empty(),
        "PJSIP/trunk/sip:{number}@127.0.0.1:5070",
        "116117",
        AmiSettings.Limits.STANDARD);
  }
}
