package de.durchkommen.launch;

import de.durchkommen.api.ApiKey;
import de.durchkommen.api.Role;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The keys with which other programs use the REST API. */
@Command(
    name = "key",
    description = "Schlüssel, mit denen andere Programme die REST-Schnittstelle benutzen.",
    synopsisSubcommandLabel = "BEFEHL",
    subcommands = {KeyCommand.Add.class, KeyCommand.Listing.class, KeyCommand.Revoke.class})
final class KeyCommand implements Runnable {
  private static final String NAME =
      "Name des Programms: kleine Buchstaben, Ziffern und Striche, höchstens 40 Zeichen.";

  /** Requests under way at once, when nobody says how many; and the most that can be said. */
  private static final String USUAL_AT_ONCE = "8";

  private static final int MOST_AT_ONCE = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a word there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt ein Befehl.");
  }

  private interface Work {
    void on(KeyRows rows) throws SQLException;
  }

  private static int done(Work work) throws IOException {
    DatabaseAddress database = new Hotline(Settings.read()).database();
    try (Connection connection = database.connected()) {
      work.on(new KeyRows(connection));
      return 0;
    } catch (SQLException e) {
      throw DbCommand.failure(database, e);
    }
  }

  private static String checked(CommandSpec spec, String name) {
    if (!ApiKey.CLIENT.matcher(name).matches()) {
      throw new ParameterException(spec.commandLine(), "Falscher Wert: " + name + ". " + NAME);
    }
    return name;
  }

  /** Makes one. */
  @Command(
      name = "add",
      description = {
        "Macht einen Schlüssel und zeigt ihn dieses eine Mal; gespeichert wird nur seine Prüfsumme.",
        "Er gilt sofort, spätestens nach 2 Sekunden."
      })
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = NAME)
    private String name = "";

    @Option(
        names = "--role",
        paramLabel = "ROLLE",
        required = true,
        description =
            "booking: suchen und buchen mit Code und Geburtsdatum (ein Portal)."
                + " agent: das Telefonzentrum. supervisor: alles.")
    private Role role = Role.BOOKING;

    @Option(
        names = "--at-once",
        paramLabel = "N",
        defaultValue = USUAL_AT_ONCE,
        description = "So viele Anfragen zugleich (ohne Angabe: 8).")
    private int atOnce;

    @Override
    public Integer call() throws IOException {
      ApiKey key = ApiKey.drawn(checked(spec, name), new SecureRandom());
      if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
        throw new ParameterException(spec.commandLine(), "Falscher Wert: " + atOnce);
      }
      return done(rows -> {
        if (!rows.add(key, role, atOnce)) {
          throw new LaunchFailure(
              LaunchFailure.FAILED,
              name
                  + " hat schon einen Schlüssel. Für einen neuen erst widerrufen:"
                  + " ./durchkommen key revoke "
                  + name);
        }
        spec.commandLine().getOut().println(key.text());
        spec.commandLine()
            .getErr()
            .println("Bitte aufbewahren: Der Schlüssel lässt sich nicht noch einmal zeigen.");
      });
    }
  }

  /** Shows them, without their secrets. */
  @Command(
      name = "list",
      description =
          "Zeigt alle, mit Tabulatoren getrennt: Name, Rolle, Anfragen zugleich, seit wann,"
              + " »gültig« oder »widerrufen« und wann.")
  static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      return done(rows -> rows.lines().forEach(spec.commandLine().getOut()::println));
    }
  }

  /** Ends one. */
  @Command(
      name = "revoke",
      description =
          "Widerruft den Schlüssel von NAME; er gilt nach höchstens 5 Sekunden nicht mehr.")
  static final class Revoke implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Wessen Schlüssel.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
      String client = checked(spec, name);
      return done(rows -> {
        if (!rows.revoke(client)) {
          throw new LaunchFailure(LaunchFailure.FAILED, client + " hat keinen gültigen Schlüssel.");
        }
        spec.commandLine().getOut().println("Widerrufen: " + client);
      });
    }
  }
}
