package de.durchkommen.launch;

/**
 * Which of the processes this is that run tests at the same time: each has hotlines of its own, in
 * folders and on ports of their own.
 */
public final class Fork {
  /** From 1 on. */
  private static final int NUMBER = Integer.getInteger("durchkommen.fork", 1);

  /** More than what lies between the ports of one process that are next to each other. */
  private static final int APART = 400;

  private Fork() {}

  /** What is this port in the first process. */
  public static int port(int first) {
    return first + (NUMBER - 1) * APART;
  }

  /** The same as text. */
  public static String port(String first) {
    return String.valueOf(port(Integer.parseInt(first)));
  }

  /** What is this folder in the first process. */
  public static String folder(String first) {
    return NUMBER == 1 ? first : first + "-" + NUMBER;
  }
}
