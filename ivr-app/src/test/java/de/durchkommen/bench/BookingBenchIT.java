package de.durchkommen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The measurement, small: that it runs, books everything once, and prints its figures. */
@Isolated("it measures with all processors, and calls beside it would stutter")
class BookingBenchIT {
  private static final Path PROJECT = Path.of(System.getProperty("durchkommen.project", ".."));
  private static final int LIMIT_MINUTES = 5;

  @Test
  void booksEverythingOnceAndPrintsItsFigures(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("bench.out");
    ProcessBuilder builder =
        new ProcessBuilder(
                PROJECT.resolve("durchkommen").toString(),
                "bench",
                "booking",
                "--pairs",
                "2400",
                "--people",
                "9600",
                "--clients",
                "64")
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile());
    builder.environment().put("DURCHKOMMEN_HOME", "ivr-app/target/bench-home");
    Process bench = builder.start();
    assertThat(bench.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(bench.exitValue()).as(printed).isZero();
    List<String> figures = printed.lines().filter(line -> line.startsWith("BENCH ")).toList();
    assertThat(figures)
        .contains("BENCH booking.double_bookings 0 seats")
        .doesNotContain("BENCH booking.naive_double_bookings 0 appointments")
        .allMatch(line -> line.matches("BENCH booking\\.[a-z0-9_]+ [0-9]+(\\.[0-9]+)? \\S+"));
    assertThat(figures)
        .extracting(line -> line.substring("BENCH ".length(), line.indexOf(' ', "BENCH ".length())))
        .contains(
            "booking.pairs_per_s",
            "booking.ratio_to_limit",
            "booking.ratio_to_limit_low_stock",
            "booking.double_bookings",
            "booking.naive_double_bookings",
            "booking.search_p99");
  }
}
