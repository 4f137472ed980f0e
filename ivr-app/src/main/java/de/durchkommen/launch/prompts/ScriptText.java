package de.durchkommen.launch.prompts;

import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.prompt.RecordingScript.Kind;
import de.durchkommen.prompt.RecordingScript.Line;
import java.util.List;

/** A recording script in words: for the speaker's list, and for the pages of {@link ScriptPdf}. */
final class ScriptText {
  /** What a speaker has to know before the first line. */
  static final List<String> RULES =
      List.of(
          "Jede Zeile ist eine Datei: der Name links, mit der Endung .wav.",
          "Format: WAV, PCM, 16 Bit, mono, 16000 bis 48000 Hz; alle Dateien mit derselben Rate.",
          "Ein leiser Raum, immer derselbe Abstand zum Mikrofon, etwa -23 dBFS, nie übersteuert.",
          "Vor und nach dem Text eine halbe Sekunde still sein. Ruhig und freundlich sprechen.",
          "Wörter und Satzteile mit gleicher Tonhöhe sprechen: Sie werden zu Sätzen verbunden.",
          "Wer Wörter auch für das Satzende spricht (Stimme gesenkt), nennt sie NAME.end.wav.",
          "Danach: ./durchkommen prompts import ORDNER");

  private ScriptText() {}

  /** Name, text and how to say it, with tabs between them. */
  static String of(RecordingScript script) {
    var text = new StringBuilder();
    text.append("# Aufnahmen, Sprache ").append(script.language().toLanguageTag()).append('\n');
    RULES.forEach(rule -> text.append("# ").append(rule).append('\n'));
    for (Line line : script.lines()) {
      text.append(line.name()).append('\t').append(line.text()).append('\t');
      text.append(manner(line)).append('\n');
    }
    return text.toString();
  }

  /** The heading of the lines of a kind. */
  static String heading(Kind kind) {
    return switch (kind) {
      case SENTENCE -> "Ganze Ansagen";
      case PHRASE -> "Satzteile";
      case WORDS -> "Zahlen, Tage, Uhrzeiten und andere Wörter";
    };
  }

  /** How to say a line. */
  static String manner(Line line) {
    if (line.kind() == Kind.SENTENCE) {
      return "ganze Ansage, am Ende Stimme senken";
    }
    return line.ends() ? "Satzende: Stimme senken" : "mitten im Satz: Stimme bleibt oben";
  }
}
