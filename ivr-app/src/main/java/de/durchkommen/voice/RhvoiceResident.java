package de.durchkommen.voice;

import de.durchkommen.voice.BusMessage.Field;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * RHVoice in memory ({@code RHVoice-service}): what {@code RHVoice-test} reads anew for each
 * sentence, this program reads once. It speaks D-Bus, on a {@link PrivateBus} of its own.
 *
 * <p>It keeps what was set for each name that calls it, and forgets it only when the name leaves
 * the bus; so the same few names call it again and again, each with one sentence at a time.
 */
final class RhvoiceResident {
  /** It tells no rate: this one is that of all voices of usual quality. */
  static final int RATE = 24_000;

  private static final String INTERFACE = "com.github.OlgaYakovleva.RHVoice";
  private static final String OBJECT = "/com/github/OlgaYakovleva/RHVoice";
  private static final int FIRST_CALLER = 2;

  private final Process process;
  private final PrivateBus bus = new PrivateBus(this::hear);
  private final AtomicInteger callers = new AtomicInteger(FIRST_CALLER);
  private final ConcurrentLinkedDeque<String> idle = new ConcurrentLinkedDeque<>();
  private final Map<String, RhvoiceSpeech> speeches = new ConcurrentHashMap<>();

  private RhvoiceResident(Process process) {
    this.process = process;
  }

  /**
   * Starts it and waits until it can speak.
   *
   * @throws EngineFailure if it is not there or cannot within the limit
   */
  static RhvoiceResident started(RhvoiceHome home, Duration limit) throws EngineFailure {
    Path program =
        home.resident().orElseThrow(() -> new EngineFailure("RHVoice-service is not there"));
    try {
      // Nobody else can enter a temporary folder.
      Path folder = Files.createTempDirectory(home.scratch(), "durchkommen");
      Path socket = folder.resolve("bus");
      try (var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        door.bind(UnixDomainSocketAddress.of(socket));
        return connected(process(program, home.seen(socket)), door, limit);
      } finally {
        Files.deleteIfExists(socket);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new EngineFailure("RHVoice-service cannot be started", e);
    }
  }

  private static Process process(Path program, String socket) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
    return builder.start();
  }

  private static RhvoiceResident connected(
      Process process, ServerSocketChannel door, Duration limit) throws EngineFailure {
    var resident = new RhvoiceResident(process);
    var unused = process.onExit().thenRun(resident.bus::end);
    unused = resident.bus.over().thenRun(resident::end);
    resident.bus.serve(door);
    try {
      awaited(resident.bus.named(), limit);
      return resident;
    } catch (EngineFailure e) {
      resident.end();
      throw e;
    }
  }

  /** Whether it still runs. */
  boolean isThere() {
    return !bus.over().isDone();
  }

  /**
   * Says a text.
   *
   * @return samples at {@link #RATE}, full scale is -1 to 1; none if it has no letters of the voice
   * @throws EngineFailure if it went, complained, or took longer than the limit
   */
  float[] said(String voice, String text, Duration limit) throws EngineFailure {
    String caller =
        Optional.ofNullable(idle.pollFirst()).orElseGet(() -> ":1." + callers.getAndIncrement());
    var speech = new RhvoiceSpeech();
    speeches.put(caller, speech);
    try {
      bus.call(caller, OBJECT, INTERFACE, "SetSpeakers", voice);
      bus.call(caller, OBJECT, INTERFACE, "SpeakText", text + "\n");
      float[] samples = awaited(speech.whole(), limit);
      idle.addFirst(caller);
      return samples;
    } catch (IOException e) {
      throw new EngineFailure("RHVoice-service went", e);
    } finally {
      speeches.remove(caller);
    }
  }

  private void hear(BusMessage message) {
    RhvoiceSpeech speech = speeches.get(message.word(Field.DESTINATION));
    if (speech != null) {
      speech.hear(message);
    }
  }

  /** Ends it. Sentences under way fail. */
  void end() {
    bus.end();
    speeches.values().forEach(RhvoiceSpeech::breakOff);
    process.destroyForcibly();
  }

  private static <T> T awaited(Future<T> future, Duration limit) throws EngineFailure {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new EngineFailure("RHVoice-service: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new EngineFailure("RHVoice-service took longer than " + limit, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("RHVoice-service was interrupted", e);
    }
  }
}
