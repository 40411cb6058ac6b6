package dev.baton.client;

import dev.baton.database.Batches;
import dev.baton.database.LikePattern;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldChecks;
import dev.baton.web.validation.InvalidInput;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds and registers clients, their services and their requesters. What cannot be accepted is
 * refused by an {@link InvalidInput}.
 */
@Service
@Transactional(readOnly = true)
public class ClientDirectory {

  private final Clients clients;
  private final Services services;
  private final Requesters requesters;

  ClientDirectory(Clients clients, Services services, Requesters requesters) {
    this.clients = clients;
    this.services = services;
    this.requesters = requesters;
  }

  /** The client with this code or name, in any case. */
  public Optional<ClientView> find(String codeOrName) {
    return given(codeOrName)
        .flatMap(
            text ->
                clients.named(text).stream()
                    .max(Comparator.comparing(client -> client.hasCode(text))))
        .map(Client::view);
  }

  /**
   * @throws IllegalArgumentException when there is none
   */
  public ClientView client(long id) {
    return clients.findById(id).map(Client::view).orElseThrow(() -> noClient(id));
  }

  /** Several at once, by id; unknown ids are left out. */
  public Map<Long, ClientView> clients(Set<Long> ids) {
    Map<Long, ClientView> found = new HashMap<>();
    for (List<Long> some : Batches.of(ids)) {
      clients.findByIdIn(some).forEach(client -> found.put(client.view().id(), client.view()));
    }
    return found;
  }

  /** All clients by name. */
  public List<ClientView> clients() {
    return clients.findAllByOrderByName().stream().map(Client::view).toList();
  }

  /** The requester with this address at this client. */
  public Optional<RequesterView> requester(long clientId, String email) {
    return address(email)
        .flatMap(text -> requesters.findByClientIdAndEmail(clientId, text))
        .map(Requester::view);
  }

  /** The requesters of this client with this name: one, or two if there are several. */
  public List<RequesterView> requestersNamed(long clientId, String name) {
    return given(name).stream()
        .flatMap(
            text -> requesters.findByClientIdAndNameOrderById(clientId, text, Limit.of(2)).stream())
        .map(Requester::view)
        .toList();
  }

  /** Every requester with this address, at whichever client. */
  public List<RequesterView> requestersWith(String email) {
    return address(email).stream()
        .flatMap(text -> requesters.findByEmailOrderById(text).stream())
        .map(Requester::view)
        .toList();
  }

  /**
   * @throws IllegalArgumentException when there is none
   */
  public RequesterView requester(long id) {
    return requesters
        .findById(id)
        .map(Requester::view)
        .orElseThrow(() -> new IllegalArgumentException("Requester " + id + " does not exist."));
  }

  /** The requester with this id. */
  public Optional<RequesterView> findRequester(long id) {
    return requesters.findById(id).map(Requester::view);
  }

  /**
   * The requesters who have an address, by name.
   *
   * @param text in the name, the address, the phone number or the sign-in name; blank for any
   * @param clientId whose; null for any client's
   */
  public Page<RequesterView> requesters(String text, Long clientId, Pageable page) {
    String pattern = text.isBlank() ? null : LikePattern.containing(text.strip());
    return requesters.list(pattern, clientId, page).map(Requester::view);
  }

  /**
   * People for somebody who types: those whose name, address or phone number begins so. Before
   * there are two characters, the first people of the client.
   *
   * @param clientId whose people come first; null for nobody's
   */
  public List<RequesterView> people(String text, Long clientId, int most) {
    String plain = text == null ? "" : text.strip().replaceAll("[%_\\\\]", "");
    if (plain.length() < 2) {
      return clientId == null ? List.of() : people(clientId, most);
    }
    return requesters
        .beginningWith(
            plain, PhoneDigits.of(plain), clientId == null ? 0 : clientId, Limit.of(most))
        .stream()
        .map(Requester::view)
        .toList();
  }

  private List<RequesterView> people(long clientId, int most) {
    return requesters.findByClientIdAndNameNotNullOrderByName(clientId, Limit.of(most)).stream()
        .map(Requester::view)
        .toList();
  }

  /** The same, of one client alone. */
  public List<RequesterView> peopleOf(long clientId, String text, int most) {
    return people(text, clientId, most).stream()
        .filter(person -> person.clientId() == clientId)
        .toList();
  }

  /** The requester who signs in with this name. */
  public Optional<RequesterView> requesterWithLogin(String login) {
    return given(login).flatMap(requesters::findByLogin).map(Requester::view);
  }

  /**
   * The requester with this address at this client, registered now if unknown; a phone number or a
   * name that was missing is filled in. Without an address, name and phone number together identify
   * somebody who has no address either; otherwise a new person is registered.
   */
  @Transactional
  public RequesterView requesterFor(long clientId, String name, String email, String phone) {
    String address = FieldChecks.address(email);
    String givenName = FieldChecks.optionalText("name", "requester-name", name, 200);
    String givenPhone = FieldChecks.optionalText("phone", "phone", phone, 64);
    if (address == null) {
      return withoutAddress(clientId, givenName, givenPhone)
          .orElseGet(() -> newPerson(clientId, givenName, givenPhone));
    }
    Requester person =
        requesters
            .findByClientIdAndEmail(clientId, address)
            .orElseGet(() -> added(clientId, givenName, address, givenPhone));
    person.complete(givenName, givenPhone);
    return person.view();
  }

