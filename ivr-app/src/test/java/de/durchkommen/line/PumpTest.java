package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes out of a connection, however fast it comes and whoever has gone. */
class PumpTest {
  private static final int MEGABYTES = 16 * 1024 * 1024;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final long PARKED_MILLIS = 300;

  private Pump pump;
  private SocketChannel peer;
  private AgiSocket socket;

  @BeforeEach
  void connect() throws IOException {
    pump = new Pump();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      peer = SocketChannel.open(server.getLocalAddress());
      socket = new AgiSocket(server.accept(), pump);
    }
  }

  @AfterEach
  void close() throws IOException {
    peer.close();
    socket.close();
    pump.close();
  }

  private static Allowance within(Duration time) {
    return new Allowance(Integer.MAX_VALUE, Integer.MAX_VALUE, time);
  }

  private void sends(byte[] bytes) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    while (all.hasRemaining()) {
      peer.write(all);
    }
  }

  private CompletableFuture<Throwable> failing(Allowance allowance) {
    var failure = new CompletableFuture<Throwable>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            socket.pieces().next(allowance);
            failure.complete(new AssertionError("Something came"));
          } catch (IOException expected) {
            failure.complete(expected);
          }
        });
    return failure;
  }

  @Test
  void whatComesIsReadByWhoWaitsForIt() throws IOException {
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(() -> {
          try {
            return new String(socket.pieces().next(within(LONG)), StandardCharsets.US_ASCII);
          } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
          }
        });
    sends("200 result=1\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(read.join()).isEqualTo("200 result=1\n");
  }

  @Test
  void aPeerWaitsForAReaderWhoDoesNotReadAndNothingIsLost() throws Exception {
    byte[] all = new byte[MEGABYTES];
    new Random(1).nextBytes(all);
    var sent = new AtomicLong();
    Thread sender =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (ByteBuffer left = ByteBuffer.wrap(all); left.hasRemaining(); ) {
                  peer.write(left.slice(left.position(), Math.min(4_096, left.remaining())));
                  left.position(Math.min(left.limit(), left.position() + 4_096));
                  sent.set(left.position());
                }
              } catch (IOException closed) {
                sent.set(-1);
              }
            });
    Thread.sleep(PARKED_MILLIS);
    long stopped = sent.get();
    Thread.sleep(PARKED_MILLIS);
    assertThat(sent.get()).isEqualTo(stopped).isLessThan(MEGABYTES);
    var read = new ByteArrayOutputStream();
    while (read.size() < MEGABYTES) {
      read.write(socket.pieces().next(within(LONG)));
    }
    sender.join();
    assertThat(read.toByteArray()).isEqualTo(all);
  }

  @Test
  void whoWaitsTooLongIsTold() {
    long begun = System.nanoTime();
    assertThatThrownBy(() -> socket.pieces().next(within(Duration.ofMillis(200))))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
  }

  @Test
  void whatCameBeforeTheEndIsReadBeforeTheEnd() throws IOException {
    sends("HANGUP\n".getBytes(StandardCharsets.US_ASCII));
    peer.close();
    assertThat(socket.pieces().next(within(LONG))).hasSize(7);
    assertThatThrownBy(() -> socket.pieces().next(within(LONG))).isInstanceOf(EOFException.class);
  }

  @Test
  void whoWaitsLearnsThatTheConnectionWasClosedHere() throws Exception {
    CompletableFuture<Throwable> failure = failing(within(LONG));
    Thread.sleep(PARKED_MILLIS);
    socket.close();
    assertThat(failure.join()).isInstanceOf(EOFException.class);
  }

  @Test
  void whoWaitsLearnsThatNobodyReadsAnyMore() throws Exception {
    CompletableFuture<Throwable> failure = failing(within(LONG));
    Thread.sleep(PARKED_MILLIS);
    pump.close();
    assertThat(failure.join()).isInstanceOf(EOFException.class);
    assertThat(pump.isOpen()).isFalse();
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() throws Exception {
    var failure = new CompletableFuture<Throwable>();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                socket.pieces().next(within(LONG));
              } catch (IOException expected) {
                failure.complete(expected);
              }
            });
    Thread.sleep(PARKED_MILLIS);
    reader.interrupt();
    assertThat(failure.join()).isInstanceOf(InterruptedIOException.class);
  }
}
