package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sounds for measurements, in the codec of the call: a tone, since nobody listens. Short ones for
 * dialogues, so that calls and not listening are measured; numbers for Asterisk's own queue.
 */
final class BenchSounds {
  private static final int BYTES_A_MILLI = 8;
  private static final int PROMPT_MILLIS = 80;
  private static final int WORD_MILLIS = 300;
  private static final int ANNOUNCEMENT_MILLIS = 2_000;
  private static final int MUSIC_MILLIS = 60_000;

  /** One period of 1 kHz in A-law (ITU-T G.711, table 5). */
  private static final int[] TONE = {0x34, 0x21, 0x21, 0x34, 0xb4, 0xa1, 0xa1, 0xb4};

  private static final int TEENS_END = 20;
  private static final int TENS = 10;
  private static final int HUNDRED = 100;
  private static final List<String> NUMBERS = List.of("hundred", "thousand", "and");

  private BenchSounds() {}

  /** Writes the sounds of dialogues and announcements. */
  static void write(Path folder) throws IOException {
    sound(folder.resolve("prompt"), PROMPT_MILLIS);
    sound(folder.resolve("announcement"), ANNOUNCEMENT_MILLIS);
    sound(folder.resolve("music/music"), MUSIC_MILLIS);
    sound(folder.resolve("tone/tone"), MUSIC_MILLIS);
  }

  /** Writes the words of numbers, where Asterisk looks for them. */
  static void writeNumbers(Path data) throws IOException {
    Path digits = data.resolve("sounds/en/digits");
    for (int number = 0; number < HUNDRED; number += number < TEENS_END ? 1 : TENS) {
      sound(digits.resolve(String.valueOf(number)), WORD_MILLIS);
    }
    for (String word : NUMBERS) {
      sound(digits.resolve(word), WORD_MILLIS);
    }
  }

  private static void sound(Path name, int millis) throws IOException {
    byte[] bytes = new byte[millis * BYTES_A_MILLI];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) TONE[i % TONE.length];
    }
    Files.createDirectories(name.getParent());
    Files.write(name.resolveSibling(name.getFileName() + ".alaw"), bytes);
  }
}
