package dev.baton.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.Refusal;
import java.sql.SQLNonTransientConnectionException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Why something failed, as a text in the bundle of refusals. */
final class KnownReasons {

  private KnownReasons() {}

  /** Null for an exception that has no such text. */
  static LocalizableText of(Throwable cause) {
    if (cause instanceof Refusal refusal) {
      return refusal.reason();
    }
    String key = null;
    if (cause instanceof ConcurrencyFailureException) {
      key = "refused.conflict.unsaved";
    } else if (cause instanceof MaxUploadSizeExceededException) {
      key = "refused.request.files";
    } else if (cause instanceof MultipartException) {
      key = "refused.request.multipart";
    } else if (cause instanceof SQLNonTransientConnectionException) {
      key = "refused.request.connection";
    } else if (isUnavailable(cause)) {
      key = "refused.request.database";
    }
    return key == null ? null : LocalizableText.of(key);
  }

  /** Whether the database is away. */
  static boolean isUnavailable(Throwable cause) {
    return cause instanceof CannotCreateTransactionException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof SQLNonTransientConnectionException;
  }

  /**
   * In general words, for what Spring could not read, and for our own faults; null if the answer
   * says enough.
   */
  static LocalizableText ofAnswer(Exception problem, ProblemDetail answer) {
    if (answer.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      return LocalizableText.of("refused.request.internal");
    }
    return problem instanceof ErrorResponse && answer.getStatus() == HttpStatus.BAD_REQUEST.value()
        ? LocalizableText.of("refused.request")
        : null;
  }
}
