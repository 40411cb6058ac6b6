package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.engine.web.EngineExceptionMapping;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.web.IncidentExceptionMapping;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.ServletWebRequest;

class ExceptionProblemsTest {

  private final ExceptionProblems problems =
      new ExceptionProblems(
          new ErrorLog(),
          List.of(new IncidentExceptionMapping(), new EngineExceptionMapping()),
          new StaticListableBeanFactory().getBeanProvider(ErrorPage.class));
  private final ServletWebRequest request =
      new ServletWebRequest(new MockHttpServletRequest("POST", "/api/v1/incidents"));

  @Test
  void whatTheEngineWrapsIsUnwrapped() {
    ProblemDetail answer =
        answerTo(wrapped(new InvalidInput("toTeam", "There is no team x.")), 422);

    assertThat(answer.getProperties())
        .containsEntry("errors", List.of(new FieldError("team", "There is no team x.")));
    answerTo(wrapped(new UnknownIncident("INC-2026-000001")), 404);
    answerTo(wrapped(new NotOffered("Not now.")), 409);
  }

  @Test
  void aLostConnectionIsNoFaultOfTheRequest() {
    assertThat(
            answerTo(
                    new JpaSystemException(
                        new IllegalStateException(
                            new SQLNonTransientConnectionException("Socket error"))),
                    503)
                .getDetail())
        .contains("Idempotency-Key");
  }

  @Test
  void conflictsOfEveryKindSayThatNothingWasChanged() {
    FlowConflict conflict = new FlowConflict(LocalizableText.of("refused.conflict.flow"), null);
    assertThat(answerTo(conflict, 409).getDetail())
        .isEqualTo("Somebody else changed it at the same moment; look again.");
    answerTo(wrapped(new OptimisticLockingFailureException("row 7")), 409);
    ProblemDetail deadlock = answerTo(new CannotAcquireLockException("select secret"), 409);
    assertThat(deadlock.getDetail()).contains("your change was not saved").doesNotContain("secret");
  }

  @Test
  void aDatabaseThatIsAwayIsNoFaultOfTheCaller() {
    answerTo(new CannotCreateTransactionException("jdbc:mariadb://secret"), 503);
  }

  @Test
  void aFaultOfOursShowsAnIdAndNothingElse() {
    ProblemDetail answer = answerTo(new IllegalStateException("secret table"), 500);

    assertThat(answer.getProperties().get("errorId").toString()).matches("[0-9a-f]{8}");
    assertThat(answer.toString()).doesNotContain("secret", "IllegalState");
  }

  private ProblemDetail answerTo(Exception problem, int status) {
    ResponseEntity<Object> answer = problems.anything(problem, request);
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
    return (ProblemDetail) answer.getBody();
  }

  private static Exception wrapped(Exception cause) {
    return new IllegalStateException("engine", new RuntimeException("listener", cause));
  }
}
