package dev.baton.sla.web;

import dev.baton.calendar.InvalidCalendar;
import dev.baton.sla.agreement.InvalidDefinition;
import dev.baton.web.ExceptionMapping;
import dev.baton.web.validation.FieldError;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** 422 for agreements and calendars that are not accepted. */
@Component
class AgreementExceptionMapping implements ExceptionMapping {

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    if (exception instanceof InvalidDefinition invalid) {
      return Optional.of(
          ExceptionMapping.invalid(
              invalid.flaws().stream()
                  .map(flaw -> new FieldError(flaw.field(), flaw.reason()))
                  .toList()));
    }
    if (exception instanceof InvalidCalendar) {
      return Optional.of(
          ExceptionMapping.invalid(List.of(new FieldError("body", exception.getMessage()))));
    }
    return Optional.empty();
  }
}
