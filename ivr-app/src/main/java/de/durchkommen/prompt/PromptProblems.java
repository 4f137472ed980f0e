package de.durchkommen.prompt;

import java.util.List;

/** The texts are not as they must be: a fault of a file, with where it is and what is wrong. */
public final class PromptProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** With one line for each problem. */
  public PromptProblems(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  PromptProblems(String problem) {
    this(List.of(problem));
  }

  /** One line for each problem: file, key, what is wrong. */
  public List<String> problems() {
    return problems;
  }
}
