package de.durchkommen.voice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The engines of an operator's settings. Each is made once, when a language wants it, and rests in
 * one language without resting in others: a voice that is missing says nothing of the next one.
 */
final class Engines {
  private final VoiceSettings settings;
  private final Map<EngineName, VoiceEngine> made = new EnumMap<>(EngineName.class);

  Engines(VoiceSettings settings) {
    this.settings = settings;
  }

  /** For all languages; of those that speak one, the best comes first. */
  List<VoiceEngine> inOrder(Clock clock) {
    Map<String, List<EngineName>> order = settings.order().byLanguage();
    List<VoiceEngine> engines = new ArrayList<>();
    order.forEach((language, names) -> {
      for (EngineName name : names) {
        engines.add(new EngineOfLanguages(new RestedEngine(named(name), clock), language::equals));
      }
    });
    engines.add(
        new EngineOfLanguages(
            new RestedEngine(named(EngineOrder.LAST_RESORT), clock),
            language -> !order.containsKey(language)));
    return engines;
  }

  /** The engine itself. */
  VoiceEngine named(EngineName name) {
    return made.computeIfAbsent(name, this::fresh);
  }

  private VoiceEngine fresh(EngineName name) {
    return switch (name) {
      case PICO -> new PicoEngine(new EngineProgram(settings.pico()), settings.picoOut());
      case RHVOICE -> RhvoiceEngine.of(settings);
      case FREETTS -> new FreeTtsEngine();
      case PIPER -> new PiperEngine(settings.piperModels());
      case MBROLA -> EspeakEngine.withMbrola(new EngineProgram(settings.espeak()));
      case ESPEAK -> new EspeakEngine(new EngineProgram(settings.espeak()));
    };
  }
}
