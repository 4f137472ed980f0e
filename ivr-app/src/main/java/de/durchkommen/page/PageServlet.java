package de.durchkommen.page;

import de.durchkommen.api.WayIn;
import de.durchkommen.api.WebHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** Sends pages, or where to go instead; {@link PageMappings} puts it at their paths. */
public class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int SEE_OTHER = 303;
  private static final Set<String> LOOKING = Set.of("GET", "HEAD");
  private static final String RETRY_SECONDS = "5";

  private transient WayIn people;

  /** For the servlet container, which then calls {@link #begin}. */
  @SuppressWarnings("NullAway")
  public PageServlet() {}

  @Inject
  void begin(WayIn people) {
    this.people = people;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    WebPage page = WebPage.at(request.getServletPath()).orElse(WebPage.START);
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      // web.xml sends here what the server itself would tell in its own words.
      show(page, (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), response);
    } else if (LOOKING.contains(request.getMethod())) {
      reply(page, request, response);
    } else {
      response.setHeader("Allow", "GET, HEAD");
      show(WebPage.MISSING, HttpServletResponse.SC_METHOD_NOT_ALLOWED, response);
    }
  }

  private void reply(WebPage page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reply.Wish wish =
        new Reply.Wish(page, request.getQueryString(), request.getParameter(Onward.PARAMETER));
    Visitor visitor = Visitor.of(request, people);
    switch (Reply.to(wish, visitor, other -> other.isIn(getServletContext()))) {
      case Reply.Led(String address) -> {
        response.setStatus(SEE_OTHER);
        response.setHeader("Location", address);
      }
      case Reply.Shown(WebPage shown, int status) -> show(shown, status, response);
    }
  }

  private void show(WebPage page, int status, HttpServletResponse response) throws IOException {
    Frame frame = new Frame(file(WebPage.PARTS));
    byte[] html = frame.around(file(page.file()), page.path()).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(html.length);
    if (page.isRecording()) {
      response.setHeader("Permissions-Policy", WebHeaders.PERMISSIONS_OF_RECORDING);
    }
    if (page == WebPage.DISTURBED) {
      response.setHeader("Retry-After", RETRY_SECONDS);
    }
    response.getOutputStream().write(html);
  }

  private String file(String path) throws IOException {
    try (InputStream file = getServletContext().getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(file, path).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
