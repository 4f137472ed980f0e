package de.durchkommen.launch.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A person at a terminal: each line of keys is pressed at once; the word "auflegen" and the end of
 * the input hang up.
 */
final class TypingHand implements Hand {
  private static final String HANG_UP = "auflegen";

  private final Queue<Move> typed = new ConcurrentLinkedQueue<>();
  private final BufferedReader terminal;
  private final PrintWriter out;

  /** Begins to read what is typed, on a thread that does not keep the program from ending. */
  TypingHand(BufferedReader terminal, PrintWriter out) {
    this.terminal = terminal;
    this.out = out;
    Thread.ofPlatform().daemon().name("terminal").start(this::read);
  }

  @Override
  public void asked() {
    // A person sees the question, and takes the time it takes.
  }

  @Override
  public Move move() {
    Move move = typed.poll();
    return move == null ? new Move.Nothing() : move;
  }

  private void read() {
    try {
      for (String line = terminal.readLine(); line != null; line = terminal.readLine()) {
        typed(line.strip());
      }
    } catch (IOException closed) {
      out.println("Die Eingabe ist nicht lesbar (%s).".formatted(closed.getMessage()));
    }
    typed.add(new Move.HangUp());
  }

  private void typed(String line) {
    if (HANG_UP.equalsIgnoreCase(line)) {
      typed.add(new Move.HangUp());
    } else if (line.length() <= KeyPlan.MAX_KEYS && Telephone.KEYS.matcher(line).matches()) {
      typed.add(new Move.Press(line));
    } else if (!line.isEmpty()) {
      out.println("Nur die Tasten 0 bis 9, * und #, höchstens 40 auf einmal; oder: auflegen");
      out.flush();
    }
  }
}
