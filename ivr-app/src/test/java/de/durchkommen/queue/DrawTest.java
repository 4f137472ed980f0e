package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final List<Long> FOUR = List.of(7L, 8L, 9L, 10L);
  private static final byte[] SEED = "Kassel".getBytes(StandardCharsets.UTF_8);

  /** The order as anybody can check it: the tickets' lots were worked out by sha256sum. */
  @Test
  void theOrderIsThatOfTheLots() {
    assertThat(Draw.order(SEED, List.of(1L, 2L, 3L, 4L, 5L))).containsExactly(4L, 1L, 2L, 5L, 3L);
  }

  @Test
  void theOrderIsNotThatOfTheQuestion() {
    assertThat(Draw.order(SEED, List.of(5L, 4L, 3L, 2L, 1L)))
        .isEqualTo(Draw.order(SEED, List.of(1L, 2L, 3L, 4L, 5L)));
  }

  @Test
  void nobodyGetsLostAndAnotherSeedIsAnotherOrder() {
    List<Long> tickets = LongStream.rangeClosed(1, 1_000).boxed().toList();
    List<Long> drawn = Draw.order(SEED, tickets);
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(tickets).isNotEqualTo(tickets);
    assertThat(Draw.order(new byte[] {1}, tickets)).isNotEqualTo(drawn);
  }

  /** Over many seeds each of four tickets is first as often as another. */
  @Test
  void everybodyHasTheSameChance() {
    List<Long> firsts =
        IntStream.range(0, 8_000)
            .mapToObj(seed -> Draw.order(new byte[] {(byte) seed, (byte) (seed >> 8)}, FOUR))
            .map(List::getFirst)
            .toList();
    for (long ticket : FOUR) {
      long first = firsts.stream().filter(one -> one == ticket).count();
      assertThat((double) first).isCloseTo(2_000, within(150.0));
    }
  }
}
