package dev.baton.desk.web;

import dev.baton.access.PermissionDenied;
import dev.baton.engine.release.RefusedRelease;
import dev.baton.escalation.UnknownEscalation;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.contact.UnknownContact;
import dev.baton.incident.file.MailRemoved;
import dev.baton.web.NotFound;
import dev.baton.web.text.RefusedException;
import dev.baton.web.validation.InvalidInput;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Renders errors as pages for people. Programs get problem+json elsewhere. */
@RestControllerAdvice(
    basePackages = {
      "dev.baton.desk.web.incident",
      "dev.baton.desk.web.list",
      "dev.baton.desk.web.inbox",
      "dev.baton.desk.web.people",
      "dev.baton.desk.web.call",
      "dev.baton.desk.web.macro",
      "dev.baton.desk.web.search",
      "dev.baton.desk.web.template",
      "dev.baton.desk.web.contact",
      "dev.baton.desk.web.major",
      "dev.baton.admin.web",
      "dev.baton.desk.web.escalation",
      "dev.baton.flow.web.page",
      "dev.baton.flow.migration.web.page"
    })
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageExceptionHandler {

  private final DeskErrorPage errors;
  private final PageRenderer pages;

  PageExceptionHandler(DeskErrorPage errors, PageRenderer pages) {
    this.errors = errors;
    this.pages = pages;
  }

  @ExceptionHandler(PermissionDenied.class)
  ResponseEntity<String> refused(PermissionDenied problem) {
    return page(HttpStatus.FORBIDDEN, pages.reason(problem, PageAccess.locale()));
  }

  @ExceptionHandler({
    UnknownIncident.class,
    UnknownContact.class,
    UnknownEscalation.class,
    NotFound.class
  })
  ResponseEntity<String> unknown(RuntimeException problem) {
    return page(HttpStatus.NOT_FOUND, pages.reason(problem, PageAccess.locale()));
  }

  @ExceptionHandler(MailRemoved.class)
  ResponseEntity<String> removed(MailRemoved problem) {
    return page(HttpStatus.GONE, pages.reason(problem, PageAccess.locale()));
  }

  @ExceptionHandler({InvalidInput.class, RefusedRelease.class})
  ResponseEntity<String> invalid(RuntimeException problem) {
    return page(HttpStatus.UNPROCESSABLE_ENTITY, pages.reason(problem, PageAccess.locale()));
  }

  /** Also what other modules do not offer now. */
  @ExceptionHandler({RefusedException.class, ConcurrencyFailureException.class})
  ResponseEntity<String> conflict(RuntimeException problem) {
    return page(HttpStatus.CONFLICT, pages.reason(problem, PageAccess.locale()));
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ResponseEntity<String> tooLarge(MaxUploadSizeExceededException problem) {
    return page(HttpStatus.PAYLOAD_TOO_LARGE, pages.words("problem.tooLarge", PageAccess.locale()));
  }

  private ResponseEntity<String> page(HttpStatus status, String reason) {
    return ResponseEntity.status(status)
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .body(errors.of(status, reason));
  }
}
