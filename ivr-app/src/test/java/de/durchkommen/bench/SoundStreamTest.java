package de.durchkommen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.bench.SoundStream.Interval;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SoundStreamTest {
  private static final int PACKETS = 500;
  private static final long PACKET = 20_000_000;
  private static final int SAMPLES = 160;

  private final SoundStream stream = new SoundStream(0);

  @Test
  void soundInTimeIsGood() {
    for (int i = 0; i < PACKETS; i++) {
      received(i, i * PACKET);
    }
    assertThat(stream.interval(PACKETS * PACKET)).isEqualTo(new Interval(PACKETS, 0));
  }

  @Test
  void sixtyMillisecondsAreNotLateButMoreIs() {
    received(0, 0);
    received(1, PACKET + 60_000_000);
    assertThat(stream.interval(2 * PACKET).bad()).isZero();
    received(2, 3 * PACKET);
    received(3, 3 * PACKET + 61_000_000);
    assertThat(stream.interval(4 * PACKET).bad()).isEqualTo(1);
  }

  @Test
  void lostPacketsAreCountedOnce() {
    for (int i = 0; i < PACKETS; i++) {
      if (i % 100 != 50) {
        received(i, i * PACKET);
      }
    }
    assertThat(stream.interval(PACKETS * PACKET).bad()).isEqualTo(PACKETS / 100);
  }

  @Test
  void soundThatWasNeverSentIsMissing() {
    for (int i = 0; i < PACKETS / 2; i++) {
      received(i, i * PACKET);
    }
    assertThat(stream.interval(PACKETS * PACKET)).isEqualTo(new Interval(PACKETS, PACKETS / 2));
  }

  @Test
  void aDelayThatStaysIsForgotten() {
    received(0, 0);
    for (int i = 1; i < PACKETS; i++) {
      received(i, i * PACKET + 200_000_000);
    }
    assertThat(stream.interval(PACKETS * PACKET).bad()).isBetween(1L, 20L);
  }

  private void received(int number, long nanos) {
    ByteBuffer packet = ByteBuffer.allocate(SoundStream.HEADER_BYTES);
    packet.putShort(2, (short) number);
    packet.putInt(4, number * SAMPLES);
    stream.received(packet, nanos);
  }
}
