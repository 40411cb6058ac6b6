package dev.baton.client;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import java.util.List;
import java.util.Optional;
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
    Optional<ClientView> before =
        clients.find(client.code()).filter(known -> known.code().equals(client.code()));
    ClientView registered = clients.register(client);
    record(
        registered,
        before
            .map(known -> changes(known, registered))
            .orElse("Registered: %s, %s".formatted(registered.name(), registered.tier())));
    return registered;
  }

  private static String changes(ClientView before, ClientView now) {
    return new AuditedChanges()
        .of("name", before.name(), now.name())
        .of("tier", before.tier(), now.tier())
        .of("zone", before.zone(), now.zone())
        .of("language", before.language(), now.language())
        .of("confirmation days", before.confirmationDays(), now.confirmationDays())
        .of("confirmation unit", before.confirmationUnit(), now.confirmationUnit())
        .of("reminders", before.reminders(), now.reminders())
        .of("days between reminders", before.reminderDays(), now.reminderDays())
        .words();
  }

  @RequiresPermission(Permission.ADMINISTER)
  public ServiceView registerService(ClientView client, String code, String name) {
    String before = clients.service(client.id(), code).map(ServiceView::name).orElse(null);
    ServiceView service = clients.registerService(client.id(), code, name);
    record(client, new AuditedChanges().of("service " + code, before, service.name()).words());
    return service;
  }

  /**
   * @throws dev.baton.web.validation.InvalidInput for what is no domain
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
    if (words.isEmpty()) {
      return;
    }
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "client " + client.code(), words));
  }
}
