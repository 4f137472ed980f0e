package de.durchkommen.prompt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks the texts of every language against the prompts that the code declares: {@code PromptCheck
 * <folder of the languages> <class with static Prompt fields>…}. The build runs it and fails with
 * it.
 *
 * <p>An error is: a declared prompt without a text, a text without a prompt (but {@code
 * fallback.*}, which the telephone exchange says alone), other placeholders than declared, a text
 * that cannot be said with some value, an English word in another language. A warning is a sentence
 * that is too long to be kept in mind.
 */
public final class PromptCheck {
  private PromptCheck() {}

  /**
   * Checks, and prints warnings and errors to standard error.
   *
   * @throws PromptProblems with all errors, so that a build fails
   */
  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      throw new IllegalArgumentException(
          "PromptCheck <folder of the languages> <class with static Prompt fields>...");
    }
    Path folder = Path.of(arguments[0]);
    List<Prompt> declared =
        DeclaredPrompts.of(Arrays.asList(arguments).subList(1, arguments.length));
    List<Finding> findings = checked(folder, declared);
    findings.forEach(finding -> System.err.println(finding.line()));
    List<String> errors = findings.stream().filter(Finding::error).map(Finding::text).toList();
    if (!errors.isEmpty()) {
      throw new PromptProblems(errors);
    }
  }

  /**
   * Everything that is wrong or doubtful in the texts of a folder.
   *
   * @param declared the prompts that the code says
   */
  public static List<Finding> checked(Path folder, List<Prompt> declared) {
    try {
      Catalogue catalogue = new PromptFolder(Optional.of(folder)).read(Catalogue::read);
      List<Finding> findings = new ArrayList<>();
      catalogue
          .languages()
          .values()
          .forEach(texts -> findings.addAll(new LanguageCheck(texts, declared).findings()));
      return findings;
    } catch (PromptProblems e) {
      return e.problems().stream().map(problem -> new Finding(true, problem)).toList();
    }
  }

  /**
   * Something that was found.
   *
   * @param error whether the texts cannot be used like this; else it is advice
   * @param text file, key, what is wrong
   */
  public record Finding(boolean error, String text) {
    String line() {
      return (error ? "ERROR " : "WARNING ") + text;
    }
  }
}
