package dev.baton.client;

import dev.baton.web.validation.FieldChecks;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A requester as it is stored. */
@Entity
class Requester {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private long clientId;
  private String name;
  private String email;
  private String phone;
  private boolean vip;
  private String login;

  /** The database derives it from the phone number. */
  @Column(insertable = false, updatable = false)
  private String phoneDigits;

  protected Requester() {}

  Requester(long clientId, String name, String email, String phone) {
    this.clientId = clientId;
    this.name = name;
    this.email = email;
    this.phone = phone;
  }

  /** Fills in what was not known of the person; what is known stays. */
  void complete(String givenName, String givenPhone) {
    if (name == null) {
      name = givenName;
    }
    if (phone == null) {
      phone = givenPhone;
    }
  }

  void bringUpToDate(RequesterView view) {
    this.name = FieldChecks.text("name", "requester-name", view.name(), 200);
    this.phone = FieldChecks.optionalText("phone", "phone", view.phone(), 64);
    this.vip = view.vip();
    this.login = FieldChecks.optionalText("login", "login", view.login(), 64);
  }

  RequesterView view() {
    return new RequesterView(id, clientId, name, email, phone, vip, login);
  }
}
