package de.durchkommen.telephone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Messages that are at, or beyond, the border of what SIP allows: one for each case of RFC 4475,
 * with what makes that case, in words of our own.
 */
final class TortureMessages {
  private final String here;
  private final String there;
  private final Map<String, byte[]> all = new LinkedHashMap<>();
  private final String unique = "torture" + System.nanoTime() + "-";
  private int next;

  /**
   * Messages between two places.
   *
   * @param here host and port of who sends
   * @param there host and port of who is sent to
   */
  TortureMessages(String here, String there) {
    this.here = here;
    this.there = there;
    valid();
    broken();
    meaning();
    older();
  }

  /** Each message by the name that its case has in the RFC. */
  Map<String, byte[]> all() {
    return all;
  }

  /** RFC 4475, 3.1.1: strange, and right. */
  private void valid() {
    add(
        "wsinv",
        "INVITE",
        message -> {
          message.start("INVITE sip:vivekg@" + there + ";unknownparam SIP/2.0");
          message.set("To", "\r\n sip:vivekg@" + there + " ;   tag    = 1918181833n");
          message.set(
              "From",
              "\"J Rosenberg \\\\\\\"\"       <sip:jdrosen@"
                  + here
                  + ">\r\n  ;\r\n  tag = 98asjd8");
          message.set("MaX-fOrWaRdS", "0068");
          message.set("NewFangledHeader", "newfangled value\r\n continued newfangled value");
          message.set("UnknownHeaderWithUnusualValue", ";;,,;;,;");
        });
    add(
        "intmeth",
        "!interesting-Method0123456789_*+`.%indeed'~",
        message -> {
          message.set(
              "To",
              "\"BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007f\" <sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@"
                  + there
                  + ">");
          message.set("extensionHeader-!.%*+_`'~", "\u00ef\u00bb\u00bf\u00e5\u00a4\u00a7");
        });
    add(
        "esc01",
        "INVITE",
        message -> message.start("INVITE sip:sips%3Auser%40example.com@" + there + " SIP/2.0"));
    add(
        "escnull",
        "REGISTER",
        message -> {
          message.set("To", "sip:null-%00-null@" + there);
          message.set("Contact", "<sip:%00@" + here + ">, <sip:%00%00@" + here + ">");
        });
    add(
        "esc02",
        "RE%47IST%45R",
        message ->
            message.set("Contact", "<sip:alias1@" + here + ">, <sip:%22%2B%40%22@" + here + ">"));
    add(
        "lwsdisp",
        "OPTIONS",
        message -> message.set("From", "caller<sip:caller@" + here + ">;tag=323"));
    add(
        "longreq",
        "INVITE",
        message -> {
          message.start("INVITE sip:user@" + there + ";" + "long".repeat(60) + " SIP/2.0");
          message.set(
              "To",
              "\""
                  + "I have a user name of extreme proportion".repeat(5)
                  + "\" <sip:user@"
                  + there
                  + ":6000;unknownparam1="
                  + "very".repeat(40)
                  + "long>");
          message.set(
              "Unknown-" + "Long".repeat(40) + "-Name", "unknown-" + "long".repeat(40) + "-value");
          for (int i = 0; i < 30; i++) {
            message.set(
                "Via" + " ".repeat(i + 1),
                "SIP/2.0/TCP sip" + i + ".example.com;branch=z9hG4bK" + i);
          }
        });
    all.put("dblreq", bytes(plain("REGISTER").text() + plain("INVITE").text()));
    add(
        "semiuri",
        "OPTIONS",
        message -> message.start("OPTIONS sip:user;par=u%40example.net@" + there + " SIP/2.0"));
    add(
        "transports",
        "OPTIONS",
        message -> {
          message.set("Via ", "SIP/2.0/SCTP t2.example.com;branch=z9hG4bK2");
          message.set("Via  ", "SIP/2.0/UNKNOWN t5.example.com;branch=z9hG4bK5");
        });
    add(
        "mpart01",
        "MESSAGE",
        message -> {
          message.set("Content-Type", "multipart/mixed;boundary=7a9cbec02ceef655");
          message.body(
              "--7a9cbec02ceef655\r\nContent-Type: application/octet-stream\r\n\r\n\u0000\u0001\u00ff\r\n--7a9cbec02ceef655--\r\n");
        });
    response("unreason", "SIP/2.0 200 = 2**3 * 5**2 \u00d0\u00bd\u00d0\u00be");
    response("noreason", "SIP/2.0 100 ");
  }

