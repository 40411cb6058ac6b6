package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Whether the forms, tables and flows are there that the flows name. */
@Component
class ReferenceCheck implements ReleaseCheck {

  private static final String FORM_FILE = "camunda-forms:deployment:";

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow((file, model) -> check(release, file, model, complaints));
    return complaints;
  }

  private static void check(
      Release release, String file, BpmnModelInstance model, List<ReleaseComplaint> complaints) {
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      form(release, file, task, task.getCamundaFormRef(), complaints);
      formFile(release, file, task, task.getCamundaFormKey(), complaints);
    }
    for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
      form(release, file, start, start.getCamundaFormRef(), complaints);
      formFile(release, file, start, start.getCamundaFormKey(), complaints);
    }
    for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
      String table = task.getCamundaDecisionRef();
      if (isFixed(table) && !release.decisionIds().contains(table)) {
        complaints.add(
            missing(
                file,
                task,
                "The decision table '%s' does not exist, and every incident would stop here."
                    .formatted(table),
                "Choose one of " + list(release.decisionIds()) + "."));
      }
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      String flow = call.getCalledElement();
      if (isFixed(flow) && !release.processIds().contains(flow)) {
        complaints.add(
            missing(
                file,
                call,
                "The flow '%s' that is called does not exist.".formatted(flow),
                "Choose one of " + list(release.processIds()) + "."));
      }
    }
  }

  private static void form(
      Release release,
      String file,
      FlowElement element,
      String form,
      List<ReleaseComplaint> complaints) {
    if (isFixed(form) && release.form(form).isEmpty()) {
      complaints.add(
          missing(
              file,
              element,
              "The form '%s' does not exist, so nobody could fill it in.".formatted(form),
              "Deploy a form with this id, or choose one that exists."));
    }
  }

  /** The other way to name a form: by its file. */
  private static void formFile(
      Release release,
      String file,
      FlowElement element,
      String key,
      List<ReleaseComplaint> complaints) {
    if (isFixed(key)
        && key.startsWith(FORM_FILE)
        && !release.forms().containsKey(key.substring(FORM_FILE.length()))) {
      complaints.add(
          missing(
              file,
              element,
              "The form file '%s' does not exist, so nobody could fill it in."
                  .formatted(key.substring(FORM_FILE.length())),
              "Deploy a form with this file name, or choose a form by its id."));
    }
  }

  private static boolean isFixed(String name) {
    return name != null && !name.isBlank() && !name.contains("${") && !name.contains("#{");
  }

  private static ReleaseComplaint missing(
      String file, FlowElement element, String problem, String remedy) {
    return ReleaseComplaint.error(file, element.getId(), element.getName(), problem, remedy);
  }

  private static String list(Iterable<String> names) {
    List<String> sorted = new ArrayList<>();
    names.forEach(sorted::add);
    sorted.sort(null);
    return String.join(", ", sorted);
  }
}
