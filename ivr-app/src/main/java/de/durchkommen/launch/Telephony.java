package de.durchkommen.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asterisk, with the configuration in the folder {@code dialplan}. */
final class Telephony implements Part {
  /** The hotline's number. */
  static final String NUMBER = "116117";

  /** The value that must not be missing when Asterisk starts. */
  static final String SECRET = "AMI_SECRET";

  private final Home home;
  private final Toolbox tools;
  private final Path templates;
  private final SipAddress sip;
  private final Map<String, String> values;

  /** Where it is called. */
  record SipAddress(String host, int port) {
    String bind() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    String url() {
      return "sip:" + NUMBER + "@" + bind();
    }
  }

  /**
   * Takes where it is and what fills the templates.
   *
   * @param values of the names in the templates, apart from those of Asterisk's own folders
   */
  Telephony(Home home, Toolbox tools, Path templates, SipAddress sip, Map<String, String> values) {
    this.home = home;
    this.tools = tools;
    this.templates = templates;
    this.sip = sip;
    this.values = Map.copyOf(values);
  }

  @Override
  public String id() {
    return "asterisk";
  }

  @Override
  public String name() {
    return "Asterisk";
  }

  @Override
  public String address() {
    return sip.url();
  }

  @Override
  public void prepare() throws IOException {
    if (values.getOrDefault(SECRET, "").isEmpty()) {
      throw new IllegalStateException("No secret was made for Asterisk's manager port");
    }
    for (String folder : List.of("etc", "var", "spool", "run", "log")) {
      Files.createDirectories(home.asterisk().resolve(folder));
    }
    Map<String, String> all = new java.util.TreeMap<>(values);
    all.put("ASTERISK_HOME", home.asterisk().toString());
    all.put("ASTERISK_MODULES", tools.asteriskModules().toString());
    all.put("ASTERISK_DATA", tools.asteriskData().toString());
    try (Stream<Path> files = Files.list(templates)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".conf")).toList()) {
        Path filled = home.asterisk().resolve("etc").resolve(file.getFileName());
        // One of them has a secret in it.
        Modes.writeSecret(filled, Template.of(file).filled(all));
      }
    }
  }

  @Override
  public List<String> command() {
    String configuration = home.asterisk().resolve("etc/asterisk.conf").toString();
    return List.of(tools.required("asterisk").toString(), "-f", "-C", configuration);
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean isReady() throws IOException {
    String host = sip.host().equals("0.0.0.0") ? "127.0.0.1" : sip.host();
    return new SipProbe(new InetSocketAddress(host, sip.port())).takesCallsTo(NUMBER);
  }

  @Override
  public Duration startLimit() {
    return Duration.ofSeconds(60);
  }

  @Override
  public Duration stopLimit() {
    return Duration.ofSeconds(15);
  }
}
