package dev.baton.signin.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.access.TokenScope;
import dev.baton.signin.ApiTokens;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Request and response bodies of the API for tokens and second factors, and their refusals. */
final class SignInBodies {

  private SignInBodies() {}

  /** A token to create. */
  @Schema(name = "NewToken")
  record NewToken(
      @Schema(description = "What it is for", example = "Nightly report") String name,
      @Schema(description = "What it may do, within your roles") Set<TokenScope> scopes,
      @Schema(description = "How long it is good, at most 366; 90 if left out", example = "90")
          Integer days,
      @Schema(
              description =
                  "Your password, where a session asks; not needed with Basic, or within five"
                      + " minutes of confirming it")
          String password) {

    /** Omits the password, since the text may end up in a log. */
    @Override
    public String toString() {
      return "NewToken[" + name + ", " + scopes + ", " + days + "]";
    }
  }

  /** A token; its text is only present when it has just been created. */
  @Schema(name = "Token")
  record TokenBody(
      long id,
      String name,
      Set<TokenScope> scopes,
      Instant madeAt,
      Instant expiresAt,
      Instant usedAt,
      Instant revokedAt,
      @Schema(description = "Told once, when it is made") String token) {

    static TokenBody of(ApiTokens.Token token, String text) {
      return new TokenBody(
          token.id(),
          token.name(),
          token.scopes(),
          token.madeAt(),
          token.expiresAt(),
          token.usedAt(),
          token.revokedAt(),
          text);
    }
  }

  static ErrorResponseException invalid(String field, String reason) {
    ProblemDetail answer =
        problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", field + " " + reason);
    answer.setProperty("errors", List.of(Map.of("field", field, "reason", reason)));
    return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, answer, null);
  }

  static ErrorResponseException paused() {
    HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
    return new ErrorResponseException(
        status,
        problem(status, "too-many-tries", "Too many failed tries; wait a while and try again"),
        null);
  }

  static ErrorResponseException unknown(String kind, String what) {
    ProblemDetail answer =
        problem(HttpStatus.NOT_FOUND, "unknown-" + kind, "There is no " + kind + " " + what);
    return new ErrorResponseException(HttpStatus.NOT_FOUND, answer, null);
  }
}
