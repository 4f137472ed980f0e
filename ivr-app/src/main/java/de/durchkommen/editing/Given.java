package de.durchkommen.editing;

import de.durchkommen.api.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a request gives; each check names the field in a {@link Problem} when it fails. */
public final class Given {
  /** The longest text of a prompt: about two minutes of speech. */
  static final int LONGEST_TEXT = 2_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What no voice says, and what engines take for commands. */
  private static final Pattern NOT_SPOKEN = Pattern.compile("[\\p{Cntrl}<>\\[\\]\\\\]");

  /** Control characters, halves of characters, and those that there are not. */
  private static final Pattern NONE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}]");

  private static final Pattern TAG = Pattern.compile("\"?(0|[1-9][0-9]{0,17})\"?");

  private Given() {}

  /** What has to be there. */
  public static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw Problem.invalid(field + " is missing");
    }
    return value;
  }

  /** Text with something in it, in one line, without the blanks around it. */
  public static String text(@Nullable String value, String field, int longest) {
    String given = present(value, field);
    // So that the next line has no more to do than it should.
    if (given.length() > 2 * longest) {
      throw length(field, longest);
    }
    String text = BLANKS.matcher(given).replaceAll(" ").strip();
    if (text.isEmpty() || text.length() > longest) {
      throw length(field, longest);
    }
    if (NONE.matcher(text).find()) {
      throw Problem.invalid(field + " has characters that are none");
    }
    return text;
  }

  private static Problem length(String field, int longest) {
    return Problem.invalid(field + " has to have 1 to " + longest + " characters");
  }

  /** A text that a voice can say. */
  static String pattern(@Nullable String value) {
    String text = text(value, "text", LONGEST_TEXT);
    if (NOT_SPOKEN.matcher(text).find()) {
      throw Problem.invalid("text has one of the characters < > [ ] \\, which nobody can say");
    }
    return text;
  }

  /** The publication that the author has seen, as {@code If-Match} has it. */
  static long seen(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new Problem(
          428,
          "if-match-missing",
          "It is not said which publication was seen",
          "Send If-Match with the number of the publication that is in force as you have seen it;"
              + " 0 when nothing was published yet.");
    }
    var tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Problem.invalid("If-Match has to be the number of a publication, as \"17\"");
    }
    return Long.parseLong(tag.group(1));
  }
}
