package de.durchkommen.prompt;

import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.List;

/** What a text says between its placeholders: in each plural form, too. */
final class PhraseText {
  private final List<String> phrases = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();

  private PhraseText() {}

  /** The phrases of a pattern in its order, with their punctuation. */
  static List<String> of(String pattern) {
    var parts = new MessagePattern(pattern);
    var text = new PhraseText();
    for (int i = 0; i < parts.countParts(); i++) {
      int end = i + 1 < parts.countParts() ? parts.getPart(i + 1).getIndex() : pattern.length();
      MessagePattern.Part part = parts.getPart(i);
      text.add(part, pattern.substring(part.getLimit(), Math.max(part.getLimit(), end)));
    }
    text.close();
    return text.phrases;
  }

  /** Text follows the parts of a message; what follows the parts of an argument is syntax. */
  private void add(MessagePattern.Part part, String following) {
    switch (part.getType()) {
      case SKIP_SYNTAX -> open.append(following);
      case INSERT_CHAR -> open.append((char) part.getValue()).append(following);
      case MSG_START, ARG_LIMIT, REPLACE_NUMBER -> {
        close();
        open.append(following);
      }
      default -> close();
    }
  }

  private void close() {
    String phrase = open.toString().replaceAll("^[\\s\\p{P}]+", "").strip();
    open.setLength(0);
    if (phrase.codePoints().anyMatch(Character::isLetterOrDigit)) {
      phrases.add(phrase.replaceAll("\\s+", " "));
    }
  }
}
