package dev.baton.client;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a requester together with the sign-in, both or neither. */
@Service
public class RegisterRequester {

  private final ClientDirectory clients;
  private final RequesterSignIns signIns;

  RegisterRequester(ClientDirectory clients, RequesterSignIns signIns) {
    this.clients = clients;
    this.signIns = signIns;
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
    Optional<String> formerLogin =
        clients.requester(requester.clientId(), requester.email()).map(RequesterView::login);
    RequesterView registered = clients.register(requester);
    formerLogin
        .filter(former -> !former.equals(registered.login()))
        .ifPresent(signIns::withdrawRequester);
    if (registered.login() != null) {
      signIns.allowRequester(registered.login(), registered.name(), registered.email(), password);
    }
    return registered;
  }
}
