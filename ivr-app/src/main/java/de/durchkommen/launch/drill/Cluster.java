package de.durchkommen.launch.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The hotline in containers: what is done to it, and what its database says. */
final class Cluster {
  /** Beside the one that is written to, so that it answers when that one does not. */
  private static final String READ = "db3";

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration START = Duration.ofMinutes(10);

  private final Engine engine;

  Cluster(Engine engine) {
    this.engine = engine;
  }

  /** A letter of the demo data: code and birth date, as they are keyed. */
  record Letter(String code, String birthDate) {}

  void starts() throws IOException, InterruptedException {
    clears();
    engine.builds();
    engine.compose(START, "up", "-d", "--wait", "--wait-timeout", "570");
  }

  void clears() throws IOException, InterruptedException {
    engine.compose(START, "down", "--volumes", "--timeout", "10");
  }

  /** Waits until each container is healthy again. */
  void heals() throws IOException, InterruptedException {
    engine.compose(START, "up", "-d", "--wait", "--wait-timeout", "300");
  }

  /** Ends the container's first process as the kernel does when memory is out. */
  void kills(String service) throws IOException, InterruptedException {
    String pid =
        engine.docker(SOON, "inspect", "-f", "{{.State.Pid}}", Engine.container(service)).strip();
    // 0 is a container that does not run; as a word to kill it is everybody in this group.
    if (!pid.matches("[1-9][0-9]+")) {
      throw new IOException(service + " läuft nicht");
    }
    engine.run(SOON, List.of("kill", "-9", pid), "");
  }

  /** Nothing in the container gets a processor until it is resumed. */
  void pauses(String service) throws IOException, InterruptedException {
    engine.docker(SOON, "pause", Engine.container(service));
  }

  void resumes(String service) throws IOException, InterruptedException {
    engine.docker(SOON, "unpause", Engine.container(service));
  }

  void disconnects(String service) throws IOException, InterruptedException {
    engine.docker(
        SOON, "network", "disconnect", "-f", Engine.network("inside"), Engine.container(service));
  }

  void reconnects(String service, String address) throws IOException, InterruptedException {
    engine.docker(
        SOON,
        "network",
        "connect",
        "--ip",
        address,
        "--alias",
        service,
        Engine.network("inside"),
        Engine.container(service));
  }

  /** Runs a shell's line in a container. The line is ours, with nothing of anybody else in it. */
  String shell(String service, String line) throws IOException, InterruptedException {
    return engine.inside(Duration.ofMinutes(2), service, "", "bash", "-c", line);
  }

  String token() throws IOException, InterruptedException {
    return shell("app2", "cat /secrets/app/token");
  }

  List<Letter> letters(int many) throws IOException, InterruptedException {
    return engine
        .inside(SOON, "app2", "", "durchkommen", "letters", "--free", String.valueOf(many))
        .lines()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(words -> words.length >= 2)
        .map(words -> new Letter(words[0], words[1]))
        .toList();
  }

  /** Rows, with the values of each. */
  List<List<String>> rows(String sql) throws IOException, InterruptedException {
    String rows =
        engine.inside(
            SOON,
            READ,
            sql,
            "mariadb",
            "--no-defaults",
            "--skip-ssl",
            "--socket=/run/mysqld/mysqld.sock",
            "-u",
            "mysql",
            "-N",
            "-B",
            "durchkommen");
    return rows.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
  }

  /** What always holds, and how often it does not. */
  Map<String, Integer> broken() throws IOException, InterruptedException {
    String told = engine.inside(SOON, READ, "", "bash", "-c", "invariants || [ $? = 1 ]");
    Map<String, Integer> broken = new TreeMap<>();
    for (String line : told.lines().toList()) {
      String[] words = line.split("\t", -1);
      broken.put(words[0], Integer.parseInt(words[1].strip()));
    }
    return broken;
  }

  /**
   * Tickets of those who wait on the line right now, and of those who have hung up and whose place
   * is kept for longer than a round takes; by their ids.
   */
  Set<String> waiting() throws IOException, InterruptedException {
    return rows(
            "SELECT id FROM queue_ticket WHERE phase = 'LINE' AND (reach = 'PRESENT'"
                + " OR (reach = 'ABSENT' AND kept_until > UTC_TIMESTAMP() + INTERVAL 3 MINUTE));")
        .stream()
        .map(List::getFirst)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Of these tickets, those whose place is gone though nobody gave it up: neither on the line, nor
   * kept, nor in a dialogue or through it.
   */
  Set<String> lost(Set<String> tickets) throws IOException, InterruptedException {
    if (tickets.isEmpty()) {
      return Set.of();
    }
    Set<String> lost = new TreeSet<>(tickets);
    rows("SELECT id FROM queue_ticket WHERE (phase <> 'ENDED' OR outcome IN ('SERVED', 'MERGED'))"
            + " AND id IN ("
            + String.join(",", tickets)
            + ");")
        .forEach(row -> lost.remove(row.getFirst()));
    return lost;
  }

  /** What became of calls whose ids begin so: outcome, or nothing while none is written. */
  Map<String, List<String>> journeys(String begin) throws IOException, InterruptedException {
    Map<String, List<String>> outcomes = new TreeMap<>();
    for (List<String> row :
        rows(
            "SELECT call_id, outcome FROM journey WHERE call_id LIKE '"
                + begin
                + "%' AND last_prompt IS NOT NULL ORDER BY id;")) {
      outcomes.computeIfAbsent(row.get(0), first -> new ArrayList<>()).add(row.get(1));
    }
    return outcomes;
  }

  /** Calls that were told that all is gone, since this id of a journey. */
  int soldOut(long after) throws IOException, InterruptedException {
    return number(
        "SELECT COUNT(*) FROM journey WHERE outcome = 'SOLD_OUT' AND id > " + after + ";");
  }

  long lastJourney() throws IOException, InterruptedException {
    return number("SELECT COALESCE(MAX(id), 0) FROM journey;");
  }

  /** Pairs that can still be booked, roughly: free seats. */
  int freeSeats() throws IOException, InterruptedException {
    return number("SELECT COUNT(*) FROM seat WHERE NOT booked;");
  }

  int booked() throws IOException, InterruptedException {
    return number("SELECT COUNT(*) FROM appointment_pair;");
  }

  private int number(String sql) throws IOException, InterruptedException {
    return Integer.parseInt(rows(sql).getFirst().getFirst());
  }

  /** Calls that an Asterisk has right now. */
  int calls(String asterisk) throws IOException, InterruptedException {
    String told =
        shell(
            asterisk,
            "asterisk -C /var/lib/durchkommen/asterisk/etc/asterisk.conf"
                + " -rx 'core show channels count'");
    return told.lines()
        .filter(line -> line.contains("active call"))
        .map(line -> Integer.parseInt(line.strip().split(" ", -1)[0]))
        .findFirst()
        .orElse(0);
  }
}
