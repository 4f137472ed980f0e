package de.durchkommen.launch;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when the words on the command line make no sense. */
final class WrongWords {
  private WrongWords() {}

  static int told(ParameterException e, String[] words) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(message(e));
    err.println();
    line.usage(err);
    return LaunchFailure.WRONG_USE;
  }

  private static String message(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unknown ->
          "Unbekannt: " + String.join(" ", unknown.getUnmatched());
      case MissingParameterException _ -> "Es fehlt eine Angabe.";
      default ->
          e.getValue() == null ? String.valueOf(e.getMessage()) : "Falscher Wert: " + e.getValue();
    };
  }
}
