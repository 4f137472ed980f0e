package de.durchkommen.api;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request as resources see it: with its client, a sound id, and a body that has a limit. */
final class ApiRequest extends HttpServletRequestWrapper {
  private final HttpServletRequest request;
  private final String id;
  private final @Nullable ApiClient client;
  private @Nullable BoundedBody body;

  ApiRequest(HttpServletRequest request, String id) {
    this(request, id, null);
  }

  private ApiRequest(HttpServletRequest request, String id, @Nullable ApiClient client) {
    super(request);
    this.request = request;
    this.id = id;
    this.client = client;
  }

  /** The same, sent by this client. */
  ApiRequest of(ApiClient sender) {
    return new ApiRequest(request, id, sender);
  }

  /** Spares the reading of what is too large by its own word. */
  void refuseLargeBody() {
    if (!isFile() && getContentLengthLong() > ApiLimits.LARGEST_BODY) {
      throw BoundedBody.tooLarge();
    }
  }

  private boolean isFile() {
    return ApiLimits.isFile(Optional.ofNullable(getContentType()).orElse(""));
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (isFile()) {
      return super.getInputStream();
    }
    BoundedBody known = body;
    if (known == null) {
      known = new BoundedBody(super.getInputStream(), ApiLimits.LARGEST_BODY);
      body = known;
    }
    return known;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return client;
  }

  @Override
  public @Nullable String getRemoteUser() {
    return client == null ? null : client.id();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase(RequestId.HEADER) ? id : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(RequestId.HEADER)
        ? Collections.enumeration(Collections.singleton(id))
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Collections.list(super.getHeaderNames()));
    names.add(RequestId.HEADER);
    return Collections.enumeration(names);
  }
}
