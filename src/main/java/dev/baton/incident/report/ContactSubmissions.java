package dev.baton.incident.report;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.IncidentNumber;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Recognises a form "Log a contact" that is submitted twice, by a second click or after a lost
 * connection. Works in the transaction that logs the contact, so neither exists without the other.
 */
@Service
public class ContactSubmissions {

  /** The field of the form's token. */
  public static final String FIELD = "formToken";

  private static final String PREFIX = "form:";

  /** The form may have been corrected before it was submitted again; what counts is its token. */
  private static final String ANY_CONTENT = "0".repeat(64);

  private final IdempotencyKeys keys;
  private final ActingPerson actingPerson;

  /** The form was submitted before; the message names its incident, if it has one. */
  public static final class AlreadyLogged extends InvalidInput {

    private static final long serialVersionUID = 1L;

    private final transient IncidentNumber incident;

    AlreadyLogged(IncidentNumber incident) {
      super(
          FIELD,
          incident == null
              ? LocalizableText.of("refused.contact.logged")
              : LocalizableText.of("refused.contact.loggedAs", incident.value()));
      this.incident = incident;
    }

    /** What was opened at first; empty for a contact without an incident. */
    public Optional<IncidentNumber> incident() {
      return Optional.ofNullable(incident);
    }
  }

  ContactSubmissions(IdempotencyKeys keys, ActingPerson actingPerson) {
    this.keys = keys;
    this.actingPerson = actingPerson;
  }

  /**
   * Waits for another transaction that has just claimed the token.
   *
   * @param token 8 to 64 letters, digits and hyphens; null for a form without one
   * @throws AlreadyLogged if a contact was logged with the token before
   * @throws InvalidInput if it is not a token
   */
  public void claim(String token) {
    if (token == null) {
      return;
    }
    if (!token.matches("[A-Za-z0-9-]{8,64}")) {
      throw new InvalidInput(FIELD, LocalizableText.of("refused.formToken"));
    }
    if (!keys.take(key(token))) {
      throw new AlreadyLogged(keys.numberIfAny(key(token)).orElse(null));
    }
  }

  /** Keeps the incident that was opened with the token. */
  public void remember(String token, IncidentNumber number) {
    if (token != null) {
      keys.remember(key(token), number.value());
    }
  }

  private IdempotencyKey key(String token) {
    return new IdempotencyKey(actingPerson.current().name(), PREFIX + token, ANY_CONTENT);
  }
}
