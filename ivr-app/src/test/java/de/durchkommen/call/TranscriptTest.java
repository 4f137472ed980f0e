package de.durchkommen.call;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.Caller.Tone;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final Transcript transcript = new Transcript();

  @Test
  void anHourOfTheSameNewsIsWrittenDownOnce() {
    for (int minute = 0; minute < 60; minute++) {
      told("Sie sind weiter an Position drei.");
      told("Sie warten noch mehr als vier Stunden.");
    }
    told("Sie sind jetzt an Position zwei.");

    assertThat(transcript.lines(0))
        .extracting(Transcript.Line::text)
        .containsExactly(
            "Sie sind weiter an Position drei.",
            "Sie warten noch mehr als vier Stunden.",
            "Sie sind jetzt an Position zwei.");
  }

  @Test
  void whatIsToldAgainAfterAnAnswerIsWrittenDownAgain() {
    told("Sie haben zwei Termine.");
    transcript.said(Tone.QUESTION, "Noch einmal hören: die Eins.", "sound");
    transcript.keyed("1");
    told("Sie haben zwei Termine.");

    assertThat(transcript.lines(0)).hasSize(4);
  }

  private void told(String text) {
    transcript.said(Tone.STATEMENT, text, "sound");
  }
}
