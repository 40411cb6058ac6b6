package dev.baton.signin;

import dev.baton.engine.EngineSignIn.SignedIn;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs the engine's users in who send name and password with each request. Whoever has a second
 * factor, or must have one, cannot: a password alone is no proof of theirs.
 */
@Component
class EngineUsers implements AuthenticationProvider {

  private final RecentSignIns recent;
  private final PasswordCheck passwords;
  private final Accounts accounts;
  private final RequiredSecondFactor required;

  EngineUsers(
      RecentSignIns recent,
      PasswordCheck passwords,
      Accounts accounts,
      RequiredSecondFactor required) {
    this.recent = recent;
    this.passwords = passwords;
    this.accounts = accounts;
    this.required = required;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String login = given.getName();
    String password = String.valueOf(given.getCredentials());
    Accounts.Standing standing = accounts.standing(login);
    if (login.isBlank() || password.isEmpty() || standing.hasSecondFactor()) {
      throw wrong();
    }
    SignedIn person =
        recent
            .check(
                login,
                password,
                standing.revision(),
                () -> checked(login, password, addressOf(given)))
            .filter(it -> !required.isAskedOf(it.groups()))
            .orElseThrow(EngineUsers::wrong);
    return SignedInToken.of(person);
  }

  private Optional<SignedIn> checked(String login, String password, String address) {
    PasswordCheck.Outcome outcome = passwords.check(login, password, address);
    outcome
        .pause()
        .ifPresent(
            pause -> {
              throw new TooManyTries(pause);
            });
    return outcome.person();
  }

  private static BadCredentialsException wrong() {
    return new BadCredentialsException("Name or password is wrong");
  }

  private static String addressOf(Authentication given) {
    return given.getDetails() instanceof WebAuthenticationDetails details
        ? Address.of(details.getRemoteAddress())
        : "unknown";
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
