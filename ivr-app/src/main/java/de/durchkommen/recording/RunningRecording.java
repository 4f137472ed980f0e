package de.durchkommen.recording;

import de.durchkommen.recording.Tap.Ear;
import de.durchkommen.recording.Vault.Label;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A talk that is recorded right now. */
final class RunningRecording implements SoundPort.Receiver {
  private static final long MOST_BYTES =
      RecordingLimits.LONGEST.toSeconds() * RecordingLimits.BYTES_A_SECOND;

  private final Label label;
  private final Tap tap;
  private final OutputStream out;
  private final Ends ends;
  private final CountDownLatch came = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stopped;
  private final AtomicLong bytes = new AtomicLong();
  private boolean broken;

  /** Who is told how it ended. */
  @FunctionalInterface
  interface Ends {
    /**
     * It has ended.
     *
     * @param whole whether all that came is in the file
     */
    void told(RunningRecording recording, boolean whole);
  }

  RunningRecording(Label label, Tap tap, OutputStream out, Ends ends) {
    this.label = label;
    this.tap = tap;
    this.out = out;
    this.ends = ends;
  }

  Label label() {
    return label;
  }

  /** How much is in it. */
  long bytes() {
    return bytes.get();
  }

  /** Its sound comes. */
  void comes() {
    came.countDown();
  }

  /** Whether it comes in time. */
  boolean isComing() throws InterruptedException {
    return came.await(RecordingLimits.COMES.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes no more sound. */
  void stops() {
    stopped = true;
  }

  /** Whether it is brought to its end within this time. */
  boolean isOver(long millis) throws InterruptedException {
    return over.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean takes(byte[] sound, int length) {
    Ear ear = tap.ear(label.talk());
    if (stopped || ear == Ear.GONE || bytes.get() + length > MOST_BYTES) {
      return false;
    }
    if (ear == Ear.OPEN) {
      try {
        out.write(sound, 0, length);
        bytes.addAndGet(length);
      } catch (IOException full) {
        broken = true;
        return false;
      }
    }
    return true;
  }

  @Override
  public void ends() {
    try {
      out.close();
    } catch (IOException full) {
      broken = true;
    }
    try {
      ends.told(this, !broken);
    } finally {
      over.countDown();
    }
  }
}
