package dev.baton.signin;

import dev.baton.engine.EngineSignIn.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated person, as Spring Security sees them: each group is a role. */
final class SignedInToken {

  private SignedInToken() {}

  /**
   * @param limits further authorities, which narrow what the roles allow
   */
  static Authentication of(SignedIn person, String... limits) {
    List<SimpleGrantedAuthority> authorities =
        Stream.concat(person.groups().stream().map(group -> "ROLE_" + group), Stream.of(limits))
            .map(SimpleGrantedAuthority::new)
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(person.login(), null, authorities);
  }
}
