package de.durchkommen.call;

import de.durchkommen.prompt.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question with its limits. It owns the one loop in which a question is asked again.
 *
 * @param <T> what is asked for
 */
public record Question<T>(
    List<Utterance> wordings,
    Utterance notUnderstood,
    int digits,
    Function<String, Optional<T>> parser,
    boolean secret) {

  Answer<T> askedOf(Caller caller) {
    return new Answer.Silent<>();
  }
}