  /** RFC 4475, 3.1.2: wrong. */
  private void broken() {
    add(
        "badinv01",
        "INVITE",
        message -> {
          message.set("Via", "SIP/2.0/UDP " + here + ";;,;,,");
          message.set("Contact", "\"Joe\" <sip:joe@" + here + ">;;;;");
        });
    add("clerr", "INVITE", message -> message.length("9999"));
    add("ncl", "INVITE", message -> message.length("-999"));
    add(
        "scalar02",
        "REGISTER",
        message -> {
          message.set("CSeq", "36893488147419103232 REGISTER");
          message.set("Max-Forwards", "300");
          message.set("Expires", "10000000000000000000000000000000");
          message.set("Contact", "<sip:user@" + here + ">;expires=280297596632815");
        });
    response(
        "scalarlg", "SIP/2.0 503 Service Unavailable\r\nRetry-After: 949302838503028349304023988");
    add(
        "quotbal",
        "INVITE",
        message -> message.set("To", "\"Mr. J. User <sip:j.user@" + there + ">"));
    add("ltgtruri", "INVITE", message -> message.start("INVITE <sip:user@" + there + "> SIP/2.0"));
    add("lwsruri", "INVITE", message -> message.start("INVITE sip:user@" + there + "; lr SIP/2.0"));
    add("lwsstart", "INVITE", message -> message.start("INVITE  sip:user@" + there + "  SIP/2.0"));
    add("trws", "OPTIONS", message -> message.start("OPTIONS sip:user@" + there + " SIP/2.0  "));
    add(
        "escruri",
        "INVITE",
        message ->
            message.start("INVITE sip:user@" + there + "?Route=%3Csip:example.com%3E SIP/2.0"));
    add("baddate", "INVITE", message -> message.set("Date", "Fri, 01 Jan 2010 16:00:00 EST"));
    add(
        "regbadct",
        "REGISTER",
        message -> message.set("Contact", "sip:user@" + here + "?Route=%3Csip:sip.example.com%3E"));
    add(
        "badaspec",
        "OPTIONS",
        message -> message.set("To", "\"Watson, Thomas\" < sip:t.watson@" + there + " >"));
    add(
        "baddn",
        "OPTIONS",
        message -> message.set("From", "Bell, Alexander <sip:a.g.bell@" + here + ">;tag=43"));
    add(
        "badvers",
        "OPTIONS",
        message -> message.start("OPTIONS sip:t.watson@" + there + " SIP/7.0"));
    add("mismatch01", "OPTIONS", message -> message.set("CSeq", "8 INVITE"));
    add("mismatch02", "NEWMETHOD", message -> message.set("CSeq", "8 INVITE"));
    response("bigcode", "SIP/2.0 4294967301 better not break the receiver");
  }

