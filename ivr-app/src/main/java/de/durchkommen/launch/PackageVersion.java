package de.durchkommen.launch;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first number of a version, as far as the launcher needs to compare versions. */
final class PackageVersion {
  private static final Pattern CANDIDATE =
      Pattern.compile("(?m)^ *Candidate: (?:[0-9]+:)?([0-9]+)");
  private static final Pattern ASTERISK = Pattern.compile("^Asterisk (?:certified[/-])?([0-9]+)");

  private PackageVersion() {}

  /** From what {@code apt-cache policy} prints; the epoch before the colon does not count. */
  static OptionalInt ofCandidate(String policy) {
    return first(CANDIDATE.matcher(policy));
  }

  /** From what {@code asterisk -V} prints. */
  static OptionalInt ofAsterisk(String version) {
    return first(ASTERISK.matcher(version));
  }

  private static OptionalInt first(Matcher matcher) {
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
