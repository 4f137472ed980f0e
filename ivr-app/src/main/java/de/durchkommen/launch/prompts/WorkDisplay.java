package de.durchkommen.launch.prompts;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far work on many sounds is: a bar on a terminal, some lines elsewhere. */
final class WorkDisplay implements AutoCloseable {
  private static final int WIDTH = 100;
  private static final int LINES = 10;

  private final String name;
  private final PrintWriter out;
  private final Optional<ProgressBar> bar;

  private WorkDisplay(String name, PrintWriter out, Optional<ProgressBar> bar) {
    this.name = name;
    this.out = out;
    this.bar = bar;
  }

  static WorkDisplay of(String name, PrintWriter out) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new WorkDisplay(name, out, terminal ? Optional.of(bar(name)) : Optional.empty());
  }

  private static ProgressBar bar(String name) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .build();
  }

  /** So many are done, of so many. */
  void at(int done, int all) {
    if (bar.isPresent()) {
      bar.get().maxHint(all);
      bar.get().stepTo(done);
    } else if (done % Math.max(1, all / LINES) == 0 || done == all) {
      out.printf("%s: %d von %d%n", name, done, all);
      out.flush();
    }
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
