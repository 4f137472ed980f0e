package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final byte[] SEED =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  private static List<Long> tickets(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  /**
   * As anybody can check without this program: {@code (printf '\x00\x01…'; printf
   * '\0\0\0\0\0\0\0\1') | sha256sum} for each ticket, sorted.
   */
  @Test
  void theOrderIsThatOfTheHashesOfSeedAndTicket() {
    assertThat(Draw.order(SEED, tickets(8))).containsExactly(6L, 3L, 1L, 2L, 4L, 5L, 8L, 7L);
  }

  @Test
  void theOrderInWhichTheyCameDoesNotMatter() {
    List<Long> shuffled = new ArrayList<>(tickets(200));
    Collections.shuffle(shuffled, new Random(7));
    assertThat(Draw.order(SEED, shuffled)).isEqualTo(Draw.order(SEED, tickets(200)));
  }

  @Test
  void everybodyIsInItOnce() {
    assertThat(Draw.order(SEED, tickets(1_000)))
        .containsExactlyInAnyOrderElementsOf(tickets(1_000));
    assertThat(Draw.order(SEED, List.of())).isEmpty();
  }

  /** Of 10 places each of 10 tickets should have each one in a tenth of the draws. */
  @Test
  void eachPlaceIsAsLikelyForEachTicket() {
    int draws = 20_000;
    int[][] seen = new int[10][10];
    Random random = new Random(11);
    for (int draw = 0; draw < draws; draw++) {
      byte[] seed = new byte[32];
      random.nextBytes(seed);
      List<Long> order = Draw.order(seed, tickets(10));
      for (int place = 0; place < 10; place++) {
        seen[order.get(place).intValue() - 1][place]++;
      }
    }
    double chiSquare = 0;
    double expected = draws / 10.0;
    for (int[] ticket : seen) {
      for (int count : ticket) {
        chiSquare += (count - expected) * (count - expected) / expected;
      }
    }
    // 81 degrees of freedom: above 131 in one of 3,000 runs, and the seeds here are always the
    // same.
    assertThat(chiSquare).isLessThan(131);
  }
}
