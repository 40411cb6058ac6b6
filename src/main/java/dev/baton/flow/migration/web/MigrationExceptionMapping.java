package dev.baton.flow.migration.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.flow.migration.MigrationConflict;
import dev.baton.web.ExceptionMapping;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** 409 if a migration does not offer something now. */
@Component
class MigrationExceptionMapping implements ExceptionMapping {

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    return exception instanceof MigrationConflict
        ? Optional.of(problem(HttpStatus.CONFLICT, "migration-conflict", exception.getMessage()))
        : Optional.empty();
  }
}
