package de.durchkommen.bench;

import de.durchkommen.line.AgiServer;
import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.time.Clock;

/** A process that answers short dialogues, so that its processor time can be told from others'. */
final class CallServer {
  /** The line as the product has it. */
  static final String OURS = "ours";

  /** {@link StockServer}. */
  static final String STOCK = "stock";

  /** More than are called at once, so that nobody is refused. */
  private static final int AT_ONCE = 4_000;

  private CallServer() {}

  /**
   * Answers until the process is ended.
   *
   * @param arguments which server, its port, the prompt's file without its extension
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[1]);
    if (arguments[0].equals(STOCK)) {
      StockServer.run(port, arguments[2]);
      return;
    }
    Path prompt = Path.of(arguments[2]);
    new AgiServer(
            port,
            AT_ONCE,
            new ShortCall(),
            (utterance, language) -> new SpokenText(language, utterance.prompt().id()),
            text -> prompt,
            Clock.systemUTC())
        .open();
    Thread.currentThread().join();
  }
}
