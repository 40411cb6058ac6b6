package dev.baton.flow.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.engine.release.RefusedRelease;
import dev.baton.web.ExceptionMapping;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** 422 with each error that the checks have found. */
@Component
class FlowExceptionMapping implements ExceptionMapping {

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    if (!(exception instanceof RefusedRelease refused)) {
      return Optional.empty();
    }
    ProblemDetail answer =
        problem(HttpStatus.UNPROCESSABLE_ENTITY, "refused-release", refused.getMessage());
    answer.setProperty(
        "errors", refused.errors().stream().map(FlowCheckResponse.Remark::of).toList());
    return Optional.of(answer);
  }
}
