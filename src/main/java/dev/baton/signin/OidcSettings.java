package dev.baton.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A provider that signs people in by OpenID Connect: {@code baton.oidc}. Disabled without an
 * issuer.
 *
 * @param issuer its URL, from which the rest is discovered
 * @param name what the button on the sign-in page calls it
 * @param loginClaim the claim that holds the sign-in name at the desk
 */
@ConfigurationProperties("baton.oidc")
public record OidcSettings(
    String issuer, String clientId, String clientSecret, String name, String loginClaim) {

  public OidcSettings {
    issuer = text(issuer, "");
    clientId = text(clientId, "baton");
    clientSecret = text(clientSecret, "");
    name = text(name, "OpenID Connect");
    loginClaim = text(loginClaim, "preferred_username");
  }

  public boolean isOn() {
    return !issuer.isEmpty();
  }

  private static String text(String given, String otherwise) {
    return given == null || given.isBlank() ? otherwise : given.strip();
  }
}
