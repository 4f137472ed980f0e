package de.durchkommen.launch.phone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sound before all else: a packet of it is due every 20 ms, and on a busy machine a program may
 * wait for a processor for longer than that. Real-time scheduling in turns (SCHED_RR, see {@code
 * sched(7)}), as Asterisk's own option {@code -p} has it, where the system permits it: to root, and
 * to whoever has a limit RLIMIT_RTPRIO of {@value #PRIORITY} or more.
 */
public final class Realtime {
  /** The one that Asterisk takes by itself, of 1 to 99. */
  static final int PRIORITY = 10;

  private static final int LIMIT_SECONDS = 5;
  private static final List<String> SCHEDULED = List.of("chrt", "--rr", String.valueOf(PRIORITY));

  private Realtime() {}

  private static final class Permission {
    /** Asked of the system once. */
    static final boolean GIVEN = succeeds(before(List.of("true")));

    private Permission() {}
  }

  /** Whether a program may be run so. */
  public static boolean isPermitted() {
    return Permission.GIVEN;
  }

  /** The same command, run so if that is permitted. */
  static List<String> orUsual(List<String> command) {
    return isPermitted() ? before(command) : command;
  }

  /**
   * Has a process run so that runs already, with all its threads; those that it makes later do,
   * too.
   *
   * @return whether it does
   */
  public static boolean raised(long pid) {
    return succeeds(
        List.of(
            "chrt", "--all-tasks", "--rr", "--pid", String.valueOf(PRIORITY), String.valueOf(pid)));
  }

  private static List<String> before(List<String> command) {
    List<String> all = new ArrayList<>(SCHEDULED);
    all.addAll(command);
    return List.copyOf(all);
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
