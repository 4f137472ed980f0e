package de.durchkommen.editing;

import de.durchkommen.database.Database;
import de.durchkommen.database.MariaDb;
import de.durchkommen.database.Sql;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.language.Languages;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database with editors, and nodes that speak German. */
final class EditingStage implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-12-01T07:00:00.123Z");
  static final Place FAREWELL = new Place("de", "farewell");
  static final Place POSITION = new Place("de", "queue.position");

  final TestDatabase database = TestDatabase.fresh();
  final TestClock clock = new TestClock(NOW);
  private final Path texts;

  /** Copies the German texts, so that it is known which languages there are. */
  EditingStage(Path folder) {
    texts = folder;
    Path german = folder.resolve("de");
    try (Stream<Path> files = Files.list(Path.of("../prompts/de"))) {
      Files.createDirectories(german);
      for (Path file : files.toList()) {
        Files.copy(file, german.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody has edited anything: the way around the triggers, for tests. */
  void forget() {
    String free = database.address() + "&sessionVariables=foreign_key_checks=0";
    try {
      for (String table : new String[] {"publication", "version", "recording"}) {
        MariaDb.execute(free, "TRUNCATE TABLE prompt_" + table);
      }
      MariaDb.execute(free, "UPDATE prompt_gate SET newest = 0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The texts as they were delivered. */
  PromptLibrary library() {
    return new PromptLibrary(PromptFolder.of(Optional.of(texts.toString())), clock);
  }

  /** Prompts of this library; callers are offered three languages. */
  EditablePrompts prompts(PromptLibrary library) {
    return new EditablePrompts(library, new Languages("de,tr,ru"));
  }

  /** An author with this reason. */
  static Author author(String actor, String why) {
    return new Author(NOW, actor, why, "request-1");
  }

  /** Does this in a transaction. */
  <T> T ask(Function<Sql, T> work) {
    Database patient = database.patient();
    return new WebSql(patient).ask(work);
  }

  /** Adds a text. */
  PromptVersion write(Place place, String text) {
    return ask(sql -> new Versions(sql).add(place, text, Optional.empty(), author("a", text)))
        .orElseThrow();
  }

  /** Puts a version in force; null for the text as it was delivered. */
  PublishOutcome publish(Place place, @Nullable Long version, long seen) {
    return ask(sql -> new Publications(sql).publish(place, version, seen, author("b", "Test")));
  }

  /** What is in force at a place. */
  Publication current(Place place) {
    return ask(sql -> new Publications(sql).current(place));
  }

  /** Everything that was published at a place, the newest first. */
  List<Publication> history(Place place) {
    return ask(sql -> new Publications(sql).below(Long.MAX_VALUE, place, 99));
  }

  /** All versions at a place, the newest first. */
  List<PromptVersion> versions(Place place) {
    return ask(sql -> new Versions(sql).below(Long.MAX_VALUE, place, 99));
  }

  @Override
  public void close() {
    database.close();
  }
}
