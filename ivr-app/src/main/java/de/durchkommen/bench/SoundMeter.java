package de.durchkommen.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * Listens to some calls at once on one port, and tells how much of their sound did not come in
 * time. A thread of its own, that only reads and counts.
 */
final class SoundMeter implements AutoCloseable {
  private static final int RECEIVE_BYTES = 8 * 1024 * 1024;
  private static final int LONGEST_PACKET = 2_048;

  private final DatagramChannel channel;
  private final Map<Integer, SoundStream> streams = new HashMap<>();

  /** Listens from now on. */
  SoundMeter() throws IOException {
    channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BYTES);
    channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    Thread.ofPlatform().daemon().name("sound-meter").start(this::listen);
  }

  int port() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  /**
   * What was heard in an interval.
   *
   * @param expected packets that should have come, by the clock
   * @param bad those that came late, or not at all
   * @param streams calls whose sound came
   */
  record Heard(long expected, long bad, int streams) {
    /** From 0, all in time, to 1. */
    double badShare() {
      return expected == 0 ? 0 : (double) bad / expected;
    }
  }

  /** What was heard since the last time that this was asked. */
  synchronized Heard heard() {
    long now = System.nanoTime();
    long expected = 0;
    long bad = 0;
    for (SoundStream stream : streams.values()) {
      SoundStream.Interval interval = stream.interval(now);
      expected += interval.expected();
      bad += Math.min(interval.expected(), interval.bad());
    }
    return new Heard(expected, bad, streams.size());
  }

  /** Forgets the calls: others come. */
  synchronized void forget() {
    streams.clear();
  }

  private void listen() {
    ByteBuffer packet = ByteBuffer.allocateDirect(LONGEST_PACKET);
    try {
      while (true) {
        packet.clear();
        channel.receive(packet);
        long now = System.nanoTime();
        packet.flip();
        if (packet.remaining() >= SoundStream.HEADER_BYTES) {
          received(packet, now);
        }
      }
    } catch (ClosedChannelException end) {
      return;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private synchronized void received(ByteBuffer packet, long now) {
    int source = packet.getInt(SoundStream.SOURCE);
    streams.computeIfAbsent(source, key -> new SoundStream(now)).received(packet, now);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
