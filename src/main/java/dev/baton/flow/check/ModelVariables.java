package dev.baton.flow.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.release.Release;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/**
 * The variables that models, decisions and forms may speak of, as the delegates' module lists them,
 * and those that a release adds.
 */
public final class ModelVariables {

  /** Routing hints that the engine keeps with the instance. */
  public static final Set<String> KEPT =
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
  public static final Set<String> READABLE =
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
  public static final Set<String> TYPEABLE =
      union(
          KEPT,
          IncidentVariables.FORM_INPUT,
          EscalationVariables.FORM_INPUT,
          MajorVariables.FORM_INPUT,
          NotificationVariables.FORM_INPUT);

  private ModelVariables() {}

  /** What the release can read: also the fields of its forms, and what its flows set themselves. */
  static Set<String> readableIn(Release release) {
    Set<String> readable = new TreeSet<>(READABLE);
    release.forms().values().forEach(form -> addFields(form, readable));
    release.flows().values().forEach(flow -> addSetBy(flow, readable));
    return readable;
  }

  private static void addFields(JsonNode form, Set<String> names) {
    for (JsonNode component : form.path("components")) {
      if (component.hasNonNull("key")) {
        names.add(component.get("key").asText());
      }
      addFields(component, names);
    }
  }

  private static void addSetBy(BpmnModelInstance flow, Set<String> names) {
    Stream.of(
            flow.getModelElementsByType(CamundaInputParameter.class).stream()
                .map(CamundaInputParameter::getCamundaName),
            flow.getModelElementsByType(CamundaOutputParameter.class).stream()
                .map(CamundaOutputParameter::getCamundaName),
            flow.getModelElementsByType(BusinessRuleTask.class).stream()
                .map(BusinessRuleTask::getCamundaResultVariable),
            flow.getModelElementsByType(ServiceTask.class).stream()
                .map(ServiceTask::getCamundaResultVariable),
            flow.getModelElementsByType(CamundaIn.class).stream().map(CamundaIn::getCamundaTarget),
            flow.getModelElementsByType(CamundaOut.class).stream()
                .map(CamundaOut::getCamundaTarget),
            flow.getModelElementsByType(CamundaFormField.class).stream()
                .map(CamundaFormField::getCamundaId),
            flow.getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable))
        .flatMap(all -> all)
        .filter(name -> name != null && !name.isBlank())
        .forEach(names::add);
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
