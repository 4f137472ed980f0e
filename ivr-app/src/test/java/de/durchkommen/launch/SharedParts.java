package de.durchkommen.launch;

import java.util.List;

/**
 * Names of what integration tests share, for {@link org.junit.jupiter.api.parallel.ResourceLock}:
 * tests of web pages go on beside telephone tests, which mostly wait. The parts of web tests run
 * with a lower priority, so that calls do not stutter.
 */
public final class SharedParts {
  /** The hotline with its Asterisk; several calls at once are fine where a test says so. */
  public static final String HOTLINE = "hotline";

  /**
   * The application without Asterisk. Whoever calls in a crowd keeps it from running beside that:
   * such a crowd takes all processors.
   */
  public static final String APPLICATION = "application";

  /** Before the words of a command that is not to disturb calls. */
  public static final List<String> QUIETLY = List.of("nice", "-n", "10");

  private SharedParts() {}
}
