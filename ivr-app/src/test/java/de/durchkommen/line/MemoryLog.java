package de.durchkommen.line;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs while this is open. */
final class MemoryLog extends Handler implements AutoCloseable {
  private final Logger logger;
  private final List<String> entries = new CopyOnWriteArrayList<>();

  MemoryLog(Class<?> of) {
    logger = Logger.getLogger(of.getName());
    logger.addHandler(this);
  }

  List<String> entries() {
    return entries;
  }

  @Override
  public void publish(LogRecord entry) {
    entries.add(new SimpleFormatter().format(entry));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
