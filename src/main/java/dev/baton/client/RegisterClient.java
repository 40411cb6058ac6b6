package dev.baton.client;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers clients and their services, or brings them up to date; on record. */
@Service
@Transactional
public class RegisterClient {

  private final ClientDirectory clients;
  private final ClientDomains domains;
  private final AuditTrail trail;

  RegisterClient(ClientDirectory clients, ClientDomains domains, AuditTrail trail) {
    this.clients = clients;
    this.domains = domains;
    this.trail = trail;
  }

  @RequiresPermission(Permission.ADMINISTER)
  public ClientView register(ClientView client) {
    ClientView registered = clients.register(client);
    record(
        registered,
        "Registered or updated: %s, %s".formatted(registered.name(), registered.tier()));
    return registered;
  }

  @RequiresPermission(Permission.ADMINISTER)
  public ServiceView registerService(ClientView client, String code, String name) {
    ServiceView service = clients.registerService(client.id(), code, name);
    record(client, "Service %s is called %s".formatted(code, name));
    return service;
  }

  /**
   * @throws IllegalArgumentException for what is no domain
   */
  @RequiresPermission(Permission.ADMINISTER)
  public List<String> setDomains(ClientView client, List<String> given) {
    List<String> set = domains.set(client.id(), given);
    record(
        client,
        set.isEmpty() ? "Mail domains: none set" : "Mail domains: " + String.join(", ", set));
    return set;
  }

  private void record(ClientView client, String words) {
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "client " + client.code(), words));
  }
}
