package dev.baton.signin;

import dev.baton.problem.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** The answers of those who let nobody pass: sign in first, you may not, that is no request. */
@Component
class Guards {

  private final ProblemAnswers answers;

  Guards(ProblemAnswers answers) {
    this.answers = answers;
  }

  /** 401; the scheme tells a client how to sign in, and a browser whether to ask for a password. */
  AuthenticationEntryPoint signInFirst(String scheme) {
    return (request, response, problem) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme + " realm=\"Baton\"");
      answers.write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "not-signed-in",
          request.getHeader(HttpHeaders.AUTHORIZATION) == null
              ? "Sign in first"
              : "Name or password is wrong");
    };
  }

  AccessDeniedHandler youMayNot() {
    return (request, response, problem) ->
        answers.write(
            request, response, HttpStatus.FORBIDDEN, "refused", "Your roles do not allow this");
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
