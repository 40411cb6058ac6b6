package dev.baton.intake.internal.api;

import static dev.baton.problem.ProblemAnswers.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.baton.access.Refused;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.escalation.UnknownEscalation;
import dev.baton.incident.InvalidInput;
import dev.baton.incident.UnknownContact;
import dev.baton.incident.UnknownIncident;
import dev.baton.intake.KeyReused;
import dev.baton.problem.ProblemAnswers;
import dev.baton.sla.InvalidDefinition;
import dev.baton.staff.RotaRefused;
import dev.baton.web.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLNonTransientConnectionException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place where an exception becomes an answer: problem+json (RFC 9457) with a reason, and
 * nothing about the inside. The engine may wrap what a flow's step throws, so causes count too.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  /** What the fields of use cases are called in the bodies of the API. */
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

  private static final int DEEPEST_CAUSE = 20;

  private final ErrorLog errors;

  Problems(ErrorLog errors) {
    this.errors = errors;
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> anything(Exception problem, WebRequest request) {
    ProblemDetail answer =
        causes(problem)
            .map(this::known)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> unknown(problem, request));
    return answer(problem, answer, new HttpHeaders(), request);
  }

  private Optional<ProblemDetail> known(Throwable cause) {
    ProblemDetail answer = null;
    if (cause instanceof InvalidFields invalid) {
      answer = invalid(invalid.problems());
    } else if (cause instanceof InvalidInput invalid) {
      String field = API_NAMES.getOrDefault(invalid.field(), invalid.field());
      answer = invalid(List.of(new FieldProblem(field, invalid.getMessage())));
    } else if (cause instanceof InvalidDefinition invalid) {
      answer =
          invalid(
              invalid.flaws().stream()
                  .map(flaw -> new FieldProblem(flaw.field(), flaw.reason()))
                  .toList());
    } else if (cause instanceof RotaRefused refused) {
      answer = invalid(List.of(new FieldProblem(refused.field(), refused.getMessage())));
    } else if (cause instanceof InvalidCalendar) {
      answer = invalid(List.of(new FieldProblem("body", cause.getMessage())));
    } else if (cause instanceof KeyReused) {
      answer = invalid(List.of(new FieldProblem("Idempotency-Key", cause.getMessage())));
    } else if (cause instanceof UnknownIncident) {
      answer = problem(HttpStatus.NOT_FOUND, "unknown-incident", cause.getMessage());
    } else if (cause instanceof UnknownContact) {
      answer = problem(HttpStatus.NOT_FOUND, "unknown-contact", cause.getMessage());
    } else if (cause instanceof UnknownEscalation) {
      answer = problem(HttpStatus.NOT_FOUND, "unknown-escalation", cause.getMessage());
    } else if (cause instanceof UnknownEntry unknown) {
      answer = problem(HttpStatus.NOT_FOUND, "unknown-" + unknown.kind(), unknown.getMessage());
    } else if (cause instanceof Refused) {
      answer = problem(HttpStatus.FORBIDDEN, "refused", cause.getMessage());
    } else if (cause instanceof NotOffered) {
      answer = problem(HttpStatus.CONFLICT, "not-offered", cause.getMessage());
    } else if (cause instanceof FlowConflict) {
      answer = problem(HttpStatus.CONFLICT, "conflict", cause.getMessage());
    } else if (cause instanceof ConcurrencyFailureException) {
      answer =
          problem(
              HttpStatus.CONFLICT,
              "conflict",
              "Somebody else changed the same at the same moment; nothing was changed, look again");
    } else if (cause instanceof BodyTooLarge) {
      answer = problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", cause.getMessage());
    } else if (cause instanceof CannotCreateTransactionException
        || cause instanceof DataAccessResourceFailureException) {
      answer =
          problem(
              HttpStatus.SERVICE_UNAVAILABLE,
              "unavailable",
              "The desk's database does not answer; nothing was stored, try again shortly");
    } else if (cause instanceof SQLNonTransientConnectionException) {
      answer =
          problem(
              HttpStatus.SERVICE_UNAVAILABLE,
              "unavailable",
              "The desk lost its database meanwhile; look whether it was stored, or try again"
                  + " shortly with the same Idempotency-Key");
    }
    return Optional.ofNullable(answer);
  }

  private ProblemDetail unknown(Exception problem, WebRequest request) {
    ProblemDetail answer =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Something failed inside; the desk's operator finds it in the log by the errorId");
    answer.setProperty("errorId", errors.keep(problem, servlet(request)));
    return answer;
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> fields =
        problem.getFieldErrors().stream()
            .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()))
            .sorted(Comparator.comparing(FieldProblem::field))
            .toList();
    return answer(problem, invalid(fields), headers, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Optional<ProblemDetail> tooLarge =
        causes(problem).filter(BodyTooLarge.class::isInstance).findFirst().flatMap(this::known);
    ProblemDetail answer =
        tooLarge.orElseGet(
            () ->
                problem.getCause() instanceof JsonMappingException mismatch
                        && !(mismatch.getCause() instanceof JsonProcessingException)
                        && !mismatch.getPath().isEmpty()
                    ? invalid(List.of(misfit(mismatch)))
                    : unreadable(problem));
    return answer(problem, answer, headers, request);
  }

  private static FieldProblem misfit(JsonMappingException mismatch) {
    String path =
        mismatch.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    String reason =
        mismatch instanceof UnrecognizedPropertyException unknown
            ? "is not known here; known are "
                + unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "))
            : "has the wrong type";
    return new FieldProblem(path, reason);
  }

  private static ProblemDetail unreadable(HttpMessageNotReadableException problem) {
    String where = "a JSON object is expected";
    if (problem.getCause() instanceof JsonProcessingException wrong
        && wrong.getLocation() != null) {
      JsonLocation at = wrong.getLocation();
      where =
          "line %d, column %d: %s"
              .formatted(at.getLineNr(), at.getColumnNr(), firstLine(wrong.getOriginalMessage()));
    }
    return problem(HttpStatus.BAD_REQUEST, "unreadable", "The body is not readable JSON: " + where);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").replaceAll("`[^`]*`", "the expected value");
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name = problem.getPropertyName() == null ? "value" : problem.getPropertyName();
    return answer(
        problem, invalid(List.of(new FieldProblem(name, "has the wrong type"))), headers, request);
  }

  /** A path that nobody serves is unknown, whichever method asks for it. */
  @Override
  protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Object pattern = servlet(request).getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return "/**".equals(pattern)
        ? answer(
            problem,
            problem(HttpStatus.NOT_FOUND, "unknown-path", "There is nothing at this path"),
            new HttpHeaders(),
            request)
        : super.handleHttpRequestMethodNotSupported(problem, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception problem,
      Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail answer =
        body instanceof ProblemDetail detail
            ? detail
            : problem instanceof ErrorResponse known
                ? known.getBody()
                : ProblemDetail.forStatus(status);
    if (status.is5xxServerError()) {
      answer = unknown(problem, request);
    }
    return answer(problem, answer, headers, request);
  }

  private ResponseEntity<Object> answer(
      Exception problem, ProblemDetail answer, HttpHeaders headers, WebRequest request) {
    HttpHeaders all = new HttpHeaders();
    all.putAll((MultiValueMap<String, String>) headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    answer.setInstance(ProblemAnswers.instance(servlet(request)));
    return super.handleExceptionInternal(
        problem, answer, all, HttpStatusCode.valueOf(answer.getStatus()), request);
  }

  private static ProblemDetail invalid(List<FieldProblem> fields) {
    String detail =
        fields.size() == 1
            ? fields.get(0).field() + " " + fields.get(0).reason()
            : fields.size() + " fields are not accepted";
    ProblemDetail answer = problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-input", detail);
    answer.setProperty("errors", fields);
    return answer;
  }

  private static Stream<Throwable> causes(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
  }

  private static HttpServletRequest servlet(WebRequest request) {
    return ((ServletWebRequest) request).getRequest();
  }
}
