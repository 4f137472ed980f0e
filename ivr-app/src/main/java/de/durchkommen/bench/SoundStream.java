package de.durchkommen.bench;

import java.nio.ByteBuffer;

/**
 * The sound of one call, packet by packet (RFC 3550).
 *
 * <p>A packet is due so long after the first as its timestamp says. It is late when it comes more
 * than {@link #LATE_MILLIS} after that, which is more than telephones keep in store. A telephone
 * gets used to a delay that stays, by waiting longer: so does this, by a tenth of what is missing
 * with each late packet. Lost is what is missing in the sequence; and what should have come by the
 * clock, but was never sent.
 */
final class SoundStream {
  /** Of a packet without additions. */
  static final int HEADER_BYTES = 12;

  /** Where the source is told. */
  static final int SOURCE = 8;

  /** A packet is late when it comes so long after it is due. */
  static final double LATE_MILLIS = 60;

  private static final double PACKET_MILLIS = 20;
  private static final double SAMPLES_A_MILLI = 8;
  private static final double ADAPTS = 0.1;
  private static final double NANOS_A_MILLI = 1e6;
  private static final int SEQUENCE = 2;
  private static final int TIMESTAMP = 4;

  /** Packets out of order or a new beginning, not lost ones. */
  private static final int LARGEST_GAP = 1_000;

  private long since;
  private boolean begun;
  private short sequence;
  private int timestamp;
  private double due;
  private long received;
  private long late;
  private long lost;

  SoundStream(long now) {
    since = now;
  }

  /**
   * Packets in an interval.
   *
   * @param expected by the clock
   */
  record Interval(long expected, long bad) {}

  /** A packet has come. */
  void received(ByteBuffer packet, long now) {
    short number = packet.getShort(SEQUENCE);
    int time = packet.getInt(TIMESTAMP);
    double at = now / NANOS_A_MILLI;
    received++;
    if (begun) {
      int gap = (short) (number - sequence) - 1;
      lost += gap > 0 && gap < LARGEST_GAP ? gap : 0;
      due += (time - timestamp) / SAMPLES_A_MILLI;
      judged(at - due);
    } else {
      due = at;
      begun = true;
    }
    sequence = number;
    timestamp = time;
  }

  private void judged(double delay) {
    if (delay < 0) {
      // Earlier than thought: the first one was slow, or there was a pause.
      due += delay;
    } else if (delay > LATE_MILLIS) {
      late++;
      due += delay * ADAPTS;
    }
  }

  /** What came since the last interval, or since the beginning. */
  Interval interval(long now) {
    long expected = (long) ((now - since) / NANOS_A_MILLI / PACKET_MILLIS);
    long missing = Math.max(0, expected - received - lost);
    Interval interval = new Interval(expected, late + lost + missing);
    since = now;
    received = 0;
    late = 0;
    lost = 0;
    return interval;
  }
}
