package dev.baton.client;

import dev.baton.web.validation.FieldChecks;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A service that a client uses, as it is stored. */
@Entity
class ClientService {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private long clientId;
  private String code;
  private String name;

  protected ClientService() {}

  ClientService(long clientId, String code) {
    this.clientId = clientId;
    this.code = code;
  }

  boolean hasCode(String given) {
    return code.equalsIgnoreCase(given);
  }

  void rename(String newName) {
    this.name = FieldChecks.text("name", "service-name", newName, 200);
  }

  ServiceView view() {
    return new ServiceView(id, clientId, code, name);
  }
}
