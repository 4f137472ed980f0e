package de.durchkommen.launch.prompts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the hotline says. */
@Command(
    name = "prompts",
    description = "Was die Hotline sagt: anhören, prüfen, herstellen, aufnehmen.",
    synopsisSubcommandLabel = "BEFEHL",
    subcommands = {
      SayCommand.class,
      CheckCommand.class,
      RenderCommand.class,
      ScriptCommand.class,
      RecordingsCommand.class
    })
public final class PromptsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a word there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt ein Befehl.");
  }
}
