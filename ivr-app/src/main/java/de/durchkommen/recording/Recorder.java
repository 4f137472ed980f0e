package de.durchkommen.recording;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import de.durchkommen.recording.Vault.Label;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Records the talks of this node. */
@ApplicationScoped
class Recorder implements Recordings {
  private static final Logger LOG = System.getLogger(Recorder.class.getName());
  private static final int NAME_BYTES = 16;

  private final Database database;
  private final Clock clock;
  private final RecordingSettings settings;
  private final Vault vault;
  private final Tap tap;
  private final RecordingFaults faults;
  private final SecureRandom random = new SecureRandom();
  private final Map<UUID, RunningRecording> awaited = new ConcurrentHashMap<>();
  private final Map<String, RunningRecording> running = new ConcurrentHashMap<>();

  /** Of those that ended: what the database was not told yet. By their files. */
  private final Map<String, Ended> ended = new ConcurrentHashMap<>();

  private volatile @Nullable SoundPort port;

  private record Ended(RunningRecording recording, boolean whole) {}

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Recorder() {
    this.database = null;
    this.clock = null;
    this.settings = null;
    this.vault = null;
    this.tap = null;
    this.faults = null;
  }

  @Inject
  Recorder(
      Database database, Clock clock, Instance<Tap> tap, RecordingFaults faults, Config config) {
    this(
        database,
        clock,
        RecordingSettings.of(config),
        tap.isResolvable() ? tap.get() : new NoTap(),
        faults);
  }

  Recorder(
      Database database, Clock clock, RecordingSettings settings, Tap tap, RecordingFaults faults) {
    this.database = database;
    this.clock = clock;
    this.settings = settings;
    this.vault = new Vault(settings.folder(), keys(settings));
    this.tap = tap;
    this.faults = faults;
  }

