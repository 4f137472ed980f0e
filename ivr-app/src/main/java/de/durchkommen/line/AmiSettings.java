package de.durchkommen.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * How one Asterisk is told to call people.
 *
 * @param host where Asterisk's manager port is ({@code durchkommen.ami.host})
 * @param port its number ({@code durchkommen.ami.port})
 * @param user who we are there ({@code durchkommen.ami.user})
 * @param certificate by what Asterisk is known when it is spoken to by TLS ({@code
 *     durchkommen.ami.certificate}, PEM: its own, or those that sign it); without one it is spoken
 *     to without TLS
 * @param secret empty when nobody is to be called ({@code durchkommen.ami.secret})
 * @param dial Asterisk's dial string with {@code {number}} in it ({@code durchkommen.trunk.dial})
 * @param callerId the number that those who are called see ({@code durchkommen.callback.caller-id})
 * @param limits what is put up with
 */
record AmiSettings(
    String host,
    int port,
    Optional<Path> certificate,
    String user,
    Optional<String> secret,
    String dial,
    String callerId,
    Limits limits) {
  /** Where the number goes in the dial string. */
  static final String NUMBER = "{number}";

  private static final Pattern DIAL =
      Pattern.compile("[A-Za-z0-9_.:/@&+-]*\\{number\\}[A-Za-z0-9_.:/@&+-]*");
  private static final Pattern CALLER_ID = Pattern.compile("\\+?[0-9]{3,20}");
  private static final Pattern NAMED =
      Pattern.compile("([A-Za-z0-9_.-]{1,64}|[0-9A-Fa-f:]{2,45})(?::([0-9]{1,5}))?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_ASTERISKS = 16;

  /**
   * What Asterisk and the telephone network may take of us.
   *
   * @param messageBytes of one message
   * @param messageLines of one message; an OriginateResponse has 12
   * @param connect for connecting and logging in
   * @param ping so often we ask whether Asterisk is still there
   * @param silence without anything for so long, the connection is dead
   * @param again from one attempt to connect to the next; doubled up to {@code againAtMost}
   * @param againAtMost the longest time between two attempts
   * @param ringSlack how long after the ringing Asterisk may take to tell what became of it
   * @param aMinute calls in any minute: who finds a way to have others called does little harm
   * @param atOnce calls that ring at once
   */
  record Limits(
      int messageBytes,
      int messageLines,
      Duration connect,
      Duration ping,
      Duration silence,
      Duration again,
      Duration againAtMost,
      Duration ringSlack,
      int aMinute,
      int atOnce) {
    static final Limits STANDARD =
        new Limits(
            16 * 1024,
            100,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            60,
            50);

    /** What one message may have, when it has to be there within this time. */
    Allowance message(Duration time) {
      return new Allowance(messageBytes, messageLines, time);
    }
  }

  /** Checks that the values make sense, so that a wrong one stops the start and not a call. */
  AmiSettings {
    require(WORD.matcher(host).matches(), "durchkommen.ami.host is not a host");
    require(port > 0 && port <= HIGHEST_PORT, "durchkommen.ami.port is not a port");
    require(WORD.matcher(user).matches(), "durchkommen.ami.user is not a plain word");
    require(
        secret.isEmpty() || WORD.matcher(secret.get()).matches(),
        "durchkommen.ami.secret is not a plain word");
    require(
        DIAL.matcher(dial).matches(),
        "durchkommen.trunk.dial is not a plain dial string with {number} in it");
    require(
        CALLER_ID.matcher(callerId).matches(), "durchkommen.callback.caller-id is not a number");
  }

  /**
   * What the configuration says, or the defaults: one for each Asterisk that is named, with {@code
   * HOST} or {@code HOST:PORT}, separated by commas.
   *
   * @throws IllegalArgumentException naming the key whose value is wrong
   */
  static List<AmiSettings> all(Config config) {
    int usual = config.getOptionalValue("durchkommen.ami.port", Integer.class).orElse(5_038);
    String[] hosts = text(config, "durchkommen.ami.host", "127.0.0.1").split(",", -1);
    require(hosts.length <= MOST_ASTERISKS, "durchkommen.ami.host names too many hosts");
    List<AmiSettings> all =
        Arrays.stream(hosts).map(host -> of(config, host.strip(), usual)).distinct().toList();
    require(all.size() == hosts.length, "durchkommen.ami.host names a host twice");
    return all;
  }

  private static AmiSettings of(Config config, String named, int usualPort) {
    Matcher one = NAMED.matcher(named);
    require(one.matches(), "durchkommen.ami.host is not a host, or several with commas");
    return new AmiSettings(
        one.group(1),
        one.group(2) == null ? usualPort : Integer.parseInt(one.group(2)),
        config.getOptionalValue("durchkommen.ami.certificate", String.class).map(Path::of),
        text(config, "durchkommen.ami.user", "durchkommen"),
        config.getOptionalValue("durchkommen.ami.secret", String.class),
        text(config, "durchkommen.trunk.dial", "PJSIP/trunk/sip:{number}@127.0.0.1:5070"),
        text(config, "durchkommen.callback.caller-id", "116117"),
        Limits.STANDARD);
  }

  private static String text(Config config, String key, String otherwise) {
    return config.getOptionalValue(key, String.class).orElse(otherwise);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "AmiSettings[" + host + ":" + port + "]";
  }
}
