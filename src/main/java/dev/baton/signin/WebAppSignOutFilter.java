package dev.baton.signin;

import dev.baton.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes "sign out" in a web application end the desk's session, and disables the applications' own
 * sign-in, which does not know second factors.
 */
class WebAppSignOutFilter extends OncePerRequestFilter {

  private static final FullPathRequestMatcher LOGIN =
      FullPathRequestMatcher.any("/camunda/api/admin/auth/user/{e}/login/**");
  private static final FullPathRequestMatcher LOGOUT =
      FullPathRequestMatcher.posting("/camunda/api/admin/auth/user/{e}/logout");

  private final SignOut leaving;
  private final ProblemResponses answers;

  WebAppSignOutFilter(SignOut leaving, ProblemResponses answers) {
    this.leaving = leaving;
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (LOGIN.matches(request)) {
      answers.write(request, response, HttpStatus.FORBIDDEN, "refused", "Sign in at /sign-in");
    } else if (LOGOUT.matches(request)) {
      leaving.announce(request, response);
      // The browser continues as soon as it has the response, so the session must have ended by
      // then.
      ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
      chain.doFilter(request, held);
      if (held.getStatus() < HttpStatus.MULTIPLE_CHOICES.value()) {
        leaving.leave(request);
      }
      held.copyBodyToResponse();
    } else {
      chain.doFilter(request, response);
    }
  }
}
