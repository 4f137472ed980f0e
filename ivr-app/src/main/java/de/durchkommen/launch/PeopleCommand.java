package de.durchkommen.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Invited people as a whole. */
@Command(
    name = "people",
    description = "Eingeladene Menschen.",
    synopsisSubcommandLabel = "BEFEHL",
    subcommands = PeopleImportCommand.class)
final class PeopleCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a word there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt ein Befehl.");
  }
}
