package de.durchkommen.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements. */
@Command(
    name = "bench",
    description = "Misst, immer neben einer Grenze oder einem anderen System im selben Lauf.",
    synopsisSubcommandLabel = "MESSUNG",
    subcommands = {
      BookingBenchCommand.class,
      CallsBenchCommand.class,
      VoicesBenchCommand.class,
      WaitingBenchCommand.class,
      WallboardBenchCommand.class
    })
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a word there is nothing to measure. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Es fehlt, was gemessen werden soll.");
  }
}
