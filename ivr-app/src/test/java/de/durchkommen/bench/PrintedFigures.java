package de.durchkommen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The figures that a short measurement prints, by their names. */
final class PrintedFigures {
  private static final Path PROJECT = Path.of(System.getProperty("durchkommen.project", ".."));
  private static final String START = "BENCH ";
  private static final int LIMIT_MINUTES = 5;

  private PrintedFigures() {}

  /** Measures with {@code ./durchkommen bench}; it must end well. */
  static Map<String, Double> of(Path folder, String... words)
      throws IOException, InterruptedException {
    Path output = folder.resolve("bench.out");
    List<String> command = new ArrayList<>();
    command.add(PROJECT.resolve("durchkommen").toString());
    command.add("bench");
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile());
    // A folder for each, for measurements delete it.
    builder.environment().put("DURCHKOMMEN_HOME", "ivr-app/target/" + words[0] + "-home");
    Process bench = builder.start();
    assertThat(bench.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(bench.exitValue()).as(printed).isZero();
    Map<String, Double> figures = new HashMap<>();
    for (String line : printed.lines().filter(text -> text.startsWith(START)).toList()) {
      assertThat(line).matches("BENCH [a-z]+(\\.[a-z0-9_]+)+ [0-9]+(\\.[0-9]+)? \\S+");
      String[] parts = line.split(" ", -1);
      figures.put(parts[1], Double.parseDouble(parts[2]));
    }
    return figures;
  }
}
