package de.durchkommen.launch;

import static java.util.Map.entry;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What can be set, by the rules of MicroProfile Config: system properties, environment variables
 * ({@code DURCHKOMMEN_HTTP_PORT}), the file {@code durchkommen.properties} in the project's folder,
 * defaults; the first wins. The application reads the same keys by the same rules.
 */
public final class Settings {
  /** System property with the project's folder; the script sets it. */
  private static final String PROJECT = "durchkommen.project";

  private static final Pattern LANGUAGES = Pattern.compile("de(\\s*,\\s*[a-z]{2}){0,7}");
  private static final int LARGEST_PORT = 65_535;
  private static final int BEFORE_DEFAULTS = 110;
  private static final int DEFAULTS = 10;
  private static final Map<String, String> DEFAULT_VALUES =
      Map.ofEntries(
          entry("durchkommen.http.address", "127.0.0.1"),
          entry("durchkommen.http.port", "8080"),
          entry("durchkommen.tls", "true"),
          entry("durchkommen.https.address", "127.0.0.1"),
          entry("durchkommen.https.port", "8443"),
          entry("durchkommen.sip.address", "127.0.0.1"),
          entry("durchkommen.sips.port", "5061"),
          entry("durchkommen.sip.port", "5060"),
          entry("durchkommen.sip.allowed", "127.0.0.0/8"),
          entry("durchkommen.sip.calls", "400"),
          entry("durchkommen.agents.allowed", "127.0.0.0/8"),
          entry("durchkommen.rtp.start", "10000"),
          entry("durchkommen.rtp.end", "10999"),
          entry("durchkommen.rtp.timeout", "PT60S"),
          entry("durchkommen.agi.address", "127.0.0.1"),
          entry("durchkommen.agi.port", "4573"),
          entry("durchkommen.agi.allowed", "127.0.0.1"),
          entry("durchkommen.people.recording", "false"),
          entry("durchkommen.recording.address", "127.0.0.1"),
          entry("durchkommen.recording.port", "4574"),
          entry("durchkommen.ami.host", "127.0.0.1"),
          entry("durchkommen.ami.address", "127.0.0.1"),
          entry("durchkommen.ami.allowed", "127.0.0.1/32"),
          entry("durchkommen.ami.port", "5038"),
          entry("durchkommen.ami.tls", "false"),
          entry("durchkommen.ami.tls.port", "5039"),
          entry("durchkommen.ami.user", "durchkommen"),
          entry("durchkommen.trunk.dial", "PJSIP/trunk/sip:{number}@127.0.0.1:5070"),
          entry("durchkommen.callback.caller-id", "116117"),
          entry("durchkommen.asterisk.start", "true"),
          entry("durchkommen.asterisk.name", "asterisk1"),
          entry("durchkommen.asterisk.realtime", "false"),
          entry("durchkommen.db.port", "3307"),
          entry("durchkommen.db.user", "durchkommen"),
          entry("durchkommen.languages", "de,en,tr,ru,uk,pl,it,ar"),
          entry("durchkommen.profile", "demo"),
          entry("durchkommen.person", "PJSIP/person"),
          entry("durchkommen.person.sip", "sip:person@127.0.0.1:5070"),
          entry("durchkommen.person.ring", "PT20S"),
          entry("durchkommen.voice.pico", "pico2wave"),
          entry("durchkommen.voice.rhvoice", "RHVoice-test"),
          entry("durchkommen.voice.espeak", "espeak-ng"),
          entry("durchkommen.log.format", "text"),
          entry("durchkommen.web.memory", "512m"));

  private final Path project;
  private final SmallRyeConfig config;

  private Settings(Path project, SmallRyeConfig config) {
    this.project = project;
    this.config = config;
  }

  /** The settings of this process. */
  public static Settings read() {
    Path project = Path.of(System.getProperty(PROJECT, "")).toAbsolutePath().normalize();
    return of(project, System.getenv());
  }

