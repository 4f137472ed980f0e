package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApportionmentTest {
  @ParameterizedTest
  @CsvSource({
    "24500, 1 1 1 1 1 1, 4084 4084 4083 4083 4083 4083",
    "10, 1 1 1, 4 3 3",
    "7, 0 5 2, 0 5 2",
    "10, 49 31 20, 5 3 2",
    "100, 1500 1400 1300 800, 30 28 26 16",
    "21, 6 6 2, 9 9 3",
    "5, 0 0, 0 0",
    "0, 1 2, 0 0",
    "1, 1 1000000, 0 1",
  })
  void goesToTheLargestRemainders(int total, String weights, String parts) {
    assertThat(
            Apportionment.parts(
                total, List.of(weights.split(" ")).stream().map(Long::valueOf).toList()))
        .containsExactly(numbers(parts));
  }

  private static int[] numbers(String parts) {
    return List.of(parts.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void addsUpAndIsNeverOffByOne() {
    Random random = new Random(116_117);
    for (int round = 0; round < 1_000; round++) {
      List<Long> weights =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToObj(i -> (long) (1 + random.nextInt(1_000_000)))
              .toList();
      int total = random.nextInt(5_000_000);
      int[] parts = Apportionment.parts(total, weights);
      double sum = weights.stream().mapToLong(Long::longValue).sum();
      assertThat(IntStream.of(parts).sum()).isEqualTo(total);
      for (int i = 0; i < parts.length; i++) {
        assertThat(Math.abs(parts[i] - total * (weights.get(i) / sum))).isLessThan(1.0);
      }
    }
  }

  @Test
  void whatOneCannotTakeGoesToTheOthers() {
    int[] room = {3, 100, 5};
    int[] taken = new int[3];
    Apportionment.Put<Integer> put =
        (place, count) -> {
          int some = Math.min(count, room[place] - taken[place]);
          taken[place] += some;
          return some;
        };
    assertThat(Apportionment.all(30, List.of(0, 1, 2), place -> 1L, put)).isZero();
    assertThat(taken).containsExactly(3, 22, 5);
    assertThat(Apportionment.all(100, List.of(0, 1, 2), place -> 1L, put)).isEqualTo(22);
    assertThat(taken).containsExactly(3, 100, 5);
  }
}
