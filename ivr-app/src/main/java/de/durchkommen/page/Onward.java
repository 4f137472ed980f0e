package de.durchkommen.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wanted to go who had to log in first. Only addresses of this form are led to: a
 * path of ours, never another host ({@code //evil.example}, {@code /\evil.example}, {@code
 * https:…}). {@code web/onward.js} has the same rule.
 */
final class Onward {
  /** The parameter of the login page. */
  static final String PARAMETER = "weiter";

  private static final int LONGEST = 200;
  private static final Pattern FORM =
      Pattern.compile("/[a-z0-9][a-z0-9-]*(/[a-z0-9-]+)*(\\?[A-Za-z0-9=&_.~-]*)?");

  private Onward() {}

  /** The address that was given, when it is one of ours. */
  static Optional<String> of(@Nullable String given) {
    return Optional.ofNullable(given)
        .filter(address -> address.length() <= LONGEST)
        .filter(address -> FORM.matcher(address).matches())
        .filter(address -> !address.startsWith(WebPage.LOGIN.path()));
  }

  /** The login, which leads there afterwards. */
  static String login(String path, @Nullable String query) {
    String wanted = query == null ? path : path + "?" + query;
    return of(wanted)
        .map(address -> "?" + PARAMETER + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
        .map(WebPage.LOGIN.path()::concat)
        .orElse(WebPage.LOGIN.path());
  }
}
