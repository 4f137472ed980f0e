package de.durchkommen.launch.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.prompt.RecordingScript.Kind;
import de.durchkommen.prompt.RecordingScript.Line;
import de.durchkommen.prompt.WrittenLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptPdfTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "de, Gießen: Für Übermorgen",
    "tr, Şu an sıradasınız ığüşöç",
    "ru, Вы следующий в очереди ёъ",
    "uk, Ви наступний у черзі ґєії",
    "pl, Proszę nacisnąć źdźbło łąk"
  })
  void theFontHasTheLettersOfTheLanguage(String language, String text) throws IOException {
    assertThat(written(language, text)).contains(text, "queue.turn.wav");
  }

  @Test
  void arabicIsShapedAndReadFromTheRight() throws IOException {
    Locale arabic = Locale.forLanguageTag("ar");
    assertThat(WrittenLine.seen("سلام", arabic))
        .as("meem, lam-alef and seen in their forms, from left to right")
        .isEqualTo("ﻡﻼﺳ");
    assertThat(WrittenLine.seen("abc 12", Locale.GERMAN)).isEqualTo("abc 12");
    assertThat(written("ar", "مرحبا بكم")).doesNotContain("????");
  }

  @Test
  void longScriptsHaveMorePagesAndNoLineIsLost() throws IOException {
    List<Line> lines =
        IntStream.range(0, 120)
            .mapToObj(i ->
                new Line("line." + i, Kind.SENTENCE, "Satz Nummer " + i + ". ".repeat(80), true))
            .toList();
    String text = text(new RecordingScript(Locale.GERMAN, lines));
    assertThat(text).contains("Satz Nummer 0.", "Satz Nummer 119.", "Seite 4", "Ganze Ansagen");
  }

  private String written(String language, String text) throws IOException {
    return text(
        new RecordingScript(
            Locale.forLanguageTag(language),
            List.of(new Line("queue.turn", Kind.SENTENCE, text, true))));
  }

  private String text(RecordingScript script) throws IOException {
    Path pdf = folder.resolve("script.pdf");
    try (ScriptPdf pages = new ScriptPdf(script)) {
      pages.write(pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
