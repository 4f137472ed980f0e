package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The other end of the AGI port: one call of an Asterisk that does what the test says. */
final class FakeAsterisk implements AutoCloseable {
  /** Longer than anything a test waits for. */
  private static final int PATIENCE_MILLIS = 20_000;

  private static final String LEAVE = "SET VARIABLE \"TIMEOUT(absolute)\" \"";

  private final List<Integer> leftFor = new ArrayList<>();
  private final Socket socket = new Socket();
  private final BufferedReader in;

  private FakeAsterisk(String from, int port) throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** A connection that has sent nothing yet. */
  static FakeAsterisk connected(int port) throws IOException {
    return new FakeAsterisk("127.0.0.1", port);
  }

  /** A connection from another address of this machine. */
  static FakeAsterisk connectedFrom(String address, int port) throws IOException {
    return new FakeAsterisk(address, port);
  }

  /** A call with the header of an ordinary one. */
  static FakeAsterisk calling(int port, String callId) throws IOException {
    return connected(port).sends(header("agi_arg_1: " + callId));
  }

  /** The lines that Asterisk 22 sends, and some more, with the empty line at the end. */
  static String header(String... more) {
    List<String> lines =
        List.of(
            "agi_network: yes",
            "agi_network_script: call",
            "agi_request: agi://127.0.0.1:4573/call",
            "agi_channel: PJSIP/citizen-00000001",
            "agi_language: de",
            "agi_type: PJSIP",
            "agi_uniqueid: 1610434800.1",
            "agi_version: 22.10.1",
            "agi_callerid: 0561123456",
            "agi_calleridname: unknown",
            "agi_callingpres: 0");
    return Stream.concat(lines.stream(), Stream.of(more)).collect(Collectors.joining("\n"))
        + "\n\n";
  }

  /** Sends this as it stands. */
  FakeAsterisk sends(String raw) throws IOException {
    socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Sends a reply. */
  FakeAsterisk replies(String line) throws IOException {
    return sends(line + "\n");
  }

  /** The next command must be this. */
  FakeAsterisk hears(String command) throws IOException {
    assertThat(command()).isEqualTo(command);
    return this;
  }

  /** The next command must begin with this. */
  FakeAsterisk hearsSomeOf(String start) throws IOException {
    assertThat(command()).startsWith(start);
    return this;
  }

  /** The next command must wait for a key; returns for how many milliseconds. */
  int hearsWaitOf() throws IOException {
    String start = "WAIT FOR DIGIT ";
    String command = Objects.requireNonNull(command(), "closed");
    assertThat(command).startsWith(start);
    return Integer.parseInt(command.substring(start.length()));
  }

  /** For how many seconds each call was left to the other side, one after the other. */
  List<Integer> leftFor() {
    return List.copyOf(leftFor);
  }

  /** The next command; null when the other side has closed. What only moves the end on is none. */
  @Nullable String command() throws IOException {
    try {
      String command = in.readLine();
      while (command != null && command.startsWith(LEAVE)) {
        leftFor.add(Integer.valueOf(command.substring(LEAVE.length(), command.length() - 1)));
        replies("200 result=1");
        command = in.readLine();
      }
      return command;
    } catch (SocketException reset) {
      return null;
    }
  }

  /** A prompt must be played, and is, to its end. */
  FakeAsterisk plays(String prompt) throws IOException {
    return hears("STREAM FILE \"/sounds/" + prompt + "\" \"0123456789*#\"")
        .replies("200 result=0 endpos=8000");
  }

  /** The person is rung; this becomes of it. */
  FakeAsterisk dials(String status) throws IOException {
    return hears("WAIT FOR DIGIT 1")
        .replies("200 result=0")
        .hears("EXEC \"Dial\" \"PJSIP/person,20,gr\"")
        .replies("200 result=0")
        .hears("GET VARIABLE \"DIALSTATUS\"")
        .replies("200 result=1 (" + status + ")");
  }

  /** The failure must be told, and a person rung. */
  FakeAsterisk isRescued(String dialStatus) throws IOException {
    return hearsSomeOf("WAIT FOR DIGIT")
        .replies("200 result=0")
        .plays("failure.technical")
        .dials(dialStatus)
        .hears("WAIT FOR DIGIT 1")
        .replies("200 result=0");
  }

  /** The call must end as one that ended in words. */
  void endsInWords() throws IOException {
    hears("SET VARIABLE \"DURCHKOMMEN_ENDED\" \"1\"").replies("200 result=1");
    endsWithout();
  }

  /** The call must end, with nothing said to the dialplan. */
  void endsWithout() throws IOException {
    hearsSomeOf("SET VARIABLE \"AJ_AGISTATUS\"").replies("200 result=1");
    isClosed();
  }

  /** The other side must close, having said nothing more. */
  void isClosed() throws IOException {
    assertThat(command()).isNull();
  }

  /** Asterisk dies, or closes as it does with AGIEXITONHANGUP. */
  void breaksOff() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