  private static KeyRing keys(RecordingSettings settings) {
    try {
      return KeyRing.of(settings.keyFile());
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "durchkommen.recording.key-file: " + unreadable.getMessage(), unreadable);
    }
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    start();
  }

  /** Opens the port, when recording is switched on and there is a key. */
  void start() {
    if (!settings.people()) {
      return;
    }
    if (vault.key().isEmpty()) {
      LOG.log(Level.WARNING, "No talk is recorded: durchkommen.recording.key-file has no key");
      return;
    }
    try {
      port = SoundPort.opened(settings, this::received);
      LOG.log(Level.INFO, "Talks are recorded when callers say yes");
    } catch (IOException taken) {
      faults.happened("port-taken", clock);
    }
  }

  void stopped(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    stop();
  }

  /** Takes no more sound; what runs is brought to its end. */
  void stop() {
    @Nullable SoundPort open = port;
    port = null;
    List<RunningRecording> last = List.copyOf(running.values());
    try {
      if (open != null) {
        open.close();
      }
      for (RunningRecording recording : last) {
        if (!recording.isOver(RecordingLimits.STOP.toMillis())) {
          LOG.log(Level.WARNING, "A recording was not brought to its end");
        }
      }
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "The port for sound did not close: {0}", failed.getMessage());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether talks can be recorded. */
  boolean isPossible() {
    return port != null;
  }

  /** Whether it is switched on. */
  boolean isWanted() {
    return settings.people();
  }

  RecordingSettings settings() {
    return settings;
  }

  Vault vault() {
    return vault;
  }

  /** How many run. */
  int count() {
    return running.size();
  }

  /** Where sound is taken; 0 when it is not. */
  int port() {
    @Nullable SoundPort open = port;
    return open == null ? 0 : open.port();
  }

  @Override
  public void begins(long talk) {
    if (isPossible()) {
      Thread thread = Thread.ofVirtual().name("recording-begins").unstarted(() -> recorded(talk));
      thread.setContextClassLoader(Recorder.class.getClassLoader());
      thread.start();
    }
  }

  private void recorded(long talk) {
    try {
      prepared(talk).ifPresent(this::tapped);
    } catch (IOException | RuntimeException failed) {
      LOG.log(Level.WARNING, "Talk {0}: {1}", String.valueOf(talk), failed.getClass().getName());
      faults.happened("not-written", clock);
    }
  }

  private Optional<RunningRecording> prepared(long talk) throws IOException {
    String file = HexFormat.of().formatHex(bytes());
    String key = vault.key().orElseThrow();
    Optional<Label> begun =
        database.answer(
            entities -> rows(entities).begun(talk, settings.node(), file, key),
            why -> {
              faults.happened("database", clock);
              return Optional.empty();
            });
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    Label label = begun.get();
    try {
      if (running.size() >= RecordingLimits.MOST_AT_ONCE
          || vault.room() < RecordingLimits.ROOM_BYTES) {
        throw new IOException("No room");
      }
      var recording = new RunningRecording(label, tap, vault.written(label), this::ends);
      running.put(file, recording);
      return Optional.of(recording);
    } catch (IOException full) {
      faults.happened("disk-full-or-not-writable", clock);
      broken(label);
      return Optional.empty();
    }
  }

  private byte[] bytes() {
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    return name;
  }

  private void tapped(RunningRecording recording) {
    UUID key = UUID.randomUUID();
    awaited.put(key, recording);
    boolean comes = false;
    try {
      comes =
          tap.opens(recording.label().talk(), key, settings.host() + ":" + port())
              && recording.isComing();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      if (!comes && awaited.remove(key) != null) {
        silent(recording);
      }
    }
  }

  /** Who has gone meanwhile is no fault. */
  private void silent(RunningRecording recording) {
    if (tap.ear(recording.label().talk()) != Tap.Ear.GONE) {
      faults.happened("no-sound", clock);
    }
    recording.ends();
  }

  private Optional<SoundPort.Receiver> received(UUID key) {
    Optional<RunningRecording> recording = Optional.ofNullable(awaited.remove(key));
    recording.ifPresent(RunningRecording::comes);
    return recording.map(found -> found);
  }

  private void ends(RunningRecording recording, boolean whole) {
    if (!whole) {
      faults.happened("disk-full-or-not-writable", clock);
    }
    ended.put(recording.label().file(), new Ended(recording, whole));
    written(recording.label().file());
  }

  /** Tells the database of those that ended while it was away. */
  void writeWaiting() {
    ended.keySet().forEach(this::written);
  }

  private void written(String file) {
    @Nullable Ended last = ended.get(file);
    if (last == null) {
      return;
    }
    Label label = last.recording().label();
    long bytes = last.recording().bytes();
    Optional<Boolean> kept =
        database.answer(
            entities -> {
              RecordingRows rows = rows(entities);
              boolean whole = last.whole() && bytes > 0;
              if (!whole) {
                rows.deleted("r.id = ?", List.of(label.recording()), RecordingRows.Why.BROKEN);
              }
              return Optional.of(whole && rows.kept(label, bytes));
            },
            why -> Optional.empty());
    if (kept.isPresent()) {
      ended.remove(file);
      running.remove(file);
      if (!kept.get()) {
        deleted(file);
      }
    }
  }

  /** Deletes a file that nobody writes any more; false when it could not be. */
  boolean deleted(String file) {
    try {
      vault.delete(file);
      return true;
    } catch (IOException failed) {
      faults.happened("not-deleted", clock);
      return false;
    }
  }

  private void broken(Label label) {
    database.answer(
        entities ->
            rows(entities)
                .deleted("r.id = ?", List.of(label.recording()), RecordingRows.Why.BROKEN),
        why -> 0);
  }

  /** Stops a recording, if it runs here; whether its file is closed, within a moment. */
  boolean isStopped(String file) throws InterruptedException {
    @Nullable RunningRecording recording = running.get(file);
    if (recording == null) {
      return true;
    }
    recording.stops();
    return recording.isOver(RecordingLimits.STOPS.toMillis());
  }

  /** The files that are being written. */
  List<String> files() {
    return List.copyOf(running.keySet());
  }

  private RecordingRows rows(jakarta.persistence.EntityManager entities) {
    return new RecordingRows(new Sql(entities), RecordingLimits.now(clock));
  }
}
