package dev.baton.intake.internal.api;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the current request without the host, which is whatever the client claims. */
final class OwnAddress {

  private OwnAddress() {}

  /** Path and query. */
  static UriComponentsBuilder whole() {
    return withoutHost(ServletUriComponentsBuilder.fromCurrentRequest());
  }

  /** The path alone. */
  static UriComponentsBuilder path() {
    return withoutHost(ServletUriComponentsBuilder.fromCurrentRequestUri());
  }

  private static UriComponentsBuilder withoutHost(UriComponentsBuilder address) {
    return address.scheme(null).host(null).port(null);
  }
}
