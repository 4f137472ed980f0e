package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * RHVoice, started once and asked for every sentence; by {@code RHVoice-test} alone where that is
 * not possible.
 *
 * <p>Nobody waits for a start: while the one in memory is not there, a sentence is said by {@code
 * RHVoice-test}, and the one in memory is started beside it. Then it says the same sentence, and a
 * voice is left to it only if both are the same to the last sample: it tells no rate of its sound,
 * and RHVoice's own settings can change that. When it hangs or goes, the sentence is said by {@code
 * RHVoice-test}, too, and the next one starts it again, but not more often than once in {@link
 * #REST}.
 */
final class ResidentEngine implements VoiceEngine {
  /** Between two starts. */
  static final Duration REST = Duration.ofMinutes(1);

  /** For a start and for a sentence. */
  static final Duration TIME_LIMIT = EngineProgram.TIME_LIMIT;

  private static final System.Logger LOG = System.getLogger(ResidentEngine.class.getName());

  private final RhvoiceEngine once;
  private final RhvoiceHome home;
  private final Duration rest;
  private final Duration timeLimit;

  /** Whether a voice says the same in memory. */
  private final Map<String, Boolean> same = new ConcurrentHashMap<>();

  private final AtomicBoolean preparing = new AtomicBoolean();
  private volatile @Nullable RhvoiceResident resident;
  private volatile boolean ended;

  /** By {@link System#nanoTime}; written by the thread that is preparing. */
  private volatile Optional<Long> lastStart = Optional.empty();

  ResidentEngine(RhvoiceEngine once, RhvoiceHome home) {
    this(once, home, REST, TIME_LIMIT);
  }

  ResidentEngine(RhvoiceEngine once, RhvoiceHome home, Duration rest, Duration timeLimit) {
    this.once = once;
    this.home = home;
    this.rest = rest;
    this.timeLimit = timeLimit;
  }

  @Override
  public String id(Locale language) {
    return once.id(language);
  }

  @Override
  public boolean speaks(Locale language) {
    return once.speaks(language);
  }

  @Override
  public Optional<String> missing(Locale language) {
    return once.missing(language);
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    String voice = once.voice(text.language());
    RhvoiceResident asked = resident;
    if (asked != null && same.getOrDefault(voice, false) && isSaid(asked, voice, text, wav)) {
      return;
    }
    once.say(text, wav);
    prepare(voice, text, wav);
  }

  private boolean isSaid(RhvoiceResident asked, String voice, SpokenText text, Path wav)
      throws EngineFailure {
    try {
      float[] samples = asked.said(voice, text.text(), timeLimit);
      if (samples.length > 0) {
        WaveFile.write(wav, samples, RhvoiceResident.RATE);
      }
      return samples.length > 0;
    } catch (IOException e) {
      throw new EngineFailure("The sound cannot be written", e);
    } catch (EngineFailure e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      LOG.log(System.Logger.Level.WARNING, "RHVoice in memory: {0}", e.getMessage());
      asked.end();
      return false;
    }
  }

  /** Begins to make the one in memory ready for a voice, if it is not and may be. */
  private void prepare(String voice, SpokenText text, Path wav) throws EngineFailure {
    boolean refused = !same.getOrDefault(voice, true);
    boolean ready = same.getOrDefault(voice, false) && isThere();
    if (ended || refused || ready || !(isThere() || mayStart())) {
      return;
    }
    Wave said = Wave.read(wav);
    if (preparing.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("rhvoice-start")
          .start(() -> {
            try {
              prove(voice, text, said);
            } catch (EngineFailure e) {
              LOG.log(System.Logger.Level.WARNING, "RHVoice in memory: {0}", e.getMessage());
            } finally {
              preparing.set(false);
            }
          });
    }
  }

  private boolean isThere() {
    RhvoiceResident there = resident;
    return there != null && there.isThere();
  }

  private boolean mayStart() {
    return lastStart.map(then -> System.nanoTime() - then >= rest.toNanos()).orElse(true);
  }

  private void prove(String voice, SpokenText text, Wave said) throws EngineFailure {
    RhvoiceResident asked = running();
    try {
      float[] samples = asked.said(voice, text.text(), timeLimit);
      boolean equal = said.rate() == RhvoiceResident.RATE && Arrays.equals(samples, said.samples());
      same.put(voice, equal);
      if (!equal) {
        LOG.log(System.Logger.Level.WARNING, "RHVoice in memory says {0} differently", voice);
      }
    } catch (EngineFailure e) {
      asked.end();
      throw e;
    }
  }

  private RhvoiceResident running() throws EngineFailure {
    RhvoiceResident there = resident;
    if (there != null && there.isThere()) {
      return there;
    }
    lastStart = Optional.of(System.nanoTime());
    RhvoiceResident fresh = RhvoiceResident.started(home, timeLimit);
    resident = fresh;
    if (ended) {
      fresh.end();
    }
    return fresh;
  }

  @Override
  public void end() {
    ended = true;
    RhvoiceResident there = resident;
    if (there != null) {
      there.end();
    }
  }
}
