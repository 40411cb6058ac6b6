package dev.baton.web;

import static dev.baton.web.ProblemResponses.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.PageLocale;
import dev.baton.web.text.RefusalTexts;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The one place where an exception becomes an answer: problem+json (RFC 9457) with a reason, and
 * nothing about the inside. The engine may wrap what a flow's step throws, so causes count too.
 */
@RestControllerAdvice
class ExceptionProblems extends ResponseEntityExceptionHandler {

  private static final int DEEPEST_CAUSE = 20;

  private final ErrorLog errors;
  private final List<ExceptionMapping> mappings;
  private final ObjectProvider<ErrorPage> pages;

  public ExceptionProblems(
      ErrorLog errors, List<ExceptionMapping> mappings, ObjectProvider<ErrorPage> pages) {
    this.errors = errors;
    this.mappings = mappings;
    this.pages = pages;
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> anything(Exception problem, WebRequest request) {
    ProblemDetail answer =
        causes(problem)
            .map(cause -> mapped(cause).or(() -> known(cause)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> unknown(problem, request));
    return answer(problem, answer, new HttpHeaders(), request);
  }

  private static Optional<ProblemDetail> known(Throwable cause) {
    LocalizableText text = KnownReasons.of(cause);
    ProblemDetail answer = null;
    if (cause instanceof InvalidInput invalid) {
      answer = ExceptionMapping.invalid(invalid.problems());
    } else if (cause instanceof NotFound unknown) {
      answer = problem(HttpStatus.NOT_FOUND, "unknown-" + unknown.kind(), unknown.getMessage());
    } else if (cause instanceof ConcurrencyFailureException) {
      answer = problem(HttpStatus.CONFLICT, "conflict", RefusalTexts.english(text));
    } else if (cause instanceof MaxUploadSizeExceededException) {
      answer = problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", RefusalTexts.english(text));
    } else if (cause instanceof MultipartException) {
      answer = problem(HttpStatus.BAD_REQUEST, "unreadable", RefusalTexts.english(text));
    } else if (cause instanceof BodyTooLarge) {
      answer = problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", cause.getMessage());
    } else if (KnownReasons.isUnavailable(cause)) {
      answer = problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", RefusalTexts.english(text));
    }
    return Optional.ofNullable(answer);
  }

  /** What a page says in the reader's language: programs read the document. */
  private static String pageReason(Exception problem, ProblemDetail answer) {
    boolean isNoPage =
        problem instanceof NoResourceFoundException
            || answer.getStatus() == HttpStatus.METHOD_NOT_ALLOWED.value();
    if (isNoPage) {
      return null;
    }
    return causes(problem)
        .map(KnownReasons::of)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> Optional.ofNullable(KnownReasons.ofAnswer(problem, answer)))
        .map(text -> RefusalTexts.in(PageLocale.current(), text))
        .orElse(answer.getDetail());
  }

  private Optional<ProblemDetail> mapped(Throwable cause) {
    return mappings.stream()
        .map(mapping -> mapping.problemOf(cause))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private ProblemDetail unknown(Exception problem, WebRequest request) {
    ProblemDetail answer =
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            RefusalTexts.english(LocalizableText.of("refused.request.internal")));
    answer.setProperty("errorId", errors.keep(problem, servlet(request)));
    return answer;
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> fields =
        problem.getFieldErrors().stream()
            .map(error -> new FieldError(error.getField(), error.getDefaultMessage()))
            .sorted(Comparator.comparing(FieldError::field))
            .toList();
    return answer(problem, ExceptionMapping.invalid(fields), headers, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException problem,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Optional<ProblemDetail> tooLarge =
        causes(problem)
            .filter(BodyTooLarge.class::isInstance)
            .findFirst()
            .flatMap(ExceptionProblems::known);
    ProblemDetail answer =
        tooLarge.orElseGet(
            () ->
                problem.getCause() instanceof JsonMappingException mismatch
                        && !(mismatch.getCause() instanceof JsonProcessingException)
                        && !mismatch.getPath().isEmpty()
                    ? ExceptionMapping.invalid(List.of(misfit(mismatch)))
                    : unreadable(problem));
    return answer(problem, answer, headers, request);
  }

  private static FieldError misfit(JsonMappingException mismatch) {
    String path =
        mismatch.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    String reason =
        mismatch instanceof UnrecognizedPropertyException unknown
            ? "is not a known field; known fields: "
                + unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "))
            : "has the wrong type";
    return new FieldError(path, reason);
  }

  private static ProblemDetail unreadable(HttpMessageNotReadableException problem) {
    String where = "expected a JSON object";
    if (problem.getCause() instanceof JsonProcessingException wrong
        && wrong.getLocation() != null) {
      JsonLocation at = wrong.getLocation();
      where =
          "line %d, column %d: %s"
              .formatted(at.getLineNr(), at.getColumnNr(), firstLine(wrong.getOriginalMessage()));
    }
    return problem(HttpStatus.BAD_REQUEST, "unreadable", "The body is not valid JSON: " + where);
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
        problem,
        ExceptionMapping.invalid(List.of(new FieldError(name, "has the wrong type"))),
        headers,
        request);
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
            problem(HttpStatus.NOT_FOUND, "unknown-path", "This path does not exist"),
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
    answer.setInstance(ProblemResponses.instance(servlet(request)));
    ErrorPage page = pages.getIfAvailable();
    if (page != null && PageRequests.isForPage(servlet(request))) {
      all.setContentType(PageRequests.HTML);
      return ResponseEntity.status(answer.getStatus())
          .headers(all)
          .body(page.of(HttpStatusCode.valueOf(answer.getStatus()), pageReason(problem, answer)));
    }
    return super.handleExceptionInternal(
        problem, answer, all, HttpStatusCode.valueOf(answer.getStatus()), request);
  }

  private static Stream<Throwable> causes(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
  }

  private static HttpServletRequest servlet(WebRequest request) {
    return ((ServletWebRequest) request).getRequest();
  }
}
