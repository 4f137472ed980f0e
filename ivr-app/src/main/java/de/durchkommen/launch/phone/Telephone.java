package de.durchkommen.launch.phone;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A real SIP telephone for one call: a baresip process of its own, with its own ports and its own
 * temporary folder. Keys are sent as RTP telephone-events (RFC 4733), 180 ms each and 60 ms apart;
 * all that is heard from pick-up on is recorded.
 *
 * <p>To be closed by whoever opened it; that hangs up, ends the process and removes the folder.
 */
public final class Telephone implements AutoCloseable {
  /** Keys that a telephone has. */
  public static final Pattern KEYS = Pattern.compile("[0-9*#]+");

  /** What a telephone may show as its number. */
  public static final Pattern NUMBERS = Pattern.compile("\\+?[0-9]{3,20}");

  /** The longest call. */
  public static final Duration LONGEST_CALL = Duration.ofMinutes(10);

  /** How long a registration is asked for; it is renewed before that. */
  private static final Handset NO_NUMBER = new Handset(Optional.empty(), Codec.ALAW);

  private static final Duration REGISTRATION = Duration.ofSeconds(60);

  private static final Duration START_LIMIT = Duration.ofSeconds(10);
  private static final Duration HANG_UP_LIMIT = Duration.ofSeconds(3);
  private static final Duration RETRY = Duration.ofMillis(20);
  private static final Duration MARGIN = Duration.ofMinutes(2);
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final Handset handset;
  private final PhoneFolder folder;
  private final CompletableFuture<Instant> rung = new CompletableFuture<>();
  private final CompletableFuture<String> pickedUp = new CompletableFuture<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final CompletableFuture<Boolean> registered = new CompletableFuture<>();
  private @Nullable PhoneProcess process;
  private @Nullable ControlLine line;
  private @Nullable Recording recording;
  private boolean closed;

  private Telephone(Handset handset) throws IOException {
    this.handset = handset;
    this.folder = new PhoneFolder(handset);
  }

  /**
   * A telephone of a caller who says nothing.
   *
   * @param hotline what it will call, to choose the network by
   */
  public static Telephone calling(BaresipProgram program, InetSocketAddress hotline)
      throws IOException {
    return calling(program, hotline, Recording.of(new short[0]));
  }

  /**
   * A telephone of a caller who says something from pick-up on.
   *
   * @param hotline what it will call, to choose the network by
   */
  public static Telephone calling(BaresipProgram program, InetSocketAddress hotline, Recording says)
      throws IOException {
    return calling(program, hotline, new Handset(Optional.empty(), Codec.ALAW), says);
  }

  /**
   * A telephone that shows a number, of a caller who says something from pick-up on.
   *
   * @param hotline what it will call, to choose the network by
   * @param number what the one who is called sees
   */
  public static Telephone calling(
      BaresipProgram program, InetSocketAddress hotline, String number, Recording says)
      throws IOException {
    return calling(program, hotline, new Handset(Optional.of(number), Codec.ALAW), says);
  }

  /**
   * A telephone of a certain kind, of a caller who says something from pick-up on.
   *
   * @param hotline what it will call, to choose the network by
   * @throws IOException with words for the user, if there is no such telephone
   */
  public static Telephone calling(
      BaresipProgram program, InetSocketAddress hotline, Handset handset, Recording says)
      throws IOException {
    InetSocketAddress own = new InetSocketAddress(addressTowards(hotline), 0);
    return new Telephone(handset).started(program, own, false, says);
  }

  /**
   * A telephone that picks up when it is called, and then says something.
   *
   * @param user user part of its SIP address: the number by which it is called
   * @param own where it is reached
   */
  public static Telephone answering(
      BaresipProgram program, String user, InetSocketAddress own, Recording says)
      throws IOException {
    Handset handset = new Handset(Optional.of(user), Codec.ALAW);
    return new Telephone(handset).started(program, own, true, says);
  }

  /**
   * A telephone that registers, and picks up when it is called.
   *
   * @param registrar where it registers
   * @param user its user, also for authentication; letters, digits and dashes
   * @param password letters and digits
   */
  public static Telephone registering(
      BaresipProgram program, InetSocketAddress registrar, String user, String password)
      throws IOException {
    return registering(program, registrar, user, password, Recording.of(new short[0]));
  }

  /**
   * A telephone that registers, picks up when it is called, and then says something.
   *
   * @param registrar where it registers
   * @param user its user, also for authentication; letters, digits and dashes
   * @param password letters and digits
   */
  public static Telephone registering(
      BaresipProgram program,
      InetSocketAddress registrar,
      String user,
      String password,
      Recording says)
      throws IOException {
    return registering(program, registrar, NO_NUMBER, new Access(user, password, "auto"), says);
  }

