package de.durchkommen.bench;

import java.net.InetAddress;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.StaticMappingStrategy;

/** The short dialogue on asterisk-java's own server as it comes, but for the address. */
final class StockServer implements AgiScript {
  private static final String KEYS = "0123456789*#";

  private final String prompt;

  private StockServer(String prompt) {
    this.prompt = prompt;
  }

  /** Takes calls until the process ends. */
  static void run(int port, String prompt) throws Exception {
    DefaultAgiServer server =
        new DefaultAgiServer(new StaticMappingStrategy(new StockServer(prompt)));
    server.setAddress(InetAddress.ofLiteral("127.0.0.1"));
    server.setPort(port);
    server.startup();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    channel.streamFile(prompt, KEYS);
    char first = channel.waitForDigit(ShortCall.KEY_MILLIS);
    String keyed = first + channel.getData("", ShortCall.NEXT_MILLIS, ShortCall.MOST - 1);
    channel.waitForDigit(ShortCall.SILENCE_MILLIS);
    channel.streamFile(prompt, KEYS);
    if (keyed.equals(ShortCall.DIGITS)) {
      channel.setVariable("DURCHKOMMEN_ENDED", "1");
    }
  }
}
