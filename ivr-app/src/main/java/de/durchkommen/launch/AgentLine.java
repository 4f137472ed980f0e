package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether agents' telephones can register, and how Asterisk gets at their rows. */
sealed interface AgentLine {
  /** Asterisk's account in the embedded database. */
  String USER = "asterisk";

  /** They can: what fills the templates in {@code dialplan/agents}. */
  record On(Map<String, String> values) implements AgentLine {
    /** Copies the map. */
    public On {
      values = Map.copyOf(values);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
      return "On";
    }
  }

  /**
   * They cannot; calls go on without them.
   *
   * @param why in German, for {@code status}
   */
  record Off(String why) implements AgentLine {}

  /** What cannot end a value in a configuration file. */
  Pattern PASSWORD = Pattern.compile("[A-Za-z0-9!$%&()*+,./:<=>?^_|~-]{1,80}");

  Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  Pattern NETWORKS = Pattern.compile("[0-9A-Fa-f.:/]+( *, *[0-9A-Fa-f.:/]+)*");

  /**
   * One host, or several that are tried in their order, as MariaDB's ODBC driver does too. Other
   * choices, such as {@code loadbalance}, it does not know.
   */
  Pattern URL =
      Pattern.compile(
          "jdbc:mariadb:(?:sequential:)?//([A-Za-z0-9.-]+(?::[0-9]{1,5})?"
              + "(?:,[A-Za-z0-9.-]+(?::[0-9]{1,5})?){0,8})/([A-Za-z0-9_]+)(?:\\?.*)?");

  /**
   * As the settings want it.
   *
   * @param driver MariaDB's ODBC driver, if there is one
   * @param embedded the password of the account in the embedded database
   */
  static AgentLine of(
      Settings settings, Optional<Path> driver, DatabaseAddress database, Secret embedded)
      throws IOException {
    Map<String, String> values = new TreeMap<>();
    String networks = settings.text("durchkommen.agents.allowed", NETWORKS);
    values.put("AGENTS_ALLOWED", networks.replace(" ", ""));
    if (driver.isEmpty()) {
      return new Off("es fehlt das Debian-Paket odbc-mariadb");
    }
    values.put("ODBC_DRIVER", driver.get().toString());
    Matcher url = URL.matcher(database.url());
    if (!url.matches()) {
      return new Off("durchkommen.db.url hat nicht die Form jdbc:mariadb://RECHNER:PORT/NAME");
    }
    List<String> hosts = List.of(url.group(1).split(",", -1));
    String first = hosts.getFirst();
    boolean one = hosts.size() == 1;
    values.put("ODBC_HOST", one ? first.replaceAll(":.*", "") : String.join(",", ported(hosts)));
    values.put("ODBC_PORT", one && first.contains(":") ? first.replaceAll(".*:", "") : "3306");
    values.put("ODBC_DATABASE", url.group(2));
    if (database.embedded()) {
      values.put("ODBC_USER", USER);
      values.put("ODBC_PASSWORD", embedded.kept().orElse(""));
    } else if (settings.optional("durchkommen.agents.db.user").isPresent()) {
      values.put("ODBC_USER", settings.text("durchkommen.agents.db.user", WORD));
      values.put("ODBC_PASSWORD", password(settings));
    } else {
      return new Off("durchkommen.agents.db.user ist nicht gesetzt");
    }
    return new On(values);
  }

  private static List<String> ported(List<String> hosts) {
    return hosts.stream().map(host -> host.contains(":") ? host : host + ":3306").toList();
  }

  private static String password(Settings settings) {
    String key = "durchkommen.agents.db.password";
    return settings
        .secret(key)
        .filter(word -> PASSWORD.matcher(word).matches())
        .orElseThrow(() ->
            new LaunchFailure(
                LaunchFailure.WRONG_USE,
                ("Einstellung %s (Umgebung: %s) fehlt oder hat Zeichen, die in einer"
                        + " Konfigurationsdatei nicht stehen können")
                    .formatted(key, Settings.variable(key))));
  }

  /** A line for {@code status}. */
  default String line() {
    return switch (this) {
      case On _ -> "Telefone der Agenten: können sich anmelden";
      case Off off -> "Telefone der Agenten: aus, " + off.why();
    };
  }
}
