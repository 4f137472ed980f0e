package de.durchkommen.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Asterisk's side of one call: the header, then a reply to each command. Keys are pressed one at a
 * time, whenever the other side waits for one.
 */
final class Dialogue {
  private static final int LONGEST_COMMAND = 4_096;
  private static final String KEYS = ShortCall.DIGITS + "#";
  private static final String HEADER =
      """
      agi_network: yes
      agi_network_script: call
      agi_request: agi://127.0.0.1/call
      agi_channel: PJSIP/caller-00000001
      agi_language: de
      agi_type: PJSIP
      agi_uniqueid: 1610434800.1
      agi_version: 22.10.1
      agi_callerid: unknown
      agi_calleridname: unknown
      agi_callingpres: 67
      agi_callingani2: 0
      agi_callington: 0
      agi_callingtns: 0
      agi_dnid: 116117
      agi_rdnis: unknown
      agi_context: hotline
      agi_extension: 116117
      agi_priority: 9
      agi_enhanced: 0.0
      agi_accountcode:\s
      agi_threadid: 140000000000000
      agi_arg_1: @CALL@
      agi_arg_2: 5
      agi_arg_3: enough

      """;

  private static final String ANNOUNCED = header("bench");

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(LONGEST_COMMAND);
  private int keys;
  private int prompts;
  private boolean ended;

  private Dialogue(SocketChannel channel) {
    this.channel = channel;
  }

  /** Begins to connect. */
  static Dialogue begun(int port) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    return new Dialogue(channel);
  }

  /** What Asterisk says of a call before it begins, with the empty line at the end. */
  static String header(String callId) {
    return HEADER.replace("@CALL@", callId);
  }

  SocketChannel channel() {
    return channel;
  }

  /** The connection is there: says which call it is. */
  void announce() throws IOException {
    channel.finishConnect();
    written(ANNOUNCED);
  }

  /**
   * Reads on.
   *
   * @return the reply to the command that has come; empty when it has not come whole
   * @throws IOException when the other side has closed
   */
  String read() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("Closed by the peer");
    }
    if (in.position() == 0 || in.get(in.position() - 1) != '\n') {
      return "";
    }
    String command = new String(in.array(), 0, in.position() - 1, StandardCharsets.US_ASCII);
    in.clear();
    return reply(command) + "\n";
  }

  private String reply(String command) {
    if (command.startsWith("STREAM FILE ")) {
      prompts++;
      return "200 result=0 endpos=640";
    }
    if (command.startsWith("WAIT FOR DIGIT ")) {
      return "200 result=" + (keys < KEYS.length() ? (int) KEYS.charAt(keys++) : 0);
    }
    if (command.startsWith("GET DATA ")) {
      String rest = KEYS.substring(keys, KEYS.length() - 1);
      keys = KEYS.length();
      return "200 result=" + rest;
    }
    if (command.startsWith("SET VARIABLE ")) {
      ended |= command.contains("DURCHKOMMEN_ENDED");
      return "200 result=1";
    }
    return "510 Invalid or unknown command";
  }

  void written(String text) throws IOException {
    // A few bytes into an empty buffer of the kernel: they always fit.
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Whether all of it was said, and the digits understood. */
  boolean isWhole() {
    return prompts == 2 && keys == KEYS.length() && ended;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // It is over anyway.
    }
  }
}
