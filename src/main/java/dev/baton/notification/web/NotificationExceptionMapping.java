package dev.baton.notification.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.notification.EventConflict;
import dev.baton.web.ExceptionMapping;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** 409 if an event is built in or still in use. */
@Component
class NotificationExceptionMapping implements ExceptionMapping {

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    return exception instanceof EventConflict
        ? Optional.of(problem(HttpStatus.CONFLICT, "event-conflict", exception.getMessage()))
        : Optional.empty();
  }
}
