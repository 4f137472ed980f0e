package de.durchkommen.telephone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What tests have used of callers, and what no log may tell. */
final class Discretion {
  private static final DateTimeFormatter KEYED = DateTimeFormatter.ofPattern("ddMMuuuu");
  private static final int COUNTRY = "+49".length();

  /** What kind of thing it is, by how it looks in a log. */
  private final Map<String, Pattern> kept = new ConcurrentHashMap<>();

  Discretion() {
    // Keys one by one are as good as the code that they make.
    kept.put("keys", Pattern.compile("DTMF", Pattern.CASE_INSENSITIVE));
  }

  /** An invited person. */
  void person(String code, String keyedBirthDate, String name) {
    LocalDate birthDate = LocalDate.parse(keyedBirthDate, KEYED);
    kept.put("the code " + code, alone(code));
    kept.put("the birth date " + keyedBirthDate, alone(keyedBirthDate));
    kept.put("the birth date " + birthDate, alone(birthDate.toString()));
    if (!name.isBlank()) {
      kept.put("the name " + name, Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE));
    }
  }

  /** The number that somebody calls from, or is called at: {@code +49…}; others are no numbers. */
  void number(String number) {
    if (number.startsWith("+49")) {
      kept.put("the number " + number, Pattern.compile(number.substring(COUNTRY)));
    }
  }

  /** No part of a longer number, as of a time in milliseconds. */
  private static Pattern alone(String digits) {
    return Pattern.compile("(?<![0-9])" + Pattern.quote(digits) + "(?![0-9])");
  }

  /** What the logs in these folders tell: where, and of what kind. */
  List<String> breaches(Path... folders) throws IOException {
    List<String> breaches = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          look(file, breaches);
        }
      }
    }
    return breaches;
  }

  private void look(Path file, List<String> breaches) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    kept.forEach((what, pattern) -> {
      var found = pattern.matcher(text);
      if (found.find()) {
        long line =
            1 + text.substring(0, found.start()).chars().filter(sign -> sign == '\n').count();
        breaches.add(file.getFileName() + ", line " + line + ": " + what);
      }
    });
  }
}