  /** The client's service with this code or name, in any case. */
  public Optional<ServiceView> service(long clientId, String codeOrName) {
    return given(codeOrName)
        .flatMap(
            text ->
                services.named(clientId, text).stream()
                    .max(Comparator.comparing(service -> service.hasCode(text))))
        .map(ClientService::view);
  }

  /**
   * Services, by the names of their clients and their own.
   *
   * @param text in a name or the code; blank for any
   * @param clientId whose; null for any client's
   */
  public Page<ServiceView> services(String text, Long clientId, Pageable page) {
    String pattern = text.isBlank() ? null : LikePattern.containing(text.strip());
    return services.list(pattern, clientId, page).map(ClientService::view);
  }

  /** How many clients have a service. */
  public long clientsWithService() {
    return services.countClients();
  }

  /** Whether nobody is served yet. */
  public boolean isEmpty() {
    return clients.count() == 0;
  }

  public List<ServiceView> services(long clientId) {
    return services.findByClientIdOrderByName(clientId).stream().map(ClientService::view).toList();
  }

  /** The services of all clients with the text in their code or name, by name. */
  public List<ServiceName> serviceNames(String text, int most) {
    String pattern = LikePattern.containing(text.strip());
    return services.namesLike(pattern, Limit.of(most));
  }

  /** The names of these services by their codes. */
  public Map<String, String> serviceNames(Collection<String> codes) {
    return codes.isEmpty()
        ? Map.of()
        : services.namesOf(codes).stream()
            .collect(Collectors.toMap(ServiceName::code, ServiceName::name));
  }

  /** The service of this code at any client; of this name if there is no such code. */
  public Optional<ServiceName> serviceNamed(String codeOrName) {
    return given(codeOrName)
        .flatMap(
            text ->
                services.namesOf(text).stream()
                    .max(Comparator.comparing(one -> one.code().equalsIgnoreCase(text))));
  }

  /** Registers a client, or brings the one with the same code up to date; id is ignored. */
  @Transactional
  public ClientView register(ClientView client) {
    String code = FieldChecks.code("code", "client-code", client.code());
    Client stored = clients.findByCode(code).orElseGet(() -> new Client(code));
    refuseNameOfAnother(client, code);
    stored.bringUpToDate(client);
    return clients.save(stored).view();
  }

  /** Registers a service of the client, or renames the one with the same code. */
  @Transactional
  public ServiceView registerService(long clientId, String code, String name) {
    requireClient(clientId);
    String given = FieldChecks.code("code", "service-code", code);
    service(clientId, name)
        .filter(other -> !other.code().equals(given))
        .ifPresent(
            other -> {
              throw new InvalidInput(
                  "name", LocalizableText.of("refused.client.serviceTaken", name, other.code()));
            });
    ClientService stored =
        services
            .findByClientIdAndCode(clientId, given)
            .orElseGet(() -> new ClientService(clientId, given));
    stored.rename(name);
    return services.save(stored).view();
  }

  /** Registers a requester, or brings the one with the same address up to date; id is ignored. */
  @Transactional
  public RequesterView register(RequesterView requester) {
    requireClient(requester.clientId());
    String address =
        FieldChecks.text("email", "email", FieldChecks.address(requester.email()), 320);
    Requester stored =
        requesters
            .findByClientIdAndEmail(requester.clientId(), address)
            .orElseGet(() -> new Requester(requester.clientId(), null, address, null));
    refuseLoginOfAnother(requester, address);
    stored.bringUpToDate(requester);
    return requesters.save(stored).view();
  }

  private Optional<RequesterView> withoutAddress(long clientId, String name, String phone) {
    String digits = phone == null ? "" : PhoneDigits.of(phone);
    return name == null || digits.isEmpty()
        ? Optional.empty()
        : requesters.withoutAddress(clientId, name, digits, Limit.of(1)).stream()
            .findFirst()
            .map(Requester::view);
  }

  private RequesterView newPerson(long clientId, String name, String phone) {
    if (name == null && phone == null) {
      throw new InvalidInput("email", LocalizableText.of("refused.requester.nothing"));
    }
    return requesters.save(new Requester(clientId, name, null, phone)).view();
  }

  private Requester added(long clientId, String name, String address, String phone) {
    requesters.addUnlessKnown(clientId, name, address, phone);
    return requesters.findByClientIdAndEmail(clientId, address).orElseThrow();
  }

  private void refuseNameOfAnother(ClientView client, String code) {
    find(client.name())
        .filter(other -> !other.code().equals(code))
        .ifPresent(
            other -> {
              throw new InvalidInput(
                  "name", LocalizableText.of("refused.client.taken", client.name(), other.code()));
            });
  }

  private void refuseLoginOfAnother(RequesterView requester, String address) {
    requesterWithLogin(requester.login())
        .filter(other -> other.clientId() != requester.clientId() || !address.equals(other.email()))
        .ifPresent(
            other -> {
              throw new InvalidInput(
                  "login",
                  LocalizableText.of(
                      "refused.client.login", other.login(), String.valueOf(other.email())));
            });
  }

  private void requireClient(long id) {
    if (!clients.existsById(id)) {
      throw noClient(id);
    }
  }

  private static IllegalArgumentException noClient(long id) {
    return new IllegalArgumentException("Client " + id + " does not exist.");
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }

  private static Optional<String> address(String email) {
    return given(email).map(text -> text.toLowerCase(Locale.ROOT));
  }
}
