package de.durchkommen.launch.drill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Callers by SIPp, who wait for a while and hang up. */
final class Callers {
  /** The scenario waits that often. */
  private static final int PAUSES = 4;

  private final Process process;
  private final Path errors;
  private final Path folder;
  private final String begin;
  private final int many;
  private final double aSecond;
  private final Instant began = Instant.now();

  /** Where they call from, and whom. */
  record Line(Path sipp, Path folder, String own, String hotline) {}

  /**
   * Begins to call.
   *
   * @param begin of their call ids; letters, digits and dashes
   * @param many calls
   * @param aSecond how many begin each second
   * @param stay how long each stays on the line
   * @param number the beginning of the numbers that they show, with +
   * @param soundPort where their sound goes
   */
  Callers(
      Line line,
      String begin,
      int many,
      double aSecond,
      Duration stay,
      String number,
      int soundPort)
      throws IOException {
    this.folder = line.folder();
    this.begin = begin;
    this.many = many;
    this.aSecond = aSecond;
    Path scenario = folder.resolve("stays.xml");
    try (InputStream in = Callers.class.getResourceAsStream("stays.xml")) {
      if (in == null) {
        throw new IOException("Missing scenario");
      }
      Files.copy(in, scenario, StandardCopyOption.REPLACE_EXISTING);
    }
    errors = folder.resolve(begin + ".errors");
    Files.deleteIfExists(errors);
    Path log = folder.resolve(begin + ".log");
    process =
        new ProcessBuilder(
                List.of(
                    line.sipp().toString(),
                    line.hotline(),
                    "-sf",
                    scenario.toString(),
                    "-i",
                    line.own(),
                    "-mi",
                    line.own(),
                    "-s",
                    "116117",
                    "-m",
                    String.valueOf(many),
                    "-l",
                    String.valueOf(many),
                    "-r",
                    String.valueOf(Math.round(aSecond * 10)),
                    "-rp",
                    "10000",
                    "-d",
                    String.valueOf(stay.dividedBy(PAUSES).toMillis()),
                    "-cid_str",
                    begin + "-%u@drill",
                    "-key",
                    "number",
                    number,
                    "-key",
                    "sound_port",
                    String.valueOf(soundPort),
                    "-recv_timeout",
                    "8000",
                    "-trace_err",
                    "-error_file",
                    errors.toString(),
                    "-nostdin"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  /** The id of a call, from 1. */
  String id(int call) {
    return begin + "-" + call + "@drill";
  }

  /** When a call was begun, by the rate. */
  Instant begun(int call) {
    return began.plusMillis(Math.round((call - 1) * 1_000 / aSecond));
  }

  int many() {
    return many;
  }

  /** Waits for their end; who is on the line then is cut off. */
  void ended(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Those that did not go as a caller wants: refused, cut off, or unanswered when hanging up. */
  Set<String> failed() throws IOException {
    if (!Files.exists(errors)) {
      return Set.of();
    }
    Pattern id = Pattern.compile(Pattern.quote(begin) + "-[0-9]+@drill");
    return id.matcher(Files.readString(errors))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
