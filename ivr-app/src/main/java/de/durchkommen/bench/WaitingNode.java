package de.durchkommen.bench;

import de.durchkommen.call.PlainWait;
import de.durchkommen.line.AgiServer;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** The application as far as callers wait in it: the line, the script, the waiting room. */
final class WaitingNode {
  private static final int AT_ONCE = 20_000;
  private static final int COLLECTIONS = 3;

  private WaitingNode() {}

  /**
   * Takes calls until the process is ended. Whoever connects to the second port is told how many
   * calls there are, and how many bytes are in use after the garbage was collected.
   *
   * @param arguments the AGI port, the second port, the announcement's file
   */
  public static void main(String[] arguments) throws Exception {
    Path announcement = Path.of(arguments[2]);
    Clock clock = Clock.systemUTC();
    AgiServer server =
        new AgiServer(
            Integer.parseInt(arguments[0]),
            AT_ONCE,
            new PlainWait(new HeldRoom(clock), Prompt.of("bench")),
            (utterance, language) -> new SpokenText(language, utterance.prompt().id()),
            text -> announcement,
            clock);
    server.open();
    try (ServerSocket census =
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
        String line =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        String[] words = line.strip().split(" ", -1);
        return new Census(Integer.parseInt(words[0]), Long.parseLong(words[1]));
      }
    }
  }
}
