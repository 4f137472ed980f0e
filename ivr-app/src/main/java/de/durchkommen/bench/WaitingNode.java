package de.durchkommen.bench;

import de.durchkommen.call.PlainWait;
import de.durchkommen.database.Database;
import de.durchkommen.database.LocalTransactions;
import de.durchkommen.line.AgiServer;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.LocalRoom;
import de.durchkommen.queue.OpeningHours;
import de.durchkommen.queue.QueueSettings;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The application as far as callers wait in it: the line, the script of those who wait, the waiting
 * room on a real database. One dialogue is let in and never ends, so everybody else waits.
 */
final class WaitingNode {
  private static final int AT_ONCE = 20_000;
  private static final int COLLECTIONS = 3;
  private static final int CONNECTIONS = 4;
  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  /** How often both ways of waiting tell the position. */
  private static final Duration NEWS = Duration.ofSeconds(30);

  private static final QueueSettings SETTINGS =
      new QueueSettings(
          1,
          QueueSettings.Order.ARRIVAL,
          Duration.ofMinutes(30),
          Duration.ofMinutes(1),
          NEWS,
          NEWS,
          false,
          QueueSettings.ClosingRule.SERVE,
          false,
          OpeningHours.ALWAYS);

  private WaitingNode() {}

  /**
   * Takes calls until the process is ended. Whoever connects to the second port is told how many
   * calls there are, and how many bytes are in use after the garbage was collected.
   *
   * @param arguments the AGI port, the second port, the announcement's file, the prompts' folder,
   *     the database's URL without a schema, its user, a schema, which is made anew
   */
  public static void main(String[] arguments) throws Exception {
    Server database =
        new Server(arguments[4], arguments[5], System.getenv("DURCHKOMMEN_BENCH_PASSWORD"));
    String schema = arguments[6];
    database.run("", "CREATE OR REPLACE DATABASE " + schema);
    String url = database.url() + schema;
    LocalTransactions.migrate(url, database.user(), database.password());
    LocalTransactions transactions =
        new LocalTransactions(url, database.user(), database.password(), CONNECTIONS);
    Clock clock = Clock.system(ZoneId.of("Europe/Berlin"));
    try (LocalRoom room =
            new LocalRoom(new Database(transactions), SETTINGS, clock, new SecureRandom());
        Stay first = room.enters(new Arrival("first", Optional.empty(), "de", Arrival.FIRST))) {
      if (!(first.settled(START_LIMIT) instanceof Standing.Admitted)) {
        throw new IllegalStateException("Nobody is let in");
      }
      serve(room, arguments, clock);
    }
  }

  private static void serve(LocalRoom room, String[] arguments, Clock clock) throws IOException {
    Path announcement = Path.of(arguments[2]);
    PromptLibrary library =
        new PromptLibrary(new PromptFolder(Optional.of(Path.of(arguments[3]))), clock);
    AgiServer server =
        new AgiServer(
            Integer.parseInt(arguments[0]),
            AT_ONCE,
            new PlainWait(room, clock),
            library::spoken,
            text -> announcement,
            clock);
    server.open();
    try (server;
        ServerSocket census =
            new ServerSocket(
                Integer.parseInt(arguments[1]), 1, InetAddress.ofLiteral("127.0.0.1"))) {
      while (true) {
        told(census, server);
      }
    }
  }

  private static void told(ServerSocket census, AgiServer server) throws IOException {
    try (Socket asker = census.accept()) {
      for (int i = 0; i < COLLECTIONS; i++) {
        ManagementFactory.getMemoryMXBean().gc();
      }
      long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      String line = server.callsRunning() + " " + bytes + "\n";
      asker.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** What the process tells of itself. */
  record Census(int calls, long heapBytes) {
    static Census of(int port) throws IOException {
      try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
        String line = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        String[] words = line.strip().split(" ", -1);
        return new Census(Integer.parseInt(words[0]), Long.parseLong(words[1]));
      }
    }
  }
}
