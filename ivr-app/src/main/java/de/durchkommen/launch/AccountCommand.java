package de.durchkommen.launch;

import de.durchkommen.account.AccountName;
import de.durchkommen.account.FirstPassword;
import de.durchkommen.account.PasswordHash;
import de.durchkommen.account.PasswordHash.Cost;
import de.durchkommen.api.Role;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The accounts with which people log in. */
@Command(
    name = "account",
    description = "Konten, mit denen sich Menschen anmelden: Telefonzentrum und Leitung.",
    synopsisSubcommandLabel = "BEFEHL",
    subcommands = {
      AccountCommand.Add.class,
      AccountCommand.Listing.class,
      AccountCommand.Disable.class,
      AccountCommand.Password.class
    })
final class AccountCommand implements Runnable {
  private static final String NAME =
      "Name zum Anmelden: kleine Buchstaben, Ziffern und Striche, 2 bis 40 Zeichen.";

  private static final String WHOSE = "Wessen Konto.";

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a word there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt ein Befehl.");
  }

  private interface Work {
    void on(AccountRows rows) throws SQLException;
  }

  private static int done(Work work) throws IOException {
    DatabaseAddress database = new Hotline(Settings.read()).database();
    try (Connection connection = database.connected()) {
      work.on(new AccountRows(connection, Clock.systemUTC().instant()));
      return 0;
    } catch (SQLException e) {
      throw DbCommand.failure(database, e);
    }
  }

  private static String checked(CommandSpec spec, String name) {
    if (!AccountName.FORM.matcher(name).matches()) {
      throw new ParameterException(spec.commandLine(), "Falscher Wert: " + name + ". " + NAME);
    }
    return name;
  }

  private static void tell(CommandSpec spec, String password) {
    spec.commandLine().getOut().println(password);
    spec.commandLine()
        .getErr()
        .println(
            "Das ist das erste Passwort. Es lässt sich nicht noch einmal zeigen und muss bei der"
                + " ersten Anmeldung geändert werden.");
  }

  private static LaunchFailure missing(String name) {
    return new LaunchFailure(LaunchFailure.FAILED, name + " hat kein Konto.");
  }

  /** Makes one. */
  @Command(
      name = "add",
      description = {
        "Macht ein Konto und zeigt sein erstes Passwort dieses eine Mal.",
        "Es muss bei der ersten Anmeldung geändert werden."
      })
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = NAME)
    private String name = "";

    @Option(
        names = "--role",
        paramLabel = "ROLLE",
        required = true,
        description = "agent: das Telefonzentrum. supervisor: die Leitung, darf alles.")
    private Role role = Role.AGENT;

    @Option(
        names = "--shown",
        paramLabel = "NAME",
        description = "Der Name, der angezeigt wird: »Erika Beispiel« (ohne Angabe: NAME).")
    private @Nullable String shown;

    @Override
    public Integer call() throws IOException {
      checked(spec, name);
      if (role == Role.BOOKING) {
        throw new ParameterException(
            spec.commandLine(), "Falscher Wert: booking. Konten sind agent oder supervisor.");
      }
      String display = (shown == null ? name : shown).strip();
      if (!AccountName.isShowable(display)) {
        throw new ParameterException(
            spec.commandLine(), "--shown braucht 1 bis " + AccountName.LONGEST_SHOWN + " Zeichen.");
      }
      SecureRandom random = new SecureRandom();
      String password = FirstPassword.drawn(random);
      String hash = PasswordHash.made(password, Cost.USUAL, random);
      return done(rows -> {
        if (!rows.add(name, display, role, hash)) {
          throw new LaunchFailure(
              LaunchFailure.FAILED,
              name
                  + " hat schon ein Konto. Ein neues erstes Passwort: ./durchkommen account password "
                  + name);
        }
        tell(spec, password);
      });
    }
  }

  /** Shows them. */
  @Command(
      name = "list",
      description =
          "Zeigt alle, mit Tabulatoren getrennt: Name, Rolle, angezeigter Name, seit wann,"
              + " »gültig«, »erstes Passwort« oder »gesperrt« und wann.")
  static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      return done(rows -> rows.lines().forEach(spec.commandLine().getOut()::println));
    }
  }

  /** Ends one. */
  @Command(
      name = "disable",
      description =
          "Sperrt das Konto von NAME und beendet seine Anmeldungen sofort."
              + " »account password« gibt es wieder frei.")
  static final class Disable implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = WHOSE)
    private String name = "";

    @Override
    public Integer call() throws IOException {
      checked(spec, name);
      return done(rows -> {
        if (!rows.disable(name)) {
          throw new LaunchFailure(LaunchFailure.FAILED, name + " hat kein gültiges Konto.");
        }
        spec.commandLine().getOut().println("Gesperrt: " + name);
      });
    }
  }

  /** Draws another password. */
  @Command(
      name = "password",
      description = {
        "Gibt NAME ein neues erstes Passwort und zeigt es dieses eine Mal.",
        "Beendet alle Anmeldungen, hebt eine Sperre auf und gibt ein gesperrtes Konto frei."
      })
  static final class Password implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = WHOSE)
    private String name = "";

    @Override
    public Integer call() throws IOException {
      checked(spec, name);
      SecureRandom random = new SecureRandom();
      String password = FirstPassword.drawn(random);
      String hash = PasswordHash.made(password, Cost.USUAL, random);
      return done(rows -> {
        if (!rows.renew(name, hash)) {
          throw missing(name);
        }
        tell(spec, password);
      });
    }
  }
}
