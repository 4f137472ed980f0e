package de.durchkommen.voice;

import de.durchkommen.voice.BusMessage.Field;
import de.durchkommen.voice.BusMessage.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that behaves towards its bus as {@code RHVoice-service} does. It says a short tone; the
 * texts {@code hang}, {@code die}, {@code nothing} and {@code complain} are what it does instead.
 */
final class FakeResident {
  static final int SAMPLES = 4_800;
  private static final int PIECE = 1_000;
  private static final List<String> GREETING =
      List.of("\0AUTH", "AUTH EXTERNAL", "DATA", "NEGOTIATE_UNIX_FD");

  private final SocketChannel channel;
  private final BusWire wire;
  private final Path diary;
  private final int step;
  private final Map<String, String> voices = new HashMap<>();
  private int serial;

  private FakeResident(SocketChannel channel, Path diary, int step) {
    this.channel = channel;
    this.wire = new BusWire(channel);
    this.diary = diary;
    this.step = step;
  }

  /**
   * Runs until the bus goes.
   *
   * @param arguments the file where it notes what it does; how steep its sound is
   */
  public static void main(String[] arguments) throws IOException {
    String address = System.getenv("DBUS_SESSION_BUS_ADDRESS").replace("unix:path=", "");
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(address));
      new FakeResident(channel, Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
    }
  }

  /** What it says at a place of its sound. */
  static short sample(int at, int step) {
    return (short) (at % 100 * step);
  }

  private void run() throws IOException {
    for (String line : GREETING) {
      write(line);
      line();
    }
    write("BEGIN");
    send(Kind.CALL, Map.of(Field.DESTINATION, "org.freedesktop.DBus", Field.MEMBER, "Hello"));
    wire.received();
    send(Kind.CALL, Map.of(Field.DESTINATION, "org.freedesktop.DBus", Field.MEMBER, "RequestName"));
    wire.received();
    note("started");
    while (true) {
      hear(wire.received());
    }
  }

  private void hear(BusMessage call) throws IOException {
    ByteBuffer body = call.body();
    byte[] bytes = new byte[body.getInt()];
    body.get(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    String caller = call.word(Field.SENDER);
    if (call.word(Field.MEMBER).equals("SetSpeakers")) {
      voices.put(caller, text);
      return;
    }
    note("resident " + caller + " " + voices.get(caller) + " " + text);
    switch (text) {
      case "hang" -> {}
      case "die" -> System.exit(1);
      case "complain" ->
          send(Kind.ERROR, Map.of(Field.DESTINATION, caller, Field.ERROR_NAME, "no.voices"));
      case "nothing" -> signal(caller, "Finished", ByteBuffer.allocate(0));
      default -> say(caller);
    }
  }

  private void say(String caller) throws IOException {
    for (int at = 0; at < SAMPLES; ) {
      int count = Math.min(PIECE, SAMPLES - at);
      ByteBuffer piece =
          ByteBuffer.allocate(4 + 2 * count).order(ByteOrder.LITTLE_ENDIAN).putInt(2 * count);
      for (int i = 0; i < count; i++) {
        piece.putShort(sample(at++, step));
      }
      signal(caller, "SpeechAvailable", piece.flip());
    }
    signal(caller, "Finished", ByteBuffer.allocate(0));
  }

  private void signal(String caller, String name, ByteBuffer body) throws IOException {
    wire.send(
        new BusMessage(
            Kind.SIGNAL,
            false,
            ++serial,
            0,
            Map.of(Field.DESTINATION, caller, Field.MEMBER, name),
            body));
  }

  private void send(Kind kind, Map<Field, String> words) throws IOException {
    wire.send(new BusMessage(kind, kind == Kind.CALL, ++serial, 0, words, ByteBuffer.allocate(0)));
  }

  private void note(String line) throws IOException {
    Files.writeString(diary, line + "\n", StandardOpenOption.APPEND, StandardOpenOption.CREATE);
  }

  private void write(String line) throws IOException {
    channel.write(ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.US_ASCII)));
  }

  private void line() throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    do {
      one.clear();
      channel.read(one);
    } while (one.get(0) != '\n');
  }
}
