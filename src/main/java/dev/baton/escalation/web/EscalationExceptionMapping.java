package dev.baton.escalation.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.escalation.UnknownEscalation;
import dev.baton.web.ExceptionMapping;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** 404 for an escalation that does not exist. */
@Component
class EscalationExceptionMapping implements ExceptionMapping {

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    if (exception instanceof UnknownEscalation) {
      return Optional.of(
          problem(HttpStatus.NOT_FOUND, "unknown-escalation", exception.getMessage()));
    }
    return Optional.empty();
  }
}
