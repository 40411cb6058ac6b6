package dev.baton.client;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds and registers clients, their services and their requesters. */
@Service
public class ClientDirectory {

  /** The client with this code or name, in any case. */
  public Optional<ClientView> find(String codeOrName) {
    throw new UnsupportedOperationException();
  }

  public ClientView client(long id) {
    throw new UnsupportedOperationException();
  }

  /** All clients by name. */
  public List<ClientView> clients() {
    throw new UnsupportedOperationException();
  }

  /** The requester with this address at this client. */
  public Optional<RequesterView> requester(long clientId, String email) {
    throw new UnsupportedOperationException();
  }

  /** Every requester with this address, at whichever client. */
  public List<RequesterView> requestersWith(String email) {
    throw new UnsupportedOperationException();
  }

  public RequesterView requester(long id) {
    throw new UnsupportedOperationException();
  }

  /** The requester who signs in with this name. */
  public Optional<RequesterView> requesterWithLogin(String login) {
    throw new UnsupportedOperationException();
  }

  /**
   * The requester with this address at this client, registered now if unknown; a phone number or a
   * name that was missing is filled in. Without an address the name (and phone) identify nobody, so
   * a new person is registered.
   */
  public RequesterView requesterFor(long clientId, String name, String email, String phone) {
    throw new UnsupportedOperationException();
  }

  /** The client's service with this code or name, in any case. */
  public Optional<ServiceView> service(long clientId, String codeOrName) {
    throw new UnsupportedOperationException();
  }

  public List<ServiceView> services(long clientId) {
    throw new UnsupportedOperationException();
  }

  /** Registers a client, or brings the one with the same code up to date; id is ignored. */
  public ClientView register(ClientView client) {
    throw new UnsupportedOperationException();
  }

  public ServiceView registerService(long clientId, String code, String name) {
    throw new UnsupportedOperationException();
  }

  /** Registers a requester, or brings the one with the same address up to date; id is ignored. */
  public RequesterView register(RequesterView requester) {
    throw new UnsupportedOperationException();
  }
}
