package de.durchkommen.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Keeps a folder of sounds below its limit, in the background.
 *
 * <p>When more was written than fits, the whole folder is measured and the sounds that were not
 * used for the longest time go, until a tenth is free. The first sound after a start measures, too.
 */
final class SoundCleaning {
  /** Deletes a file and what belongs to it, unless it may be in use; tells the bytes freed. */
  interface Deletion {
    /** The bytes that came free; 0 when the file has to stay. */
    long of(Path file) throws IOException;
  }

  /** How full the folder may be after cleaning, so that not every new sound cleans again. */
  private static final double FULL_AFTER_CLEANING = 0.9;

  private static final System.Logger LOG = System.getLogger(SoundCleaning.class.getName());

  private final Path folder;
  private final long maxBytes;
  private final Deletion deletion;
  private final Executor background;

  /** How many sounds wished for a cleaning since the last one; one thread cleans for all. */
  private final AtomicInteger wishes = new AtomicInteger();

  private final AtomicLong bytes;

  SoundCleaning(Path folder, long maxBytes, Deletion deletion, Executor background) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.deletion = deletion;
    this.background = background;
    this.bytes = new AtomicLong(maxBytes);
  }

  /** A sound was written; cleans in the background when it is time. */
  void grown(Path base) {
    long size = 0;
    for (SoundCodec codec : SoundCodec.values()) {
      size += Path.of(base + "." + codec.extension()).toFile().length();
    }
    if (bytes.addAndGet(size) > maxBytes && wishes.getAndIncrement() == 0) {
      background.execute(this::cleanWhileWished);
    }
  }

  /**
   * Makes room on a disk that is full, whoever filled it: the sounds that were not used for the
   * longest time go, until so much is free or none is left that may go.
   *
   * @param wanted bytes
   * @param free how many bytes there are now
   */
  void makesRoom(long wanted, LongSupplier free, Deletion mayGo) {
    try {
      for (Used file : files()) {
        if (free.getAsLong() >= wanted) {
          return;
        }
        if (SoundFiles.isText(file.path()) || SoundFiles.isUnfinished(file.path())) {
          bytes.addAndGet(-mayGo.of(file.path()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "Cannot make room for sounds in " + folder, e);
    }
  }

  private void cleanWhileWished() {
    int heard;
    do {
      heard = wishes.get();
      clean();
    } while (!wishes.compareAndSet(heard, 0));
  }

  private void clean() {
    try {
      long counted = bytes.get();
      List<Used> files = files();
      long all = files.stream().mapToLong(Used::bytes).sum();
      long left = all > maxBytes ? cleaned(files, all) : all;
      // Not set: what was written meanwhile stays counted, if need be twice.
      bytes.addAndGet(left - counted);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "Cannot clean the sounds in " + folder, e);
    }
  }

  private long cleaned(List<Used> files, long all) throws IOException {
    long left = all;
    for (Used file : files) {
      if (left <= maxBytes * FULL_AFTER_CLEANING) {
        break;
      }
      if (SoundFiles.isText(file.path()) || SoundFiles.isUnfinished(file.path())) {
        left -= deletion.of(file.path());
      }
    }
    if (left > maxBytes) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The sounds in use take {0} bytes, more than the {1} that durchkommen.sounds.max-mb"
              + " allows",
          left,
          maxBytes);
    }
    return left;
  }

  /** All files, the longest unused first. */
  private List<Used> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(Used::of)
          .sorted(Comparator.comparingLong(Used::millis))
          .toList();
    }
  }

  private record Used(Path path, long bytes, long millis) {
    static Used of(Path path) {
      return new Used(path, path.toFile().length(), path.toFile().lastModified());
    }
  }
}
