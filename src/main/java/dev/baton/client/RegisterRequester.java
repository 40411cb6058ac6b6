package dev.baton.client;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a requester together with the sign-in, both or neither. */
@Service
public class RegisterRequester {

  private final ClientDirectory clients;
  private final RequesterSignIns signIns;
  private final AuditTrail trail;

  RegisterRequester(ClientDirectory clients, RequesterSignIns signIns, AuditTrail trail) {
    this.clients = clients;
    this.signIns = signIns;
    this.trail = trail;
  }

  /**
   * Registers the requester, or brings the one with the same address up to date. Without a sign-in
   * name they cannot sign in, nor any longer with the one they had; a null password leaves the one
   * that there is.
   *
   * @throws dev.baton.web.validation.InvalidInput naming the field that is not accepted
   */
  @Transactional
  @RequiresPermission(Permission.REGISTER_REQUESTERS)
  public RequesterView register(RequesterView requester, String password) {
    Optional<RequesterView> before = clients.requester(requester.clientId(), requester.email());
    RequesterView registered = clients.register(requester);
    record(before, registered, password != null);
    before
        .map(RequesterView::login)
        .filter(former -> !former.equals(registered.login()))
        .ifPresent(signIns::withdrawRequester);
    if (registered.login() != null) {
      signIns.allowRequester(registered.login(), registered.name(), registered.email(), password);
    }
    return registered;
  }

  private void record(Optional<RequesterView> before, RequesterView now, boolean hasNewPassword) {
    String words = before.map(known -> changes(known, now)).orElse("Registered: " + now.name());
    if (hasNewPassword) {
      words = (words.isEmpty() ? "" : words + "; ") + "the password was set";
    }
    if (!words.isEmpty()) {
      trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "requester " + now.id(), words));
    }
  }

  private static String changes(RequesterView before, RequesterView now) {
    return new AuditedChanges()
        .of("name", before.name(), now.name())
        .of("phone", before.phone(), now.phone())
        .of("VIP", before.vip(), now.vip())
        .of("username", before.login(), now.login())
        .words();
  }
}
