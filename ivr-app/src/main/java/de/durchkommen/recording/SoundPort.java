package de.durchkommen.recording;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Takes sound from Asterisk by its AudioSocket: TCP, messages of one byte for their kind, two for
 * their length, and content. The first one is the key that this application has made for a talk;
 * who does not know one is sent away. Nothing is ever sent back.
 */
final class SoundPort implements Closeable {
  private static final Logger LOG = System.getLogger(SoundPort.class.getName());

  private static final int HANGUP = 0x00;
  private static final int KEY = 0x01;
  private static final int DIGIT = 0x03;

  /** Samples of 16 bit, 8 kHz, low byte first. */
  private static final int SOUND = 0x10;

  private static final int KEY_BYTES = 16;

  private final ServerSocket server;
  private final Set<InetAddress> allowed;
  private final Door door;
  private final Semaphore places = new Semaphore(RecordingLimits.MOST_AT_ONCE);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Knows the keys. */
  @FunctionalInterface
  interface Door {
    /** Who waits for this sound; nobody for an unknown key, or one that was used before. */
    Optional<Receiver> receiver(UUID key);
  }

  /** Who waits for sound; told from one thread. */
  interface Receiver {
    /** Takes a piece; whether more is wanted. */
    boolean takes(byte[] sound, int length);

    /** That was all. Told once. */
    void ends();
  }

  private SoundPort(ServerSocket server, Set<InetAddress> allowed, Door door) {
    this.server = server;
    this.allowed = allowed;
    this.door = door;
  }

  /**
   * Opens the port.
   *
   * @throws IOException when it is taken
   */
  static SoundPort opened(RecordingSettings settings, Door door) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
    SoundPort port = new SoundPort(server, settings.allowed(), door);
    start("recording-port", port::accepts);
    return port;
  }

  private static void start(String name, Runnable work) {
    Thread thread = Thread.ofVirtual().name(name).unstarted(work);
    // What becomes of the sound needs the application's beans.
    thread.setContextClassLoader(SoundPort.class.getClassLoader());
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accepts() {
    while (!server.isClosed()) {
      try {
        entered(server.accept());
      } catch (IOException closed) {
        LOG.log(Level.DEBUG, "Recording port: {0}", closed.getMessage());
      }
    }
  }

  private void entered(Socket socket) throws IOException {
    if (!allowed.contains(socket.getInetAddress()) || !places.tryAcquire()) {
      socket.close();
      return;
    }
    open.add(socket);
    start(
        "recording",
        () -> {
          try (socket) {
            heard(socket);
          } catch (IOException | UncheckedIOException broken) {
            LOG.log(Level.DEBUG, "A connection with sound broke: {0}", broken.getMessage());
          } finally {
            open.remove(socket);
            places.release();
          }
        });
  }

  private void heard(Socket socket) throws IOException {
    socket.setSoTimeout((int) RecordingLimits.FIRST.toMillis());
    DataInputStream in = new DataInputStream(socket.getInputStream());
    if (in.readUnsignedByte() != KEY || in.readUnsignedShort() != KEY_BYTES) {
      return;
    }
    ByteBuffer key = ByteBuffer.wrap(in.readNBytes(KEY_BYTES));
    if (key.remaining() < KEY_BYTES) {
      return;
    }
    Optional<Receiver> receiver = door.receiver(new UUID(key.getLong(), key.getLong()));
    if (receiver.isPresent()) {
      try {
        socket.setSoTimeout((int) RecordingLimits.SILENCE.toMillis());
        pieces(in, receiver.get());
      } finally {
        receiver.get().ends();
      }
    }
  }

  private static void pieces(DataInputStream in, Receiver receiver) throws IOException {
    byte[] piece = new byte[RecordingLimits.LONGEST_MESSAGE];
    boolean more = true;
    while (more) {
      int kind = in.read();
      int length = kind < 0 ? 0 : in.readUnsignedShort();
      if (length > piece.length) {
        return;
      }
      in.readFully(piece, 0, length);
      more =
          switch (kind) {
            case SOUND -> receiver.takes(piece, length);
            case DIGIT -> true;
            // Hung up, an error, or something that nobody knows.
            case -1, HANGUP -> false;
            default -> false;
          };
    }
  }

  /** Takes no more, and breaks off what is under way. */
  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
