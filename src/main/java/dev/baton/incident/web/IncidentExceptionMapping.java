package dev.baton.incident.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.incident.UnknownIncident;
import dev.baton.incident.contact.UnknownContact;
import dev.baton.incident.file.MailRemoved;
import dev.baton.incident.report.IdempotencyKeyReused;
import dev.baton.web.ExceptionMapping;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * 404 for unknown incidents and contacts, 410 for removed mails, 422 for input that is not
 * accepted.
 */
@Component
public class IncidentExceptionMapping implements ExceptionMapping {

  /** The API names of fields in the flow's forms. */
  private static final Map<String, String> API_NAMES =
      Map.of(
          "requesterName", "requester.name",
          "requesterEmail", "requester.email",
          "requesterPhone", "requester.phone",
          "resolutionCode", "code",
          "holdReason", "reason",
          "holdUntil", "until",
          "duplicateOf", "of",
          "toTeam", "team",
          "newImpact", "impact",
          "newUrgency", "urgency");

  @Override
  public Optional<ProblemDetail> problemOf(Throwable exception) {
    ProblemDetail problem = null;
    if (exception instanceof InvalidInput invalid && API_NAMES.containsKey(invalid.field())) {
      problem =
          ExceptionMapping.invalid(
              List.of(
                  new FieldError(
                      Objects.requireNonNull(API_NAMES.get(invalid.field())),
                      invalid.getMessage())));
    } else if (exception instanceof IdempotencyKeyReused) {
      problem =
          ExceptionMapping.invalid(
              List.of(new FieldError("Idempotency-Key", exception.getMessage())));
    } else if (exception instanceof UnknownIncident) {
      problem = problem(HttpStatus.NOT_FOUND, "unknown-incident", exception.getMessage());
    } else if (exception instanceof UnknownContact) {
      problem = problem(HttpStatus.NOT_FOUND, "unknown-contact", exception.getMessage());
    } else if (exception instanceof MailRemoved) {
      problem = problem(HttpStatus.GONE, "mail-removed", exception.getMessage());
    }
    return Optional.ofNullable(problem);
  }
}
