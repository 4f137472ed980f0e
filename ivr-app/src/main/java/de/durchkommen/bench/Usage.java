package de.durchkommen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has taken of the machine, by proc(5).
 *
 * @param seconds of processor time since its start, its own and the kernel's for it
 * @param megabytes of memory it has now (RSS)
 */
record Usage(double seconds, double megabytes) {
  /** USER_HZ, which is 100 on every Linux that runs Java. */
  private static final double TICKS_A_SECOND = 100;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final double KILO = 1024;

  /** Of a process that runs. */
  static Usage of(long pid) throws IOException {
    Path folder = Path.of("/proc", String.valueOf(pid));
    String stat = Files.readString(folder.resolve("stat"));
    // The name in brackets may hold blanks and brackets itself.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    double kilobytes =
        Files.readAllLines(folder.resolve("status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
            .sum();
    return new Usage(ticks / TICKS_A_SECOND, kilobytes / KILO);
  }

  /** Of several processes together. */
  static Usage of(long... pids) throws IOException {
    double seconds = 0;
    double megabytes = 0;
    for (long pid : pids) {
      Usage one = of(pid);
      seconds += one.seconds;
      megabytes += one.megabytes;
    }
    return new Usage(seconds, megabytes);
  }
}
