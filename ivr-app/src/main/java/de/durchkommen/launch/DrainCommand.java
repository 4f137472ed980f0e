package de.durchkommen.launch;

import de.durchkommen.launch.NodeRows.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a node run empty. */
@Command(
    name = "drain",
    description =
        "Lässt einen Knoten der Anwendung leer laufen: Er nimmt keine Anrufe mehr an, laufende gehen"
            + " zu Ende; neue kommen zu den anderen. Wartet, bis er leer ist. Wenn er neu startet,"
            + " nimmt er wieder Anrufe an. Ohne NODE: zeigt die Knoten, mit Tabulatoren getrennt."
            + " Ende mit 0: leer; 1: nach der Wartezeit noch nicht leer.")
final class DrainCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofSeconds(1);

  /** A node hears of it with its next round. */
  private static final Duration HEARD = Duration.ofSeconds(3);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NODE", arity = "0..1", description = "Name des Knotens.")
  private @Nullable String name;

  @Option(names = "--undo", description = "Er nimmt wieder Anrufe an.")
  private boolean undo;

  @Option(names = "--force", description = "Auch wenn danach kein Knoten mehr Anrufe annimmt.")
  private boolean force;

  @Option(
      names = "--wait",
      paramLabel = "DAUER",
      defaultValue = "PT30M",
      description = "So lange höchstens warten, wie PT30M (ohne Angabe); PT0S: gar nicht.")
  private Duration wait = Duration.ofMinutes(30);

  @Override
  public Integer call() throws IOException, InterruptedException {
    DatabaseAddress database = new Hotline(Settings.read()).database();
    try (Connection connection = database.connected()) {
      return on(new NodeRows(connection));
    } catch (SQLException e) {
      throw DbCommand.failure(database, e);
    }
  }

  private int on(NodeRows rows) throws SQLException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    String node = name;
    if (node == null) {
      rows.all().forEach(each -> out.println(each.line()));
      return 0;
    }
    List<Node> all = rows.all();
    if (all.stream().noneMatch(each -> each.name().equals(node))) {
      List<String> names = all.stream().map(Node::name).toList();
      throw new ParameterException(
          spec.commandLine(), "Es gibt keinen Knoten " + node + ". Bekannt: " + names);
    }
    if (undo) {
      rows.set(node, false);
      return 0;
    }
    if (!force
        && all.stream().noneMatch(other -> !other.name().equals(node) && other.takesCalls())) {
      throw new LaunchFailure(
          LaunchFailure.FAILED,
          "Danach nähme kein Knoten mehr Anrufe an, und Anrufer hörten nur die Ansage für den"
              + " Störungsfall. Wenn das so sein soll: --force");
    }
    rows.set(node, true);
    return emptied(rows, node, out);
  }

  private int emptied(NodeRows rows, String node, PrintWriter out)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    long heard = System.nanoTime() + HEARD.toNanos();
    int told = -1;
    while (true) {
      Optional<Node> now = rows.node(node);
      int calls = now.filter(Node::isThere).map(Node::calls).orElse(0);
      if (calls == 0 && System.nanoTime() >= heard) {
        out.println(node + " ist leer");
        return 0;
      }
      if (calls != told) {
        out.println(node + ": noch " + calls + (calls == 1 ? " Anruf" : " Anrufe"));
        told = calls;
      }
      if (System.nanoTime() >= end) {
        return wait.isZero() ? 0 : LaunchFailure.FAILED;
      }
      Thread.sleep(POLL);
    }
  }
}
