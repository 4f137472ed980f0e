package de.durchkommen.booking;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What callers asked for and what they were told, a line each, in a file that outlives the process
 * that writes it: a line is with the system before the next thing is done.
 *
 * <pre>
 * ask PERSON HOLD     wants the pair with this hold, or none when it is 0
 * told PERSON PAIR    has this pair, or none when it is -
 * unknown WHAT        nobody could tell
 * done WHAT           anything else that went as it should
 * paused              nothing is asked of the database any more
 * wrong WHAT          what must not be said
 * </pre>
 */
final class ToldLines implements AutoCloseable {
  /** In the place of a pair: none. */
  static final String NONE = "-";

  static final String PAUSED = "paused";

  /**
   * All of a file.
   *
   * @param told the last pair that each person was told of
   * @param asked what a person asked for after that: the answer, if any, was lost
   * @param wrong what must not be said
   * @param counts how many lines of each kind
   */
  record Story(
      Map<Long, String> told,
      Map<Long, Long> asked,
      List<String> wrong,
      Map<String, Integer> counts) {
    int count(String kind) {
      return counts.getOrDefault(kind, 0);
    }
  }

  private final OutputStream file;

  ToldLines(Path file) throws IOException {
    this.file = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void ask(long person, long hold) {
    line("ask " + person + " " + hold);
  }

  void told(long person, String pair) {
    line("told " + person + " " + pair);
  }

  void unknown(String what) {
    line("unknown " + what);
  }

  void done(String what) {
    line("done " + what);
  }

  void paused() {
    line(PAUSED);
  }

  void wrong(String what) {
    line("wrong " + what);
  }

  /** Unbuffered, so what this returned from is not lost by a kill. */
  private synchronized void line(String text) {
    try {
      file.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pair as it is written in a line. */
  static String text(AppointmentPair pair) {
    return String.join(
        "/",
        pair.confirmation(),
        pair.centre().id(),
        pair.first().toString(),
        pair.second().toString());
  }

  /** What a file says; a last line without an end is none. */
  static Story read(Path file) throws IOException {
    Story story = new Story(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
    String text = Files.exists(file) ? Files.readString(file) : "";
    text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> add(line, story));
    return story;
  }

  private static void add(String line, Story story) {
    List<String> words = List.of(line.split(" ", 3));
    story.counts().merge(words.getFirst(), 1, Integer::sum);
    switch (words.getFirst()) {
      case "ask" -> story.asked().put(Long.valueOf(words.get(1)), Long.valueOf(words.get(2)));
      case "told" -> {
        story.told().put(Long.valueOf(words.get(1)), words.get(2));
        story.asked().remove(Long.valueOf(words.get(1)));
      }
      case "wrong" -> story.wrong().add(line);
      default -> {}
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
