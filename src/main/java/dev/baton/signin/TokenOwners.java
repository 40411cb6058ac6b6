package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.Known;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the person a token signs in: its owner, if they can sign in and still have the password
 * under which the token was created.
 */
@Component
class TokenOwners {

  private final ApiTokens tokens;
  private final UserCache people;
  private final SignInLog log;

  TokenOwners(ApiTokens tokens, UserCache people, SignInLog log) {
    this.tokens = tokens;
    this.people = people;
    this.log = log;
  }

  /** Empty for a token of a password that someone else has replaced; the token is then revoked. */
  Optional<Known> of(ApiTokens.Token token) {
    Optional<Known> known = people.find(token.login()).filter(token::isOf);
    return known.isPresent() ? known : ofNow(token);
  }

  /** The cached data of a person may be older than the token. */
  private Optional<Known> ofNow(ApiTokens.Token token) {
    Optional<Known> owner = people.findAnew(token.login());
    Optional<Known> known =
        owner.filter(it -> tokens.find(token.id()).filter(now -> now.isOf(it)).isPresent());
    if (owner.isPresent() && known.isEmpty()) {
      tokens.endOutdated(token.login());
    }
    return known;
  }

  /** Records access by the owner's program, once per hour. */
  void cameIn(ApiTokens.Token token, String address) {
    tokens.used(token);
    log.noteInTheHour(
        AuditKind.SIGNED_IN,
        token.login(),
        "Requests with token %d from %s".formatted(token.id(), address));
  }
}
