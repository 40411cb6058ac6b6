package dev.baton.web;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the current request without the host, which is whatever the client claims. */
public final class RequestUri {

  private RequestUri() {}

  /** Path and query. */
  static UriComponentsBuilder whole() {
    return withoutHost(ServletUriComponentsBuilder.fromCurrentRequest());
  }

  /** The path alone. */
  public static UriComponentsBuilder path() {
    return withoutHost(ServletUriComponentsBuilder.fromCurrentRequestUri());
  }

  private static UriComponentsBuilder withoutHost(UriComponentsBuilder address) {
    return address.scheme(null).host(null).port(null);
  }
}
