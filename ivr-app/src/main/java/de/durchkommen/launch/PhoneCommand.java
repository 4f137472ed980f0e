package de.durchkommen.launch;

import de.durchkommen.agent.AgentPhone;
import de.durchkommen.agent.PhonePassword;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The telephones of the agents. */
@Command(
    name = "phone",
    description = "Telefone der Agenten: jedes SIP-Telefon, das sich hier anmelden darf.",
    synopsisSubcommandLabel = "BEFEHL",
    subcommands = {PhoneCommand.Add.class, PhoneCommand.Listing.class, PhoneCommand.Remove.class})
final class PhoneCommand implements Runnable {
  private static final String NAME =
      "Name des Telefons: kleine Buchstaben, Ziffern und Striche, höchstens 30 Zeichen.";

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a word there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt ein Befehl.");
  }

  private interface Work {
    void on(PhoneRows rows) throws SQLException;
  }

  private static int done(Work work) throws IOException {
    DatabaseAddress database = new Hotline(Settings.read()).database();
    String operator = System.getProperty("user.name", "");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try (Connection connection = database.connected()) {
      work.on(new PhoneRows(connection, operator, now));
      return 0;
    } catch (SQLException e) {
      throw DbCommand.failure(database, e);
    }
  }

  private static String checked(CommandSpec spec, String name) {
    if (!AgentPhone.NAME.matcher(name).matches()) {
      throw new ParameterException(spec.commandLine(), "Falscher Wert: " + name + ". " + NAME);
    }
    return name;
  }

  /** Makes one. */
  @Command(
      name = "add",
      description =
          "Richtet ein Telefon ein und zeigt mit Tabulator getrennt Benutzer und Passwort, nur"
              + " dieses eine Mal. Es kann sich sofort anmelden.")
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = NAME)
    private String name = "";

    @Option(
        names = "--tls",
        description = "Es meldet sich über TLS an, und sein Ton ist verschlüsselt (SRTP), immer.")
    private boolean tls;

    @Override
    public Integer call() throws IOException {
      String phone = checked(spec, name);
      PhonePassword password = PhonePassword.drawn(new SecureRandom());
      var hotline = new Hotline(Settings.read());
      if (tls && hotline.sips().isEmpty()) {
        throw new LaunchFailure(LaunchFailure.WRONG_USE, "--tls braucht durchkommen.tls=true.");
      }
      Telephony.SipAddress where = tls ? hotline.sips().orElseThrow() : hotline.sip();
      return done(rows -> {
        if (!rows.add(phone, password, tls)) {
          throw new LaunchFailure(
              LaunchFailure.FAILED,
              phone
                  + " gibt es schon. Für ein neues Passwort erst entfernen:"
                  + " ./durchkommen phone remove "
                  + phone);
        }
        spec.commandLine().getOut().println(AgentPhone.user(phone) + "\t" + password.text());
        spec.commandLine()
            .getErr()
            .println(
                "Bitte aufbewahren: Das Passwort lässt sich nicht noch einmal zeigen. Anmelden bei "
                    + where.bind()
                    + (tls ? " (TLS, Ton mit SRTP)." : " (UDP)."));
      });
    }
  }

  /** Shows them, without their passwords. */
  @Command(
      name = "list",
      description = "Zeigt alle, mit Tabulatoren getrennt: Name und seit wann es sie gibt.")
  static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      return done(rows -> rows.lines().forEach(spec.commandLine().getOut()::println));
    }
  }

  /** Ends one. */
  @Command(
      name = "remove",
      description =
          "Entfernt ein Telefon: Es kann sich nicht mehr anmelden und wird nicht mehr angerufen."
              + " Ein laufendes Gespräch geht zu Ende.")
  static final class Remove implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Welches Telefon.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
      String phone = checked(spec, name);
      return done(rows -> {
        if (!rows.remove(phone)) {
          throw new LaunchFailure(LaunchFailure.FAILED, "Es gibt kein Telefon " + phone + ".");
        }
        spec.commandLine().getOut().println("Entfernt: " + phone);
      });
    }
  }
}
