package de.durchkommen.recording;

import de.durchkommen.agent.AgentStage;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

/** Recordings on a real database and a real port, with an exchange that the test plays. */
final class RecordingStage implements AutoCloseable, Tap {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String KEY = "5".repeat(64);

  final AgentStage agents;
  final Path home;
  final List<Socket> lines = new ArrayList<>();
  final RecordingFaults faults = new RecordingFaults();
  final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
  volatile Ear ear = Ear.OPEN;
  volatile boolean reached = true;
  volatile @Nullable UUID key;
  Recorder recorder;
  RecordingUpkeep upkeep;

  RecordingStage(AgentStage agents, Path home) throws IOException {
    this.agents = agents;
    this.home = home;
    Files.writeString(home.resolve("keys"), KEY);
    this.recorder = recorder(home.resolve("keys"));
    this.upkeep = upkeep();
    recorder.start();
  }

  private Recorder recorder(Path keys) {
    var settings =
        new RecordingSettings(
            true,
            30,
            "127.0.0.1",
            0,
            Set.of(InetAddress.ofLiteral("127.0.0.1")),
            home.resolve("recordings"),
            Optional.of(keys),
            "node-1");
    return new Recorder(agents.rows.patient(), agents.clock, settings, this, faults);
  }

  private RecordingUpkeep upkeep() {
    return new RecordingUpkeep(agents.rows.patient(), agents.clock, recorder, schedule);
  }

  /** As after a crash: nothing is known of what ran. */
  void startsAgain() {
    recorder = recorder(home.resolve("keys"));
    upkeep = upkeep();
    recorder.start();
  }

  StoredConsents consents() {
    return new StoredConsents(agents.rows.patient(), agents.clock, recorder);
  }

  RecordingResource recordings() {
    return new RecordingResource(
        new RecordingDesk(agents.rows.patient(), agents.clock, recorder, upkeep));
  }

  RevocationResource revocation() {
    return new RevocationResource(agents.callers(), upkeep, agents.clock);
  }

  static SecurityContext as(String name, Role role) {
    SecurityContext context = Mockito.mock();
    Mockito.when(context.getUserPrincipal()).thenReturn(new ApiClient(name, role));
    return context;
  }

  /** Anna talks; the caller has answered this. */
  long talking(String call, Consents.Answer answer) {
    consents().answered(call, answer, "de");
    agents.ready(1);
    long talk = agents.talking(1, call);
    recorder.begins(talk);
    return talk;
  }

  @Override
  public boolean opens(long talk, UUID wanted, String address) {
    key = wanted;
    if (reached) {
      try {
        lines.add(connected(wanted));
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Ear ear(long talk) {
    return ear;
  }

  /** As Asterisk connects. */
  Socket connected(UUID wanted) throws IOException {
    Socket line = new Socket(InetAddress.ofLiteral("127.0.0.1"), recorder.port());
    line.setSoTimeout((int) LIMIT.toMillis());
    var message = new ByteArrayOutputStream();
    var out = new DataOutputStream(message);
    out.writeByte(0x01);
    out.writeShort(16);
    out.writeLong(wanted.getMostSignificantBits());
    out.writeLong(wanted.getLeastSignificantBits());
    line.getOutputStream().write(message.toByteArray());
    return line;
  }

  /** A piece of sound, with this in each byte. */
  void says(int value, int pieces) throws IOException {
    awaits(() -> !lines.isEmpty());
    for (int i = 0; i < pieces; i++) {
      byte[] piece = new byte[323];
      java.util.Arrays.fill(piece, (byte) value);
      piece[0] = 0x10;
      piece[1] = 1;
      piece[2] = 0x40;
      lines.getLast().getOutputStream().write(piece);
    }
  }

  /** Asterisk hangs up. */
  void hangsUp() throws IOException {
    lines.getLast().getOutputStream().write(new byte[3]);
  }

  /** Whether the application has closed the connection. */
  static boolean isClosed(Socket line) throws IOException {
    try {
      return line.getInputStream().read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  static void awaits(BooleanSupplier so) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so in time");
      }
      Thread.onSpinWait();
    }
  }

  /** State, why it was deleted, seconds, and whether there is a file. */
  List<String> rows() {
    return agents.rows.rows(
        "SELECT state, COALESCE(deleted_why, '-'), bytes DIV 320, file IS NOT NULL FROM recording"
            + " ORDER BY id");
  }

  void awaitsRow(String row) {
    awaits(() -> rows().contains(row));
  }

  List<String> files() throws IOException {
    Path folder = home.resolve("recordings");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public void close() throws IOException {
    recorder.stop();
    for (Socket line : lines) {
      line.close();
    }
    schedule.shutdownNow();
    agents.rows.execute("DELETE FROM recording");
    agents.rows.execute("DELETE FROM recording_consent");
  }
}
