package dev.baton.signin;

import dev.baton.web.ProblemResponses;
import dev.baton.web.text.LocalizableText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** The responses to refused requests: sign-in required, access denied, or invalid request. */
@Component
class AccessDeniedResponses {

  private static final Set<String> LOOKING = Set.of("GET", "HEAD");

  private final ProblemResponses answers;

  AccessDeniedResponses(ProblemResponses answers) {
    this.answers = answers;
  }

  /** The sign-in page for browsers, otherwise 401 with the scheme to sign in by. */
  AuthenticationEntryPoint signInFirst() {
    return (request, response, problem) -> {
      if (problem instanceof TooManyAttemptsException tooMany) {
        pause(request, response, tooMany);
      } else if (isBrowsing(request)) {
        response.sendRedirect(RedirectTarget.signInFor(wish(request)));
      } else {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme(request) + " realm=\"Baton\"");
        answers.write(request, response, HttpStatus.UNAUTHORIZED, "not-signed-in", whyNot(request));
      }
    };
  }

  private void pause(
      HttpServletRequest request, HttpServletResponse response, TooManyAttemptsException tooMany)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.pause().toSeconds() + 1));
    answers.write(
        request,
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-tries",
        "Too many failed tries; wait a while and try again");
  }

  private static String whyNot(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return "Sign in first";
    }
    return isBearer(header)
        ? "The token is not valid"
        : "Incorrect username or password. With a second factor, use an API token here.";
  }

  /** Programs send name and password; a browser that is asked for them would open a prompt. */
  private static String scheme(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return isBearer(header) ? "Bearer" : "Basic";
    }
    return request.getHeader("Sec-Fetch-Mode") != null ? "Session" : "Basic";
  }

  private static boolean isBearer(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith("bearer ");
  }

  /** Whether a person opens a page, as opposed to a script or program that fetches something. */
  private static boolean isBrowsing(HttpServletRequest request) {
    if (!LOOKING.contains(request.getMethod())
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || !acceptsPages(request)) {
      return false;
    }
    String mode = request.getHeader("Sec-Fetch-Mode");
    return mode == null ? !isForPrograms(request) : mode.equals("navigate");
  }

  private static boolean acceptsPages(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }

  private static boolean isForPrograms(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/api/")
        || path.startsWith("/engine-rest/")
        || path.startsWith("/actuator")
        || path.startsWith("/camunda/api/");
  }

  private static String wish(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  AccessDeniedHandler youMayNot() {
    return (request, response, problem) -> {
      boolean isForged = problem instanceof CsrfException;
      if (isForged
          && request.getRequestURI().equals(RedirectTarget.SIGN_IN)
          && acceptsPages(request)) {
        response.sendRedirect(RedirectTarget.SIGN_IN + "?again");
        return;
      }
      if (isForged
          && SecurityContextHolder.getContext().getAuthentication() == null
          && !isSignIn(request)) {
        // The session has ended, and its token with it.
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme(request) + " realm=\"Baton\"");
        answers.write(request, response, HttpStatus.UNAUTHORIZED, "not-signed-in", whyNot(request));
        return;
      }
      answers.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          isForged ? "forged" : "refused",
          LocalizableText.of(isForged ? "refused.request.forged" : "refused.request.roles"));
    };
  }

  private static boolean isSignIn(HttpServletRequest request) {
    return request.getRequestURI().startsWith(RedirectTarget.SIGN_IN)
        || request.getRequestURI().equals("/sign-out");
  }

  RequestRejectedHandler noRequest() {
    return (request, response, problem) ->
        answers.write(
            request,
            response,
            HttpStatus.BAD_REQUEST,
            "unreadable",
            "The address or method is not one that the desk accepts");
  }
}
