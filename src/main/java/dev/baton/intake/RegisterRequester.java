package dev.baton.intake;

import dev.baton.access.Act;
import dev.baton.access.Needs;
import dev.baton.client.ClientDirectory;
import dev.baton.client.RequesterView;
import dev.baton.staff.SignIns;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a requester together with the sign-in, both or neither. */
@Service
public class RegisterRequester {

  private final ClientDirectory clients;
  private final SignIns signIns;

  RegisterRequester(ClientDirectory clients, SignIns signIns) {
    this.clients = clients;
    this.signIns = signIns;
  }

  /**
   * Registers the requester, or brings the one with the same address up to date. Without a sign-in
   * name they cannot sign in, nor any longer with the one they had; a null password leaves the one
   * that there is.
   *
   * @throws dev.baton.client.InvalidField naming the field that is not accepted
   */
  @Transactional
  @Needs(Act.REGISTER_REQUESTERS)
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
