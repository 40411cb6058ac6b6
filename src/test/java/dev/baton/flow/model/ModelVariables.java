package dev.baton.flow.model;

import dev.baton.escalation.process.CoverageVariables;
import dev.baton.escalation.process.EscalationVariables;
import dev.baton.escalation.process.WatchVariables;
import dev.baton.incident.process.AbsenceVariables;
import dev.baton.incident.process.IncidentVariables;
import dev.baton.intake.mail.process.MailVariables;
import dev.baton.major.process.MajorVariables;
import dev.baton.notification.process.NotificationVariables;
import dev.baton.sla.process.ClockVariables;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables that models, decisions and forms may speak of, as the delegates' module lists them.
 */
final class ModelVariables {

  /** Routing hints that the engine keeps with the instance. */
  static final Set<String> KEPT =
      union(
          IncidentVariables.KEPT,
          ClockVariables.KEPT,
          EscalationVariables.KEPT,
          AbsenceVariables.KEPT,
          MajorVariables.KEPT,
          CoverageVariables.KEPT,
          WatchVariables.KEPT,
          NotificationVariables.KEPT,
          MailVariables.KEPT);

  /** What conditions, timers and decisions may read. */
  static final Set<String> READABLE =
      union(
          KEPT,
          IncidentVariables.PASSING,
          IncidentVariables.FORM_INPUT,
          ClockVariables.PASSING,
          EscalationVariables.FORM_INPUT,
          AbsenceVariables.PASSING,
          MajorVariables.PASSING,
          MajorVariables.FORM_INPUT,
          NotificationVariables.PASSING,
          NotificationVariables.FORM_INPUT,
          MailVariables.READ);

  /** What people may type into a form. */
  static final Set<String> TYPEABLE =
      union(
          KEPT,
          IncidentVariables.FORM_INPUT,
          EscalationVariables.FORM_INPUT,
          MajorVariables.FORM_INPUT,
          NotificationVariables.FORM_INPUT);

  private ModelVariables() {}

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
