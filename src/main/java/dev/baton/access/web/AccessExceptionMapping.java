package dev.baton.access.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.access.PermissionDenied;
import dev.baton.web.ExceptionMapping;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** 403 for what a person may not do. */
@Component
class AccessExceptionMapping implements ExceptionMapping {

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    if (exception instanceof PermissionDenied) {
      return Optional.of(problem(HttpStatus.FORBIDDEN, "refused", exception.getMessage()));
    }
    return Optional.empty();
  }
}
