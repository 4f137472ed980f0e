package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.telephone.HotlineUnderTest.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of the running Asterisk. */
final class AsteriskConsole {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Of {@code core show channels concise}: name first, and the number of who calls. */
  private static final int NUMBER_FIELD = 7;

  private final HotlineUnderTest hotline;

  AsteriskConsole(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  /** What Asterisk says to a command. */
  String says(String command) throws IOException, InterruptedException {
    ProcessHandle.Info running = hotline.process("asterisk").info();
    List<String> words = new ArrayList<>();
    words.add(running.command().orElseThrow());
    for (String argument : running.arguments().orElseThrow()) {
      if (argument.equals("-f")) {
        words.addAll(List.of("-r", "-x", command));
      } else {
        words.add(argument);
      }
    }
    Said said = HotlineUnderTest.run(LIMIT, words);
    assertThat(said.exitCode()).as("%s: %s", command, said.words()).isZero();
    return said.words();
  }

  /** All it knows of the call from this number; empty if there is none (any more). */
  Optional<String> channelOf(String number) throws IOException, InterruptedException {
    for (String line : says("core show channels concise").lines().toList()) {
      List<String> fields = List.of(line.split("!", -1));
      if (fields.size() > NUMBER_FIELD && fields.get(NUMBER_FIELD).equals(number)) {
        String channel = says("core show channel " + fields.getFirst());
        return Optional.of(channel).filter(known -> known.contains("NativeFormats:"));
      }
    }
    return Optional.empty();
  }
}
