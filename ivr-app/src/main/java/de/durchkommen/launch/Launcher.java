package de.durchkommen.launch;

import de.durchkommen.launch.phone.CallCommand;
import de.durchkommen.launch.prompts.PromptsCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code ./durchkommen}: the commands. */
@Command(
    name = "durchkommen",
    description = "Die Hotline 116117: starten, anrufen, prüfen, anhalten.",
    synopsisSubcommandLabel = "BEFEHL")
public final class Launcher implements Runnable {
  /** One for each word; a new one is added here. */
  private static final List<Object> COMMANDS =
      List.of(
          new UpCommand(),
          new DownCommand(),
          new StatusCommand(),
          new RunCommand(),
          new DrainCommand(),
          new CallCommand(() -> CalledHotline.of(Settings.read())),
          new TestCommand(),
          new DrillCommand(),
          new LettersCommand(),
          new PeopleCommand(),
          new AppointmentsCommand(),
          new PromptsCommand(),
          new AccountCommand(),
          new KeyCommand(),
          new PhoneCommand(),
          new DbCommand(),
          new BenchCommand());

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command and exits with its code: 0, 1 failed, 2 wrong use, 3 not running. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.GERMANY);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Launcher());
    COMMANDS.forEach(line::addSubcommand);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(WrongWords::told);
    line.setExecutionExceptionHandler(Launcher::failed);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    German.applyTo(line);
    return line;
  }

  /** Without a word there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt ein Befehl.");
  }

  private static int failed(Exception e, CommandLine line, ParseResult parsed) {
    return switch (e) {
      case LaunchFailure failure -> told(failure.getMessage(), failure.exitCode(), line);
      case InterruptedException _ -> told("Abgebrochen.", LaunchFailure.FAILED, line);
      default -> {
        e.printStackTrace(line.getErr());
        yield told("Das ging nicht: " + e.getMessage(), LaunchFailure.FAILED, line);
      }
    };
  }

  private static int told(@Nullable String message, int exitCode, CommandLine line) {
    line.getErr().println(message);
    return exitCode;
  }
}
