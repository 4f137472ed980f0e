package de.durchkommen.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bugs: the client gets a reference, the log the same one and where it happened. Not what the
 * exceptions say: messages quote values, and so names and codes.
 */
final class Unforeseen {
  private static final System.Logger LOG = System.getLogger(Unforeseen.class.getName());
  private static final int MOST_CAUSES = 10;
  private static final int MOST_FRAMES = 30;

  private Unforeseen() {}

  /**
   * Notes it, and makes the answer.
   *
   * @param reference under which it is found in the log
   */
  static Problem told(Throwable thrown, String reference) {
    LOG.log(System.Logger.Level.ERROR, "Bug in request {0}: {1}", reference, places(thrown));
    return new Problem(
        500,
        "bug",
        "This should not have happened",
        "It is a fault of the server. Its log has more under this reference.",
        Map.of("reference", reference));
  }

  /** Kinds of the exceptions and where they were thrown. */
  static String places(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    @Nullable Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
      text.append(i == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int frame = 0; frame < Math.min(MOST_FRAMES, frames.length); frame++) {
        text.append("\n  at ").append(frames[frame]);
      }
    }
    return text.toString();
  }
}
