package de.durchkommen.launch;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The headings of the help in German, and {@code --help} for each command. */
final class German {
  private German() {}

  static void applyTo(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Zeigt diese Hilfe.")
                .build());
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading("Aufruf: ")
        .parameterListHeading("%nAngaben:%n")
        .optionListHeading("%nOptionen:%n")
        .commandListHeading("%nBefehle:%n");
    line.getSubcommands().values().forEach(German::applyTo);
  }
}
