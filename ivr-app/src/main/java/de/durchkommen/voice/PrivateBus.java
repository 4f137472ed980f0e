package de.durchkommen.voice;

import de.durchkommen.voice.BusMessage.Field;
import de.durchkommen.voice.BusMessage.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bus of D-Bus with one program on it, which needs no {@code dbus-daemon}: this process is the
 * bus and all others who are on it.
 *
 * <p>What a bus is asked by the program while it takes its name and watches others, it is told;
 * anything else is refused. The connection is the program's life: programs made with GLib end when
 * their bus goes, so this one does not outlive this process, however it ends.
 */
final class PrivateBus {
  /** The program's own name on this bus. */
  static final String PROGRAM = ":1.1";

  private static final String BUS = "org.freedesktop.DBus";
  private static final String REFUSED = BUS + ".Error.UnknownMethod";
  private static final int NAME_IS_YOURS = 1;

  private final Consumer<BusMessage> ear;
  private final CompletableFuture<BusWire> named = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final AtomicInteger serial = new AtomicInteger();
  private volatile @Nullable SocketChannel channel;

  /**
   * A bus that nobody is on yet.
   *
   * @param ear hears what the program sends to others than the bus, on one thread
   */
  PrivateBus(Consumer<BusMessage> ear) {
    this.ear = ear;
  }

  /** Done when the program has its name and takes calls; fails when it will not. */
  CompletableFuture<?> named() {
    return named;
  }

  /** Done when nobody is on the bus any more, or ever will be. */
  CompletableFuture<Void> over() {
    return over;
  }

  /** Lets one program in and serves it until it goes, on a thread of its own. */
  void serve(ServerSocketChannel door) {
    Thread.ofVirtual()
        .name("private-bus")
        .start(() -> {
          try (SocketChannel program = door.accept()) {
            channel = program;
            var wire = new BusWire(program);
            if (!over.isDone()) {
              wire.letIn();
              listen(wire);
            }
          } catch (IOException e) {
            named.completeExceptionally(e);
          } finally {
            end();
          }
        });
  }

  private void listen(BusWire wire) throws IOException {
    while (true) {
      BusMessage message = wire.received();
      if (message.word(Field.DESTINATION).equals(BUS)) {
        answer(wire, message);
      } else {
        ear.accept(message);
      }
    }
  }

  private void answer(BusWire wire, BusMessage call) throws IOException {
    Map<Field, String> words = new EnumMap<>(Field.class);
    words.put(Field.SENDER, BUS);
    words.put(Field.DESTINATION, PROGRAM);
    ByteBuffer body = ByteBuffer.allocate(0);
    Kind kind = Kind.RETURN;
    switch (call.word(Field.MEMBER)) {
      case "Hello" -> {
        words.put(Field.SIGNATURE, "s");
        body = BusMessage.text(PROGRAM);
      }
      case "RequestName" -> {
        words.put(Field.SIGNATURE, "u");
        body = BusMessage.number(NAME_IS_YOURS);
      }
      // Everybody whom the program asks for is there, under that very name.
      case "GetNameOwner" -> {
        words.put(Field.SIGNATURE, "s");
        body = call.body();
      }
      case "AddMatch", "RemoveMatch", "ReleaseName" -> {}
      default -> {
        kind = Kind.ERROR;
        words.put(Field.ERROR_NAME, REFUSED);
      }
    }
    if (call.answered()) {
      wire.send(new BusMessage(kind, false, serial.incrementAndGet(), call.serial(), words, body));
    }
    if (call.word(Field.MEMBER).equals("RequestName")) {
      named.complete(wire);
    }
  }

  /**
   * Calls a method of the program that takes one text.
   *
   * @param caller the name under which answer and signals come back
   * @param object path of the object
   * @param type its interface
   * @throws IOException if the program is not there
   */
  void call(String caller, String object, String type, String method, String text)
      throws IOException {
    Map<Field, String> words = new EnumMap<>(Field.class);
    words.put(Field.PATH, object);
    words.put(Field.INTERFACE, type);
    words.put(Field.MEMBER, method);
    words.put(Field.DESTINATION, PROGRAM);
    words.put(Field.SENDER, caller);
    words.put(Field.SIGNATURE, "s");
    if (!named.isDone() || over.isDone()) {
      throw new IOException("Nobody is on the bus");
    }
    try {
      named
          .join()
          .send(
              new BusMessage(
                  Kind.CALL, true, serial.incrementAndGet(), 0, words, BusMessage.text(text)));
    } catch (CompletionException e) {
      throw new IOException("Nobody is on the bus", e);
    }
  }

  /** Ends it, and with it the program. */
  void end() {
    named.completeExceptionally(new IOException("The bus has ended"));
    over.complete(null);
    SocketChannel open = channel;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The connection does not close", e);
      }
    }
  }
}
