package de.durchkommen.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A program that is part of a measurement; it ends with the measurement, however that ends. */
final class Program implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int STOP_SECONDS = 5;
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it; what it writes goes to a file of that name in the folder, where it works. */
  static Program started(Path folder, String name, List<String> command) throws IOException {
    Path output = folder.resolve(name + ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    RUNNING.add(process);
    return new Program(process, output);
  }

  /** A class of ours in a process of its own. */
  static Program java(Path folder, String name, List<String> options, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Djava.util.logging.config.file=/dev/null",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(words);
    return started(folder, name, command);
  }

  /** A TCP port of the loopback address that is free now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      return socket.getLocalPort();
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it takes connections. */
  void awaitPort(int port) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isOpen(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("Ein Programm der Messung startet nicht:\n" + text());
      }
      Thread.sleep(POLL);
    }
  }

  /** Waits for its end; fails when it takes longer or ends badly. */
  void awaitSuccess(Duration limit) throws IOException, InterruptedException {
    if (!awaitEnd(limit) || process.exitValue() != 0) {
      throw new IOException("Ein Programm der Messung ist gescheitert:\n" + text());
    }
  }

  /** Whether it ended within the limit. */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What it has written. */
  String text() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    RUNNING.remove(process);
  }
}
