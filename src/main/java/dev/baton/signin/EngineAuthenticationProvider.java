package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.SignedIn;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in engine users who send name and password with each request. People who have or need a
 * second factor cannot sign in this way, since a password alone is not enough. Their attempts count
 * and are answered like those with a wrong password.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

  private final RecentSignIns recent;
  private final PasswordCheck passwords;
  private final AccountRevisions accounts;
  private final RequiredSecondFactor required;
  private final SignInLog log;

  EngineAuthenticationProvider(
      RecentSignIns recent,
      PasswordCheck passwords,
      AccountRevisions accounts,
      RequiredSecondFactor required,
      SignInLog log) {
    this.recent = recent;
    this.passwords = passwords;
    this.accounts = accounts;
    this.required = required;
    this.log = log;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String login = SignInName.of(given.getName());
    String password = String.valueOf(given.getCredentials());
    String address = addressOf(given);
    AccountRevisions.Standing standing = accounts.standing(login);
    SignedIn person =
        recent
            .check(
                login,
                password,
                standing.revision(),
                () -> checked(login, password, address, standing))
            .filter(it -> !required.isAskedOf(it.groups()))
            .orElseThrow(EngineAuthenticationProvider::wrong);
    log.noteInTheHour(
        AuditKind.SIGNED_IN, person.login(), "Requests with name and password from " + address);
    return SignedInToken.of(person);
  }

  private Optional<SignedIn> checked(
      String login, String password, String address, AccountRevisions.Standing standing) {
    PasswordCheck.Outcome outcome =
        passwords.check(
            login,
            password,
            address,
            person -> !standing.hasSecondFactor() && !required.isAskedOf(person.groups()));
    outcome
        .pause()
        .ifPresent(
            pause -> {
              throw new TooManyAttemptsException(pause);
            });
    return outcome.person();
  }

  private static BadCredentialsException wrong() {
    return new BadCredentialsException("Name or password is wrong");
  }

  private static String addressOf(Authentication given) {
    return given.getDetails() instanceof WebAuthenticationDetails details
        ? ClientAddress.of(details.getRemoteAddress())
        : "unknown";
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
