package dev.baton.desk.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCausesTest {

  private final FailureCauses causes = new FailureCauses();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          undecided       | priority.dmn has no rule for this incident.
          undecided       | dev.baton.incident.process.NoDecisionResultException: no
          broken-decision | DMN-01002 Unable to evaluate. FEEL/SCALA-01008 Error while evaluating
          model           | Unknown property used in expression: ${chooseWhom}. Cause: Cannot resolve identifier 'chooseWhom'
          undeliverable   | dev.baton.notification.delivery.DeliveryChannel$Undeliverable: 550 5.1.1 User unknown
          channel-down    | dev.baton.notification.delivery.DeliveryChannel$ChannelDown: 452 4.2.2 Mailbox full
          channel-down    | org.eclipse.angus.mail.util.MailConnectException: Couldn't connect to host, port: localhost, 25
          full            | java.io.IOException: No space left on device
          at-once         | org.springframework.orm.ObjectOptimisticLockingFailureException: Row was updated or deleted by another transaction
          at-once         | (conn=12) Deadlock found when trying to get lock
          database        | org.springframework.transaction.CannotCreateTransactionException: Could not open JPA EntityManager
          other-system    | java.net.ConnectException: Connection refused
          agreement       | dev.baton.calendar.CalendarRangeExceeded: no hours after 2031
          unknown-entry   | There is no team 'network-nights'.
          unknown-entry   | Team 'network-nights' does not exist. Known teams: network.
          unknown-entry   | There is no active agent 'nora'.
          not-offered     | dev.baton.engine.NotOffered: The flow does not wait for answerAwaited now.
          fault           | java.lang.NullPointerException: Cannot invoke "String.length()"
          unknown         | Nobody has ever seen this
          """)
  void tellsWhyFromTheMessage(String cause, String message) {
    assertThat(causes.of(message, "").cause()).isEqualTo(cause);
  }

  @Test
  void looksForWhatWasThrownNotForWhere() {
    String trace =
        """
        org.camunda.bpm.engine.ProcessEngineException: something
        \tat dev.baton.notification.delivery.DeliveryChannel$ChannelDown.of(Channel.java:1)
        Caused by: java.lang.NullPointerException
        \t... 12 more
        """;

    assertThat(causes.of("something", trace).cause()).isEqualTo("fault");
    assertThat(causes.of(null, "").cause()).isEqualTo("unknown");
  }

  @Test
  void everyCauseIsToldInBothLanguagesAndOnce() {
    assertThat(causes.all())
        .allSatisfy(
            cause -> {
              for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                assertThat(cause.in(language).title()).isNotBlank().doesNotEndWith(".");
                assertThat(cause.in(language).meaning()).endsWith(".");
                assertThat(cause.in(language).todo()).endsWith(".");
              }
              assertThat(cause.in(Locale.GERMAN)).isNotEqualTo(cause.in(Locale.FRENCH));
              assertThat(cause.who()).isNotNull();
            });
    assertThat(causes.all()).extracting(FailureCause::cause).doesNotHaveDuplicates();
    assertThat(causes.all().get(causes.all().size() - 1).patterns()).isEmpty();
  }
}
