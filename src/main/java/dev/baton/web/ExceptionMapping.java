package dev.baton.web;

import static dev.baton.web.ProblemResponses.problem;

import dev.baton.web.validation.FieldError;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Maps a module's own exceptions to responses; a bean in the module's {@code web} package. */
public interface ExceptionMapping {

  /** The problem document for this exception, its causes aside; empty for one of another module. */
  Optional<ProblemDetail> problemOf(Throwable exception);

  /** 422 with each field that was not accepted, and why. */
  static ProblemDetail invalid(List<FieldError> fields) {
    String detail =
        fields.size() == 1
            ? fields.get(0).field() + " " + fields.get(0).reason()
            : fields.size() + " fields are invalid";
    ProblemDetail answer = problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-input", detail);
    answer.setProperty("errors", fields);
    return answer;
  }
}
