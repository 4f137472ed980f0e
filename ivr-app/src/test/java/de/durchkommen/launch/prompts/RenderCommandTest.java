package de.durchkommen.launch.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.DeclaredPrompts;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderCommandTest {
  private static final PromptLibrary LIBRARY =
      new PromptLibrary(new PromptFolder(Optional.of(Path.of("../prompts"))), Clock.systemUTC());
  private static final List<Prompt> DECLARED =
      DeclaredPrompts.of(
          List.of("de.durchkommen.call.Prompts", "de.durchkommen.call.WaitingPrompts"));

  /** Whoever reads that a sound is too loud hears it by the same words. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "tr", "ar"})
  void whatIsMadeIsNamedAsTheCommandSayTakesIt(String tag) {
    Locale language = Locale.of(tag);
    Map<SpokenText, String> texts = RenderCommand.texts(LIBRARY, language);
    assertThat(texts).containsValues("welcome", "fallback.fault", "queue.position position=3");
    texts.forEach((text, name) -> {
      List<String> words = List.of(name.split(" ", -1));
      if (words.size() > 1) {
        Prompt prompt = GivenPrompt.named(words.getFirst(), DECLARED);
        assertThat(
                LIBRARY.spoken(GivenPrompt.said(prompt, words.subList(1, words.size())), language))
            .as(name)
            .isEqualTo(text);
      }
    });
  }
}
