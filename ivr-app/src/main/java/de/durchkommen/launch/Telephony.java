package de.durchkommen.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asterisk, with the configuration in the folder {@code dialplan}. */
final class Telephony implements Part {
  /** The hotline's number. */
  static final String NUMBER = "116117";

  /** The value that must not be missing when Asterisk starts. */
  static final String SECRET = "AMI_SECRET";

  /**
   * The value with which it also listens by TLS; what else the templates then need comes with it.
   */
  static final String CERTIFICATE = "TLS_CERTIFICATE";

  private final Home home;
  private final Toolbox tools;
  private final Path templates;
  private final SipAddress sip;
  private final Map<String, String> values;
  private final Agents agents;
  private final boolean realtime;

  /** Where it is called. */
  record SipAddress(String host, int port) {
    String bind() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    String url() {
      return url("sip");
    }

    String url(String scheme) {
      return scheme + ":" + NUMBER + "@" + bind();
    }
  }

  /** Whether agents' telephones can register. */
  @FunctionalInterface
  interface Agents {
    /** How it is now. */
    AgentLine line() throws IOException;
  }

  /**
   * Takes where it is and what fills the templates.
   *
   * @param templates folder of configuration files; in its folder {@code agents} is what is added
   *     to them when agents' telephones can register, in {@code tls} what makes it listen by TLS
   * @param values of the names in the templates, apart from those of Asterisk's own folders
   * @param agents asked at each start: the programs it depends on may be new then
   * @param realtime whether it goes before other programs
   */
  Telephony(
      Home home,
      Toolbox tools,
      Path templates,
      SipAddress sip,
      Map<String, String> values,
      Agents agents,
      boolean realtime) {
    this.home = home;
    this.tools = tools;
    this.templates = templates;
    this.sip = sip;
    this.values = Map.copyOf(values);
    this.agents = agents;
    this.realtime = realtime;
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
    // What a start with other settings has left there would be read.
    Folders.delete(etc());
    for (String folder : List.of("etc", "var", "spool", "run", "log")) {
      Files.createDirectories(home.asterisk().resolve(folder));
    }
    Map<String, String> all = new TreeMap<>(values);
    all.put("ASTERISK_HOME", home.asterisk().toString());
    all.put("ASTERISK_MODULES", tools.asteriskModules().toString());
    all.put("ASTERISK_DATA", tools.asteriskData().toString());
    List<Path> folders = new ArrayList<>(List.of(templates));
    if (values.containsKey(CERTIFICATE)) {
      folders.add(templates.resolve("tls"));
    }
    if (agents.line() instanceof AgentLine.On on) {
      all.putAll(on.values());
      folders.add(templates.resolve("agents"));
    }
    for (Map.Entry<String, String> file : joined(folders).entrySet()) {
      Path filled = etc().resolve(file.getKey());
      // Some of them have a secret in them.
      Modes.writeSecret(filled, new Template(file.getKey(), file.getValue()).filled(all));
    }
  }

  /** The text of each file, by its name; those of the same name are one after the other. */
  private static Map<String, String> joined(List<Path> folders) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(conf|ini)")).toList()) {
          texts.merge(file.getFileName().toString(), Files.readString(file), String::concat);
        }
      }
    }
    return texts;
  }

  private Path etc() {
    return home.asterisk().resolve("etc");
  }

  @Override
  public List<String> command() {
    String configuration = etc().resolve("asterisk.conf").toString();
    return List.of(tools.required("asterisk").toString(), "-f", "-C", configuration);
  }

  @Override
  public Map<String, String> environment() {
    // Its database connections are described beside the rest, whatever the machine has in /etc.
    return Map.of("ODBCSYSINI", etc().toString(), "ODBCINI", etc().resolve("odbc.ini").toString());
  }

  @Override
  public boolean isRealtime() {
    return realtime;
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
