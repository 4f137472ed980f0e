package de.durchkommen.telephone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Another node of the application, as Asterisk sees one that dies amid each call: it takes the call
 * by AGI, says which language is spoken and for how long the call is to be left to it, holds the
 * line for a while, and is gone.
 */
final class DyingNode implements AutoCloseable {
  private final ServerSocket port;
  private final String language;
  private final Duration left;
  private final Duration life;
  private final Collection<Socket> all = new ConcurrentLinkedQueue<>();
  private final Semaphore calls = new Semaphore(0);

  /**
   * Opens the port.
   *
   * @param left for how long the dialplan is to leave each call to it
   * @param life for how long each call is held
   */
  DyingNode(int port, String language, Duration left, Duration life) throws IOException {
    this.port = new ServerSocket(port, 10, Place.LOOPBACK);
    this.language = language;
    this.left = left;
    this.life = life;
    Thread.ofVirtual().start(this::takesCalls);
  }

  /** One that takes calls, and never says anything. */
  static DyingNode silent(int port, Duration life) throws IOException {
    return new DyingNode(port, "", Duration.ZERO, life);
  }

  /** Whether one more call has come, within that time. */
  boolean hasACall(Duration within) throws InterruptedException {
    return calls.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void takesCalls() {
    while (!port.isClosed()) {
      try {
        Socket call = port.accept();
        all.add(call);
        Thread.ofVirtual().start(() -> holds(call));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void holds(Socket call) {
    try (call) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8));
      while (!lines.readLine().isEmpty()) {
        // The header.
      }
      calls.release();
      if (!language.isEmpty()) {
        asks(call, lines, "SET VARIABLE DURCHKOMMEN_SPOKEN " + language);
        asks(call, lines, "SET VARIABLE TIMEOUT(absolute) " + left.toSeconds());
      }
      Thread.sleep(life);
      // A reset, as of a machine that lost its power and came back.
      call.setSoLinger(true, 0);
    } catch (IOException | InterruptedException gone) {
      // So is the call.
    }
  }

  private static void asks(Socket call, BufferedReader lines, String command) throws IOException {
    OutputStream out = call.getOutputStream();
    out.write((command + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    String answer = lines.readLine();
    if (!answer.startsWith("200 ")) {
      throw new IOException(answer);
    }
  }

  @Override
  public void close() throws IOException {
    port.close();
    for (Socket call : all) {
      if (!call.isClosed()) {
        // Else the port would be taken for a while.
        call.setSoLinger(true, 0);
        call.close();
      }
    }
  }
}
