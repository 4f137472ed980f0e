package de.durchkommen.voice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Calls the roll of the engines: says at the start which language has which voice. */
@ApplicationScoped
public class VoiceRoll {
  private static final System.Logger LOG = System.getLogger(VoiceRoll.class.getName());

  private final Function<String, Optional<String>> values;

  /** With the keys of {@link VoiceSettings}. */
  @Inject
  public VoiceRoll(Config config) {
    this.values = key -> config.getOptionalValue(key, String.class);
  }

  /** For the container's proxy, which says nothing itself. */
  VoiceRoll() {
    this.values = key -> Optional.empty();
  }

  /** Wrong settings end the start here; the trials take seconds and do not hold it up. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    VoiceSettings settings = VoiceSettings.of(values);
    List<String> languages =
        Voices.languages(values.apply("durchkommen.languages"), settings.order());
    Thread.ofVirtual().name("voice-roll").start(() -> logged(settings, languages));
  }

  private static void logged(VoiceSettings settings, List<String> languages) {
    for (VoiceState state : states(settings, languages)) {
      System.Logger.Level level =
          state.missing().isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING;
      LOG.log(level, "Stimme {0}: {1}", state.language(), state.line());
    }
  }

  /** How it is with each language, in their order. */
  static List<VoiceState> states(VoiceSettings settings, List<String> languages) {
    var engines = new Engines(settings);
    return languages.stream().map(language -> state(settings, engines, language)).toList();
  }

  private static VoiceState state(VoiceSettings settings, Engines engines, String language) {
    Locale locale = Locale.of(language);
    List<EngineName> names =
        settings.order().byLanguage().getOrDefault(language, List.of(EngineOrder.LAST_RESORT));
    Map<EngineName, String> reasons = new EnumMap<>(EngineName.class);
    for (EngineName name : names) {
      engines.named(name).missing(locale).ifPresent(why -> reasons.put(name, why));
    }
    return new VoiceState(
        language,
        names.stream().filter(name -> !reasons.containsKey(name)).map(EngineName::word).findFirst(),
        names.stream()
            .filter(reasons::containsKey)
            .map(name -> new VoiceState.Missing(name.word(), reasons.getOrDefault(name, "")))
            .toList());
  }
}