  /**
   * A telephone that registers by TLS, picks up when it is called, with encrypted sound (SRTP) or
   * not at all, and then says something.
   *
   * @param registrar where it registers
   * @param certificate by which it knows the registrar (PEM)
   * @param user its user, also for authentication; letters, digits and dashes
   * @param password letters and digits
   */
  public static Telephone registering(
      BaresipProgram program,
      InetSocketAddress registrar,
      Path certificate,
      String user,
      String password,
      Recording says)
      throws IOException {
    Handset handset = new Handset(Optional.empty(), Codec.ALAW, Optional.of(certificate));
    return registering(program, registrar, handset, new Access(user, password, "auto"), says);
  }

  /**
   * A telephone that registers, and rings when it is called, until {@link #picksUp}; then it says
   * something.
   *
   * @param registrar where it registers
   * @param user its user, also for authentication; letters, digits and dashes
   * @param password letters and digits
   */
  public static Telephone ringing(
      BaresipProgram program,
      InetSocketAddress registrar,
      String user,
      String password,
      Recording says)
      throws IOException {
    return registering(program, registrar, NO_NUMBER, new Access(user, password, "manual"), says);
  }

  /** As whom it registers, and whether it picks up by itself: {@code auto} or {@code manual}. */
  private record Access(String user, String password, String mode) {}

  private static Telephone registering(
      BaresipProgram program,
      InetSocketAddress registrar,
      Handset handset,
      Access access,
      Recording says)
      throws IOException {
    InetSocketAddress own = new InetSocketAddress(addressTowards(registrar), 0);
    Telephone phone = new Telephone(handset).started(program, own, says, PhoneFolder::noAccount);
    String address = registrar.getAddress().getHostAddress() + ":" + registrar.getPort();
    // An account that is there from the start may have its answer before anybody listens.
    phone
        .open()
        .command(
            "uanew",
            ("<sip:%s@%s%s>;regint=%d;auth_user=%s;auth_pass=%s;audio_codecs=pcma/8000/1;"
                    + "dtmfmode=rtpevent;ptime=20;answermode=%s%s")
                .formatted(
                    access.user(),
                    address,
                    handset.transport(),
                    REGISTRATION.toSeconds(),
                    access.user(),
                    access.password(),
                    access.mode(),
                    handset.encryption()));
    return phone;
  }

  /**
   * Waits until the registrar has answered the first time; whether it let this telephone in.
   *
   * @throws IOException if it has not answered within that time
   */
  public boolean isRegistered(Duration within) throws IOException, InterruptedException {
    if (!came(registered, within)) {
      throw new IOException("No answer to REGISTER within " + within);
    }
    return registered.join();
  }

  /**
   * Dials, and waits until the other side picks up.
   *
   * @param number user part of the SIP address
   * @throws IOException if the telephone itself failed
   */
  public Dialled dialled(String number, InetSocketAddress hotline, Duration within)
      throws IOException, InterruptedException {
    String uri =
        "sip:%s@%s:%d".formatted(number, hotline.getAddress().getHostAddress(), hotline.getPort());
    open().command("dial", uri);
    try {
      CompletableFuture.anyOf(pickedUp, ended).get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException nobody) {
      return new Dialled.NoAnswer();
    } catch (ExecutionException broken) {
      throw new IOException(broken.getCause());
    }
    return pickedUp.isDone()
        ? new Dialled.PickedUp(pickedUp.join())
        : new Dialled.Refused(ended.join());
  }

  /** Waits until it rings; when it began to, or empty when it does not within that time. */
  public Optional<Instant> rings(Duration within) throws InterruptedException {
    return came(rung, within) ? Optional.of(rung.join()) : Optional.empty();
  }

  /** Picks up while it rings. */
  public void picksUp() throws IOException {
    open().command("accept", "");
  }

  /** Waits until this telephone was called and has picked up; whether it did. */
  public boolean wasCalled(Duration within) throws InterruptedException {
    return came(pickedUp, within);
  }

  /** The SIP Call-ID; empty until this telephone or the other side has picked up. */
  public Optional<String> callId() {
    return Optional.ofNullable(pickedUp.getNow(null));
  }

  /** Presses keys one after the other; returns before they are all sent. */
  public void presses(String keys) throws IOException {
    if (!KEYS.matcher(keys).matches()) {
      throw new IllegalArgumentException("Not keys of a telephone");
    }
    open().command("sndcode", keys);
  }

