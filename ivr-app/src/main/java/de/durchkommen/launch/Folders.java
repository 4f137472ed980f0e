package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {
  private Folders() {}

  /** Deletes a folder with all that is in it; follows no links. Does nothing when there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    }
  }

  /** Deletes what an interrupted making of this folder left beside it. */
  static void deleteSiblings(Path folder) throws IOException {
    for (String ending : List.of(".new", ".old")) {
      delete(folder.resolveSibling(folder.getFileName() + ending));
    }
  }
}
