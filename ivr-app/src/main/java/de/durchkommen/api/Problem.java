package de.durchkommen.api;

import de.durchkommen.database.Refusal;
import java.util.Map;

/**
 * An answer that is an error, as problem details (RFC 9457).
 *
 * <p>The type is {@code urn:durchkommen:problem:<slug>}: it names the kind of error for programs.
 * The detail says in a sentence what to do; it holds nothing personal.
 */
public final class Problem extends RuntimeException implements Refusal {
  /** Further member: when to ask again, in seconds. It is also sent as {@code Retry-After}. */
  public static final String RETRY_AFTER = "retryAfterSeconds";

  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN_SECONDS = 3;

  private final int status;
  private final String slug;
  private final String title;
  private final String detail;
  private final transient Map<String, Object> more;

  /**
   * A problem.
   *
   * @param status HTTP status, 400 to 599
   * @param slug small letters and dashes, as {@code hold-lost}
   * @param title what kind of error it is, the same for each of its slug
   * @param detail what is wrong here and what to do
   * @param more further members of the answer: text, numbers, or lists and maps of them
   */
  public Problem(int status, String slug, String title, String detail, Map<String, Object> more) {
    super(slug + ": " + detail, null, false, false);
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.detail = detail;
    this.more = Map.copyOf(more);
  }

  /** A problem without further members. */
  public Problem(int status, String slug, String title, String detail) {
    this(status, slug, title, detail, Map.of());
  }

  /** 400: a value that cannot be. */
  public static Problem invalid(String detail) {
    return new Problem(400, "invalid", "The request is not valid", detail);
  }

  /** 404: no such thing. */
  public static Problem notFound(String detail) {
    return new Problem(404, "not-found", "There is no such thing", detail);
  }

  /**
   * 503: the database gives no answer; says nothing about what is free.
   *
   * @param why a word for logs
   */
  public static Problem unknown(String why) {
    return new Problem(
        503,
        "unknown",
        "Nobody can tell right now",
        "The database gives no answer ("
            + why
            + "). That does not mean that anything is sold out."
            + " Ask again in a few seconds.",
        Map.of(RETRY_AFTER, UNKNOWN_SECONDS));
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The end of the type. */
  public String slug() {
    return slug;
  }

  /** The kind of error in words. */
  public String title() {
    return title;
  }

  /** What is wrong here and what to do. */
  public String detail() {
    return detail;
  }

  /** Further members of the answer. */
  public Map<String, Object> more() {
    return more;
  }
}
