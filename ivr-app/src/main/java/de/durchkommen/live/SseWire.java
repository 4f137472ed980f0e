package de.durchkommen.live;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.concurrent.CompletionException;

/** The connection as Jakarta REST has it. */
final class SseWire implements Wire {
  private final Sse sse;
  private final SseEventSink sink;

  SseWire(Sse sse, SseEventSink sink) {
    this.sse = sse;
    this.sink = sink;
  }

  @Override
  public void send(Message message) throws IOException {
    try {
      sink.send(event(message)).toCompletableFuture().join();
    } catch (CompletionException | IllegalStateException gone) {
      throw new IOException("The browser is gone", gone);
    }
  }

  private OutboundSseEvent event(Message message) {
    OutboundSseEvent.Builder event =
        sse.newEventBuilder()
            .name(message.name())
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(String.class, message.json());
    if (message.name().equals(Message.BEAT)) {
      event.comment("");
    }
    message.id().map(EventId::text).ifPresent(event::id);
    return event.build();
  }

  @Override
  public void close() {
    try {
      sink.close();
    } catch (RuntimeException gone) {
      // It was to end, and it has.
    }
  }
}