  static Settings of(Path project, Map<String, String> environment) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new SysPropConfigSource(), new EnvConfigSource(environment, 300))
            .withSources(new PropertiesConfigSource(DEFAULT_VALUES, "defaults", DEFAULTS));
    Path file = project.resolve("durchkommen.properties");
    if (Files.isRegularFile(file)) {
      builder.withSources(fileSource(file));
    }
    return new Settings(project, builder.build());
  }

  private static PropertiesConfigSource fileSource(Path file) {
    try {
      return new PropertiesConfigSource(file.toUri().toURL(), BEFORE_DEFAULTS);
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE, "Die Datei " + file + " ist nicht lesbar: " + e.getMessage(), e);
    }
  }

  /** The folder of the project, absolute. */
  public Path project() {
    return project;
  }

  /** The folders that the launcher writes to. */
  public Home home() {
    Path home = folder("durchkommen.home").orElse(project.resolve(".durchkommen"));
    Path tools = folder("durchkommen.tools.dir").orElse(project.resolve(".durchkommen"));
    return new Home(home, tools);
  }

  /** A value that must be there and match; the failure names the key and shows the value. */
  public String text(String key, Pattern allowed) {
    String value = optional(key).orElse("");
    if (!allowed.matcher(value).matches()) {
      throw wrong(key, value, "hat einen unerlaubten Wert");
    }
    return value;
  }

  /** The tags of the languages that are spoken, German first, with commas and no spaces. */
  public String languages() {
    return text("durchkommen.languages", LANGUAGES).replaceAll("\\s", "");
  }

  /** A port, 1 to 65535. */
  public int port(String key) {
    int port = number(key);
    if (port < 1 || port > LARGEST_PORT) {
      throw wrong(key, String.valueOf(port), "ist kein Port (1 bis 65535)");
    }
    return port;
  }

  /** A whole number, 1 or more. */
  public int number(String key) {
    String value = optional(key).orElse("");
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1) {
      throw wrong(key, value, "ist keine Zahl ab 1");
    }
    return Integer.parseInt(value);
  }

  /** A time as {@code PT20S}, one second or more. */
  public Duration time(String key) {
    String value = optional(key).orElse("");
    try {
      Duration time = config.getValue(key, Duration.class);
      if (time.toSeconds() < 1) {
        throw wrong(key, value, "ist kürzer als eine Sekunde");
      }
      return time;
    } catch (IllegalArgumentException e) {
      throw wrong(key, value, "ist keine Dauer wie PT20S");
    }
  }

  /** Yes or no. */
  public boolean flag(String key) {
    return text(key, Pattern.compile("true|false")).equals("true");
  }

  /** A value that may be missing. */
  public Optional<String> optional(String key) {
    return config.getOptionalValue(key, String.class).map(String::strip);
  }

  /**
   * A secret that may be missing: the value itself, or what is in the file that the key with {@code
   * -file} behind it names, as containers are given secrets. An empty file is no secret.
   */
  public Optional<String> secret(String key) {
    Optional<Path> file = folder(key + "-file");
    if (optional(key).isPresent() || file.isEmpty()) {
      return optional(key);
    }
    try {
      return Optional.of(Files.readString(file.get()).strip()).filter(word -> !word.isEmpty());
    } catch (IOException e) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE,
          "Einstellung %s-file (Umgebung: %s): %s ist nicht lesbar"
              .formatted(key, variable(key + "-file"), file.get()),
          e);
    }
  }

  /** A folder; a relative one is meant from the project's folder. */
  public Optional<Path> folder(String key) {
    return optional(key).map(value -> project.resolve(value).normalize());
  }

  /** All that is set, as environment variables for a process that reads the same keys. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    for (String key : config.getPropertyNames()) {
      if (key.startsWith("durchkommen.")) {
        optional(key).ifPresent(value -> environment.put(variable(key), value));
      }
    }
    return environment;
  }

  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static LaunchFailure wrong(String key, String value, String what) {
    return new LaunchFailure(
        LaunchFailure.WRONG_USE,
        "Einstellung %s (Umgebung: %s) %s: »%s«".formatted(key, variable(key), what, value));
  }
}
