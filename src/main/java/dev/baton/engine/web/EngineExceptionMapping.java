package dev.baton.engine.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.web.ExceptionMapping;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** 409 if a flow does not offer an action, or someone else has just changed it. */
@Component
public class EngineExceptionMapping implements ExceptionMapping {

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    if (exception instanceof NotOffered) {
      return Optional.of(problem(HttpStatus.CONFLICT, "not-offered", exception.getMessage()));
    }
    if (exception instanceof FlowConflict) {
      return Optional.of(problem(HttpStatus.CONFLICT, "conflict", exception.getMessage()));
    }
    return Optional.empty();
  }
}
