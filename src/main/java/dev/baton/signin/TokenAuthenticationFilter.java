package dev.baton.signin;

import dev.baton.access.TokenScope;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates requests that carry an API token. {@link TokenPaths} decides which paths a token
 * opens. The reason why a token is invalid only appears in the log.
 */
class TokenAuthenticationFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(TokenAuthenticationFilter.class);

  private static final String BEARER = "bearer ";

  private final ApiTokens tokens;
  private final TokenOwners owners;
  private final AuthenticationEntryPoint signInFirst;
  private final ProblemResponses answers;
  private final Clock clock;

  TokenAuthenticationFilter(
      ApiTokens tokens,
      TokenOwners owners,
      AuthenticationEntryPoint signInFirst,
      ProblemResponses answers,
      Clock clock) {
    this.tokens = tokens;
    this.owners = owners;
    this.signInFirst = signInFirst;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return text(request) == null || SecurityConfiguration.ALERTS.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiTokens.Token> token = tokens.withText(text(request)).filter(this::isGood);
    Optional<Known> person = token.flatMap(owners::of);
    if (person.isEmpty()) {
      signInFirst.commence(
          request, response, new BadCredentialsException("The token is not valid"));
    } else if (!TokenPaths.areOpen(token.get().scopes(), request)) {
      answers.write(
          request, response, HttpStatus.FORBIDDEN, "refused", "This token does not open that");
    } else {
      owners.cameIn(token.get(), ClientAddress.of(request));
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          SignedInToken.of(
              person.get().signedIn(),
              token.get().scopes().stream().map(TokenScope::authority).toArray(String[]::new)));
      SecurityContextHolder.setContext(context);
      chain.doFilter(request, response);
    }
  }

  private boolean isGood(ApiTokens.Token token) {
    boolean isGood = token.isGoodAt(clock.instant());
    if (!isGood) {
      log.info(
          "Token {} of {} was refused: {}",
          token.id(),
          token.login(),
          token.revokedAt() == null ? "expired" : "revoked");
    }
    return isGood;
  }

  private static String text(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
