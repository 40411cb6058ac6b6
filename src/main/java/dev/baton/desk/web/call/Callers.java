package dev.baton.desk.web.call;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recognises the caller by what stands in the form. */
@Component
@Transactional(readOnly = true)
class Callers {

  private static final int MOST = 12;

  private final ClientDirectory clients;

  Callers(ClientDirectory clients) {
    this.clients = clients;
  }

  /**
   * The person with this address, or else with this name at this client.
   *
   * @param client code or name; may be empty if the address is known
   * @param phone tells people of the same name apart; may be empty
   */
  Optional<RequesterView> find(String client, String email, String name, String phone) {
    Optional<ClientView> known = clients.find(client);
    if (!CallForm.isEmpty(email)) {
      return known.isPresent()
          ? clients.requester(known.get().id(), email)
          : clients.requestersWith(email).stream().findFirst();
    }
    return known.filter(of -> !CallForm.isEmpty(name)).flatMap(of -> named(of, name, phone));
  }

  private Optional<RequesterView> named(ClientView client, String name, String phone) {
    return clients.people(name, client.id(), MOST).stream()
        .filter(person -> person.clientId() == client.id())
        .filter(person -> name.strip().equalsIgnoreCase(person.name()))
        .filter(person -> CallForm.isEmpty(phone) || phone.strip().equals(person.phone()))
        .findFirst();
  }
}
