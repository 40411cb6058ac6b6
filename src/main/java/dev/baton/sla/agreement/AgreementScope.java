package dev.baton.sla.agreement;

import dev.baton.client.Tier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whom an agreement is for. As a string, it is English.
 *
 * @param client code; null for every client
 * @param service null for every service
 * @param tier null for every tier
 */
public record AgreementScope(String client, String service, Tier tier) {

  /** Such as {@code for client acme, tier GOLD}. */
  @Override
  public String toString() {
    List<String> named =
        Stream.of(
                client == null ? null : "client " + client,
                service == null ? null : "service " + service,
                tier == null ? null : "tier " + tier)
            .filter(Objects::nonNull)
            .toList();
    return named.isEmpty() ? "for every client" : "for " + String.join(", ", named);
  }
}
