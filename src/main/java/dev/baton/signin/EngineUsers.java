package dev.baton.signin;

import dev.baton.engine.EngineSignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs in the engine's users; each of their groups is a role. */
@Component
class EngineUsers implements AuthenticationProvider {

  private final RecentSignIns signIns;

  EngineUsers(RecentSignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String login = given.getName();
    String password = String.valueOf(given.getCredentials());
    EngineSignIn.SignedIn person =
        signIns
            .check(login, password)
            .orElseThrow(() -> new BadCredentialsException("Name or password is wrong"));
    return UsernamePasswordAuthenticationToken.authenticated(
        person.login(),
        null,
        person.groups().stream()
            .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
            .toList());
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
