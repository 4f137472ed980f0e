package de.durchkommen.launch;

import de.durchkommen.people.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an import is: a bar on a terminal, some lines elsewhere. */
abstract class ImportDisplay implements ImportProgress, AutoCloseable {
  private static final int PERCENT = 100;

  final long size;
  final PrintWriter out;
  private final long begin = System.nanoTime();

  private ImportDisplay(long size, PrintWriter out) {
    this.size = Math.max(1, size);
    this.out = out;
  }

  /**
   * A display.
   *
   * @param size bytes of the file
   * @param terminal whether somebody looks
   */
  static ImportDisplay of(long size, boolean terminal, PrintWriter out) {
    return terminal ? new Bar(size, out) : new Lines(size, out);
  }

  @Override
  public void checked() {
    out.println("Alles gelesen; die Zeilen werden verglichen und aufgenommen …");
    out.flush();
  }

  @Override
  public void close() {}

  long linesPerSecond(long people) {
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    return people * 1_000 / Math.max(1, millis);
  }

  /** A bar that moves. */
  private static final class Bar extends ImportDisplay {
    private static final int WIDTH = 100;
    private static final long MEGABYTE = 1_000_000;

    private final ProgressBar bar;

    Bar(long size, PrintWriter out) {
      super(size, out);
      this.bar =
          new ProgressBarBuilder()
              .setTaskName("Einlesen")
              .setInitialMax(this.size)
              .setUnit(" MB", MEGABYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .build();
    }

    @Override
    public void read(long people, long bytes) {
      bar.stepTo(Math.min(bytes, size));
      bar.setExtraMessage(" %,d Zeilen, %,d/s".formatted(people, linesPerSecond(people)));
    }

    @Override
    public void checked() {
      bar.close();
      super.checked();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line for every tenth of the file. */
  private static final class Lines extends ImportDisplay {
    private static final int STEP_PERCENT = 10;

    private long told;

    Lines(long size, PrintWriter out) {
      super(size, out);
    }

    @Override
    public void read(long people, long bytes) {
      long percent = PERCENT * Math.min(bytes, size) / size;
      if (percent >= told + STEP_PERCENT) {
        told = percent;
        out.printf(
            "Gelesen: %d %%, %,d Zeilen, %,d Zeilen/s%n", percent, people, linesPerSecond(people));
        out.flush();
      }
    }
  }
}
