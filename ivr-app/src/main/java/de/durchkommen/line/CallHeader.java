package de.durchkommen.line;

import de.durchkommen.call.CallDetails;
import de.durchkommen.queue.Arrival;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.asteriskjava.fastagi.AgiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk says of a call before it begins, cleaned.
 *
 * @param script what is asked for: the path of the AGI address
 * @param callId SIP Call-ID, or Asterisk's own id where none was given; 1 to 128 characters
 * @param number the caller's number; empty when withheld, unknown, or not made of digits
 * @param details what the dialplan says beside that: for a call that came in {@code arg_2} is the
 *     priority group, {@code arg_3} is {@code short} when few channels are left and {@code arg_4}
 *     the language of the number that was dialled; for one that went out {@code arg_2} is what it
 *     is about, and {@code arg_3} the language; {@code arg_5} and {@code arg_6} are the talk and
 *     its end of a call that comes back
 */
record CallHeader(String script, String callId, Optional<String> number, CallDetails details) {
  /** The script of calls that came in. */
  static final String INCOMING = "call";

  /** The script of calls that come back from a talk, or from waiting for one. */
  static final String TALKED = "talked";

  private static final Pattern PRESENTATION = Pattern.compile("[0-9]{1,3}");
  private static final String SHORT = "short";
  private static final String CALLED = "called";
  private static final Pattern GROUP = Pattern.compile("[1-9]");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern REFERENCE = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern TALK = Pattern.compile("[0-9]{1,18}");
  private static final Pattern STATUS = Pattern.compile("[A-Z]{1,20}");
  private static final int MAX_ID = 128;
  private static final Pattern NOT_IN_AN_ID = Pattern.compile("[^A-Za-z0-9.@_:+~=-]");
  private static final Pattern DIALLABLE = Pattern.compile("\\+?[0-9]{1,20}");

  /** Two bits of the Q.931 presentation indicator; 0 is "presentation allowed". */
  private static final int PRESENTATION_BITS = 0x60;

  static CallHeader of(AgiRequest request) {
    // Not getArguments(): it makes an array as long as the highest number that the peer names.
    Map<String, String> lines = request.getRequest();
    String id = lines.getOrDefault("arg_1", lines.getOrDefault("uniqueid", ""));
    String cleaned = NOT_IN_AN_ID.matcher(id).replaceAll("_");
    String script = lines.getOrDefault("network_script", "");
    boolean incoming = script.equals(INCOMING) || script.equals(TALKED);
    return new CallHeader(
        script,
        cleaned.isEmpty() ? "unknown" : cleaned.substring(0, Math.min(cleaned.length(), MAX_ID)),
        // On a call that went out it is our own.
        incoming && !CALLED.equals(lines.get("arg_3")) && shown(lines)
            ? number(lines)
            : Optional.empty(),
        incoming ? incoming(lines) : outgoing(lines));
  }

  private static CallDetails incoming(Map<String, String> lines) {
    String group = lines.getOrDefault("arg_2", "");
    boolean channelsShort = SHORT.equals(lines.get("arg_3"));
    // A dialplan that was changed wrongly must not cost anybody the call.
    int priority = GROUP.matcher(group).matches() ? Integer.parseInt(group) : Arrival.ORDINARY;
    return new CallDetails(
        priority,
        channelsShort,
        language(lines.get("arg_4")),
        OptionalLong.empty(),
        talked(lines.getOrDefault("arg_5", ""), lines.getOrDefault("arg_6", "")));
  }

  private static Optional<CallDetails.Talked> talked(String talk, String status) {
    return TALK.matcher(talk).matches() && STATUS.matcher(status).matches()
        ? Optional.of(new CallDetails.Talked(Long.parseLong(talk), status))
        : Optional.empty();
  }

  private static CallDetails outgoing(Map<String, String> lines) {
    String reference = lines.getOrDefault("arg_2", "");
    return new CallDetails(
        Arrival.ORDINARY,
        false,
        language(lines.get("arg_3")),
        REFERENCE.matcher(reference).matches()
            ? OptionalLong.of(Long.parseLong(reference))
            : OptionalLong.empty());
  }

  private static Optional<String> language(@Nullable String tag) {
    return Optional.ofNullable(tag).filter(text -> LANGUAGE.matcher(text).matches());
  }

  private static boolean shown(Map<String, String> lines) {
    String presentation = lines.getOrDefault("callingpres", "0");
    return PRESENTATION.matcher(presentation).matches()
        && (Integer.parseInt(presentation) & PRESENTATION_BITS) == 0;
  }

  private static Optional<String> number(Map<String, String> lines) {
    return Optional.ofNullable(lines.get("callerid"))
        .filter(text -> DIALLABLE.matcher(text).matches());
  }
}
