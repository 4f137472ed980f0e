package de.durchkommen.launch.prompts;

import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.prompt.RecordingScript.Kind;
import de.durchkommen.prompt.RecordingScript.Line;
import de.durchkommen.prompt.WrittenLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A recording script as pages for a music stand: large letters, a box to tick for each line.
 *
 * <p>The font has Latin, Cyrillic and Arabic letters. A PDF knows no direction: lines from right to
 * left are put in the order of the eye first.
 */
final class ScriptPdf implements AutoCloseable {
  private static final String FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final float MARGIN = 50;
  private static final float INDENT = 22;
  private static final float BOX = 9;
  private static final float TITLE_SIZE = 18;
  private static final float HEADING_SIZE = 13;
  private static final float TEXT_SIZE = 13;
  private static final float SMALL_SIZE = 8;
  private static final float LEADING = 1.35f;
  private static final float GAP = 9;

  private final RecordingScript script;
  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private @Nullable PDPageContentStream page;
  private int pages;
  private float y;

  ScriptPdf(RecordingScript script) throws IOException {
    this.script = script;
    try (InputStream file =
        Optional.ofNullable(ScriptPdf.class.getResourceAsStream(FONT))
            .orElseThrow(() -> new IllegalStateException("No font at " + FONT))) {
      this.font = PDType0Font.load(document, file);
    }
  }

  void write(Path file) throws IOException {
    Locale german = Locale.GERMAN;
    String name = script.language().getDisplayName(german);
    paragraph("Aufnahmen: " + name, TITLE_SIZE, german, 0);
    for (String rule : ScriptText.RULES) {
      paragraph(rule, SMALL_SIZE + 1, german, 0);
    }
    @Nullable Kind kind = null;
    for (Line line : script.lines()) {
      if (line.kind() != kind) {
        kind = line.kind();
        y -= 2 * GAP;
        paragraph(ScriptText.heading(kind), HEADING_SIZE, german, 0);
      }
      line(line);
    }
    endPage();
    document.save(file.toFile());
  }

  private void line(Line line) throws IOException {
    y -= GAP;
    List<String> rows = rows(line.text(), TEXT_SIZE);
    room(SMALL_SIZE * LEADING + rows.size() * TEXT_SIZE * LEADING);
    current().addRect(MARGIN, y - BOX, BOX, BOX);
    current().stroke();
    paragraph(
        "%s.wav  ·  %s".formatted(line.name(), ScriptText.manner(line)),
        SMALL_SIZE,
        Locale.GERMAN,
        INDENT);
    paragraph(line.text(), TEXT_SIZE, script.language(), INDENT);
  }

  private void paragraph(String text, float size, Locale language, float indent)
      throws IOException {
    for (String row : rows(text, size)) {
      room(size * LEADING);
      y -= size * LEADING;
      String seen = WrittenLine.seen(row, language);
      boolean rightToLeft = WrittenLine.isFromRight(language);
      float right = PDRectangle.A4.getWidth() - MARGIN - width(seen, size);
      current().beginText();
      current().setFont(font, size);
      current().newLineAtOffset(rightToLeft ? right : MARGIN + indent, y);
      current().showText(printable(seen));
      current().endText();
    }
  }

  /** A text as rows that fit the page. */
  private List<String> rows(String text, float size) throws IOException {
    float room = PDRectangle.A4.getWidth() - 2 * MARGIN - INDENT;
    List<String> rows = new ArrayList<>();
    var row = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = row.isEmpty() ? word : row + " " + word;
      if (!row.isEmpty() && width(longer, size) > room) {
        rows.add(row.toString());
        row.setLength(0);
        row.append(word);
      } else {
        row.setLength(0);
        row.append(longer);
      }
    }
    rows.add(row.toString());
    return rows;
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(printable(text)) / 1_000 * size;
  }

  /** What the font has no letter for becomes a question mark. */
  private String printable(String text) {
    var printable = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> printable.append(isInFont(letter) ? letter : "?"));
    return printable.toString();
  }

  private boolean isInFont(String letter) {
    try {
      return font.encode(letter).length > 0;
    } catch (IOException | IllegalArgumentException missing) {
      return false;
    }
  }

  /** A new page when there is less room than that on this one. */
  private void room(float height) throws IOException {
    if (page != null && y - height >= MARGIN) {
      return;
    }
    endPage();
    var next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    page = new PDPageContentStream(document, next);
    pages++;
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private PDPageContentStream current() {
    if (page == null) {
      throw new IllegalStateException("No page is open");
    }
    return page;
  }

  private void endPage() throws IOException {
    if (page == null) {
      return;
    }
    String foot = "%s · Seite %d".formatted(script.language().toLanguageTag(), pages);
    page.beginText();
    page.setFont(font, SMALL_SIZE);
    page.newLineAtOffset(MARGIN, MARGIN / 2);
    page.showText(foot);
    page.endText();
    page.close();
    page = null;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
