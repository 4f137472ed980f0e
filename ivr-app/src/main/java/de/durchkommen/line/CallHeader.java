package de.durchkommen.line;

import java.util.Map;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiRequest;

/**
 * What Asterisk says of a call before it begins, cleaned.
 *
 * @param script what is asked for: the path of the AGI address
 * @param callId SIP Call-ID, or Asterisk's own id where none was given; 1 to 128 characters
 * @param number the caller's number; empty when withheld, unknown, or not made of digits
 */
record CallHeader(String script, String callId, Optional<String> number) {
  private static final int MAX_ID = 128;
  private static final String NOT_IN_AN_ID = "[^A-Za-z0-9.@_:+~=-]";
  private static final String DIALLABLE = "\\+?[0-9]{1,20}";

  /** Two bits of the Q.931 presentation indicator; 0 is "presentation allowed". */
  private static final int PRESENTATION_BITS = 0x60;

  static CallHeader of(AgiRequest request) {
    // Not getArguments(): it makes an array as long as the highest number that the peer names.
    Map<String, String> lines = request.getRequest();
    String id = lines.getOrDefault("arg_1", lines.getOrDefault("uniqueid", ""));
    String cleaned = id.replaceAll(NOT_IN_AN_ID, "_");
    return new CallHeader(
        lines.getOrDefault("network_script", ""),
        cleaned.isEmpty() ? "unknown" : cleaned.substring(0, Math.min(cleaned.length(), MAX_ID)),
        shown(lines) ? number(lines) : Optional.empty());
  }

  private static boolean shown(Map<String, String> lines) {
    String presentation = lines.getOrDefault("callingpres", "0");
    return presentation.matches("[0-9]{1,3}")
        && (Integer.parseInt(presentation) & PRESENTATION_BITS) == 0;
  }

  private static Optional<String> number(Map<String, String> lines) {
    return Optional.ofNullable(lines.get("callerid")).filter(text -> text.matches(DIALLABLE));
  }
}