  /** Hangs up. */
  public void hangsUp() throws IOException {
    open().command("hangup", "");
  }

  /** Falls silent, as when its plug is pulled out: the other side is told nothing. */
  public void pulledOut() {
    if (process != null) {
      process.killed();
    }
  }

  /** Why the call is over; empty while it goes on. */
  public Optional<String> ended() {
    return Optional.ofNullable(ended.getNow(null));
  }

  /** Waits until the call is over; whether it is. */
  public boolean ends(Duration within) throws InterruptedException {
    return came(ended, within);
  }

  /** What was heard; empty until the telephone is closed, or when no call came about. */
  public synchronized Optional<Recording> recording() {
    return Optional.ofNullable(recording);
  }

  /**
   * Hangs up, and gives what was heard.
   *
   * @throws IOException if no call came about, so that nothing was heard
   */
  public Recording putDown() throws IOException {
    close();
    return recording().orElseThrow(() -> new IOException("Nothing was heard"));
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      laidDown();
      if (folder.heard().toFile().isFile()) {
        recording = Recording.read(folder.heard());
      }
    } finally {
      folder.delete();
    }
  }

  private void laidDown() throws IOException {
    if (line != null) {
      try (ControlLine control = line) {
        if (pickedUp.isDone() && !ended.isDone()) {
          control.command("hangup", "");
          came(ended, HANG_UP_LIMIT);
        }
        control.command("quit", "");
      } catch (IOException alreadyGone) {
        ended.complete(String.valueOf(alreadyGone.getMessage()));
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
    if (process != null) {
      process.close();
    }
  }

  /** What is set up in a telephone. */
  private interface Account {
    void writtenTo(PhoneFolder folder) throws IOException;
  }

  private Telephone started(
      BaresipProgram program, InetSocketAddress own, boolean answers, Recording says)
      throws IOException {
    return started(program, own, says, folder -> folder.account(handset.user(), own, answers));
  }

  private Telephone started(
      BaresipProgram program, InetSocketAddress own, Recording says, Account account)
      throws IOException {
    try {
      start(program, own, says, account);
      return this;
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void start(BaresipProgram program, InetSocketAddress own, Recording says, Account account)
      throws IOException {
    InetSocketAddress control = new InetSocketAddress(LOOPBACK, freePort());
    folder.configure(program, own, control);
    account.writtenTo(folder);
    Duration lifetime = LONGEST_CALL.plus(MARGIN);
    folder.says(says, lifetime);
    process = new PhoneProcess(program, folder.path(), lifetime);
    ControlLine connected = connected(process, control);
    line = connected;
    Thread.ofVirtual().name("phone-events").start(() -> listen(connected));
  }

  private static ControlLine connected(PhoneProcess process, InetSocketAddress control)
      throws IOException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      Socket socket = new Socket();
      try {
        socket.connect(control);
        return new ControlLine(socket);
      } catch (IOException notYet) {
        socket.close();
        if (!process.isAlive() || System.nanoTime() > limit) {
          throw new IOException("Das Telefon startet nicht: " + process.lastWords(), notYet);
        }
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }

  private void listen(ControlLine control) {
    try {
      for (Optional<JsonObject> message = control.received();
          message.isPresent();
          message = control.received()) {
        happened(message.get());
      }
      ended.complete("phone ended");
    } catch (IOException broken) {
      ended.complete("phone ended: " + broken.getMessage());
    }
  }

  private void happened(JsonObject message) {
    switch (message.getString("type", "")) {
      case "CALL_INCOMING" -> rung.complete(Instant.now());
      case "CALL_ESTABLISHED" -> pickedUp.complete(message.getString("id", ""));
      case "REGISTER_OK" -> registered.complete(true);
      case "REGISTER_FAIL" -> registered.complete(false);
      case "CALL_CLOSED" -> ended.complete(message.getString("param", ""));
      default -> {
        // Responses and events that change nothing here.
      }
    }
  }

  private ControlLine open() throws IOException {
    if (line == null) {
      throw new IOException("Das Telefon ist nicht eingeschaltet");
    }
    return line;
  }

  private static boolean came(CompletableFuture<?> event, Duration within)
      throws InterruptedException {
    try {
      event.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The address of this machine that packets to the hotline leave from. */
  private static InetAddress addressTowards(InetSocketAddress hotline) throws IOException {
    try (DatagramSocket probe = new DatagramSocket()) {
      probe.connect(hotline);
      return probe.getLocalAddress();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
      return probe.getLocalPort();
    }
  }
}
