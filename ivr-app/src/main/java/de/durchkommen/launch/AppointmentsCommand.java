package de.durchkommen.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is booked. */
@Command(
    name = "appointments",
    description = "Gebuchte Termine.",
    synopsisSubcommandLabel = "BEFEHL",
    subcommands = AppointmentsExportCommand.class)
final class AppointmentsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a word there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt ein Befehl.");
  }
}
