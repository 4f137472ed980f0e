package de.durchkommen.launch;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Asks a SIP server by OPTIONS whether it would take a call to a number (RFC 3261, section 11). */
final class SipProbe {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int LARGEST_ANSWER_BYTES = 4_096;
  private static final int OK = 200;

  private final InetSocketAddress server;

  SipProbe(InetSocketAddress server) {
    this.server = server;
  }

  /** Whether it would; no answer within a second counts as no. */
  boolean takesCallsTo(String number) throws IOException {
    return status(number).filter(status -> status == OK).isPresent();
  }

  private Optional<Integer> status(String number) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.connect(server);
      byte[] request = options(number, socket).getBytes(StandardCharsets.US_ASCII);
      socket.send(new DatagramPacket(request, request.length));
      DatagramPacket answer =
          new DatagramPacket(new byte[LARGEST_ANSWER_BYTES], LARGEST_ANSWER_BYTES);
      socket.receive(answer);
      return status(answer);
    } catch (SocketTimeoutException | java.net.PortUnreachableException nobodyThere) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> status(DatagramPacket answer) {
    String text = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
    return text.matches("(?s)SIP/2\\.0 [1-6][0-9]{2} .*")
        ? Optional.of(Integer.valueOf(text.substring(8, 11)))
        : Optional.empty();
  }

  private String options(String number, DatagramSocket socket) {
    String here = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    String there = server.getAddress().getHostAddress() + ":" + server.getPort();
    String unique = UUID.randomUUID().toString();
    return String.join(
        "\r\n",
        "OPTIONS sip:" + number + "@" + there + " SIP/2.0",
        "Via: SIP/2.0/UDP " + here + ";rport;branch=z9hG4bK" + unique,
        "Max-Forwards: 1",
        "From: <sip:probe@" + here + ">;tag=" + unique,
        "To: <sip:" + number + "@" + there + ">",
        "Call-ID: " + unique,
        "CSeq: 1 OPTIONS",
        "Contact: <sip:probe@" + here + ">",
        "Content-Length: 0",
        "",
        "");
  }
}
