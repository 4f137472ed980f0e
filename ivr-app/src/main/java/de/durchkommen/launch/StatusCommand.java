package de.durchkommen.launch;

import de.durchkommen.voice.VoiceState;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what runs. */
@Command(
    name = "status",
    description =
        "Sagt, was läuft und wo. Ende mit 0: alles läuft; 1: nicht alles; 3: es läuft nichts.")
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var hotline = new Hotline(Settings.read());
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProcessRecord> launcher = new RunFiles(hotline.home()).runningLauncher();
    line(out, "Aufsicht", launcher, "", launcher.isPresent() ? "läuft" : "läuft nicht");
    int ready = 0;
    int running = 0;
    List<Child> children = hotline.children();
    for (Child child : children) {
      Optional<ProcessRecord> process = running(child);
      boolean isReady = process.isPresent() && child.part().isReady();
      String state = isReady ? "bereit" : process.isPresent() ? "nicht bereit" : "läuft nicht";
      line(out, child.part().name(), process, child.part().address(), state);
      ready += isReady ? 1 : 0;
      running += process.isPresent() ? 1 : 0;
    }
    if (children.stream().anyMatch(child -> child.part() instanceof Telephony)) {
      out.println(hotline.agents().line());
    }
    hotline.secured().ifPresent(out::println);
    voices(out, hotline);
    return exitCode(launcher.isPresent() && ready == children.size(), running);
  }

  private static int exitCode(boolean allUp, int running) {
    if (allUp) {
      return 0;
    }
    return running > 0 ? LaunchFailure.FAILED : LaunchFailure.NOT_RUNNING;
  }

  private static Optional<ProcessRecord> running(Child child) throws IOException {
    Optional<ProcessRecord> record = child.record();
    return record.isPresent() && record.get().isRunning() ? record : Optional.empty();
  }

  private static void line(
      PrintWriter out, String name, Optional<ProcessRecord> process, String where, String state) {
    String pid = process.map(p -> "Prozess " + p.pid()).orElse("–");
    out.printf("%-10s  %-16s %-12s %s%n", name, pid, state, where);
  }

  /** One line a language; trying the engines takes seconds, so they come last. */
  private static void voices(PrintWriter out, Hotline hotline) {
    out.println();
    out.flush();
    for (VoiceState state : hotline.voices()) {
      out.printf("Stimme %-3s %s%n", state.language(), state.line());
    }
  }
}