  /** RFC 4475, 3.2 and 3.3: right by its form, and not to be done. */
  private void meaning() {
    add(
        "badbranch",
        "OPTIONS",
        message -> message.set("Via", "SIP/2.0/UDP " + here + ";branch=z9hG4bK"));
    add("insuf", "INVITE", message -> message.without("Call-ID", "From", "To"));
    add(
        "unkscm",
        "OPTIONS",
        message -> message.start("OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0"));
    add(
        "novelsc",
        "OPTIONS",
        message -> message.start("OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0"));
    add(
        "unksm2",
        "REGISTER",
        message -> {
          message.set("To", "isbn:2983792873");
          message.set("From", "<http://www.example.com>;tag=3234233");
        });
    add(
        "bext01",
        "OPTIONS",
        message -> {
          message.set("Require", "nothingSupportsThis, nothingSupportsThisEither");
          message.set("Proxy-Require", "noProxiesSupportThis");
        });
    add(
        "invut",
        "INVITE",
        message -> {
          message.set("Content-Type", "application/unknownformat");
          message.body("<audio>\r\n <pcmu port=\"443\"/>\r\n</audio>\r\n");
        });
    add(
        "regaut01",
        "REGISTER",
        message -> message.set("Authorization", "NoOneKnowsThisScheme opaque-data=here"));
    add(
        "multi01",
        "INVITE",
        message -> {
          message.set("CSeq ", "59 INVITE");
          message.set("Call-ID ", "multi01.98asdh@192.0.2.1");
          message.set("From ", "sip:caller@" + here + ";tag=3413415");
          message.set("Max-Forwards ", "5");
          message.set("To ", "sip:user@" + there);
        });
    add("mcl01", "OPTIONS", message -> message.set("Content-Length ", "5"));
    response("bcast", "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23");
    add("zeromf", "OPTIONS", message -> message.set("Max-Forwards", "0"));
    add(
        "cparam01",
        "REGISTER",
        message -> message.set("Contact", "sip:+19725552222@" + here + ";unknownparam"));
    add(
        "cparam02",
        "REGISTER",
        message -> message.set("Contact", "<sip:+19725552222@" + here + ";unknownparam>"));
    add(
        "regescrt",
        "REGISTER",
        message ->
            message.set("Contact", "<sip:user@" + here + "?Route=%3Csip:sip.example.com%3E>"));
    add(
        "sdp01",
        "INVITE",
        message -> {
          message.set("Accept", "text/nobodyKnowsThis");
          message.set("Content-Type", "application/sdp");
          message.body(
              "v=0\r\no=mhandley 29739 7272939 IN IP4 192.0.2.5\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\nm=audio 0 RTP/AVP\r\nm=video 3227 RTP/AVP 31\r\na=rtpmap:31 LPC\r\n");
        });
  }

  /** RFC 4475, 3.4: of before RFC 3261. */
  private void older() {
    add(
        "inv2543",
        "INVITE",
        message -> {
          message.set("Via", "SIP/2.0/UDP " + here);
          message.without("Max-Forwards", "Contact");
          message.set("Record-Route", "<sip:UserB@example.com;maddr=ss1.example.com>");
        });
  }

  private void add(String name, String method, Consumer<Message> change) {
    Message message = plain(method);
    change.accept(message);
    all.put(name, bytes(message.text()));
  }

  private void response(String name, String start) {
    Message message = plain("OPTIONS");
    message.start(start);
    all.put(name, bytes(message.text()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A request that nothing is wrong with, to somebody who is not there. */
  Message plain(String method) {
    next++;
    Message message = new Message(method + " sip:nobody@" + there + " SIP/2.0");
    message.set("Via", "SIP/2.0/UDP " + here + ";rport;branch=z9hG4bK" + unique + next);
    message.set("Max-Forwards", "70");
    message.set("From", "<sip:caller@" + here + ">;tag=" + unique + next);
    message.set("To", "<sip:nobody@" + there + ">");
    message.set("Call-ID", unique + next + "@" + here);
    message.set("CSeq", "1 " + method);
    message.set("Contact", "<sip:caller@" + here + ">");
    return message;
  }

  /** A message that is being made. */
  static final class Message {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String start;
    private String body = "";
    private String length = "";

    private Message(String start) {
      this.start = start;
    }

    void start(String line) {
      start = line;
    }

    void set(String header, String value) {
      headers.put(header, value);
    }

    void without(String... names) {
      List.of(names).forEach(headers::remove);
    }

    void body(String text) {
      body = text;
    }

    /** Whatever the body is. */
    void length(String value) {
      length = value;
    }

    String text() {
      List<String> lines = new ArrayList<>(List.of(start));
      headers.forEach((name, value) -> lines.add(name.stripTrailing() + ": " + value));
      String told = length.isEmpty() ? String.valueOf(body.length()) : length;
      lines.add("Content-Length: " + told);
      return String.join("\r\n", lines) + "\r\n\r\n" + body;
    }
  }
}
