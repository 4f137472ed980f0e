package de.durchkommen.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import jdk.net.ExtendedSocketOptions;

/** A connection of Asterisk's: written by the call's thread, read by the {@link Pump}. */
final class AgiSocket implements AutoCloseable {
  private final SocketChannel channel;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;
  private final Intake intake = new Intake();

  /** Takes a connection over. */
  AgiSocket(SocketChannel channel, Pump pump) throws IOException {
    this.channel = channel;
    this.local = (InetSocketAddress) channel.getLocalAddress();
    this.remote = (InetSocketAddress) channel.getRemoteAddress();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    // Tells of a peer whose machine is gone while a person talks for hours.
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    channel.configureBlocking(false);
    pump.reads(channel, intake);
  }

  /** What comes. */
  Pieces pieces() {
    return intake;
  }

  InetSocketAddress local() {
    return local;
  }

  InetSocketAddress remote() {
    return remote;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /**
   * Sends a line, by any thread. It fits into the kernel's buffer, as those before were answered.
   *
   * @throws IOException when it does not, or the connection broke
   */
  void sends(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("The peer does not read what it is sent");
    }
  }

  /**
   * Lets the kernel acknowledge what has come. Otherwise it waits 40 ms for an answer to take the
   * acknowledgement along, and Asterisk as long with its second reply (Nagle's algorithm); a key
   * pressed meanwhile would be lost.
   */
  void acknowledges() throws IOException {
    if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  /** By any thread, and again. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      intake.ends();
    }
  }
}
