package dev.baton.notification.process;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.notification.NotificationEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/** Whether each step that announces an event names one that can be announced. */
@Component
class EventOfStepCheck implements ReleaseCheck {

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            if ("${tell}".equals(task.getCamundaDelegateExpression())) {
              check(file, task).ifPresent(complaints::add);
            }
          }
        });
    return complaints;
  }

  private static Optional<ReleaseComplaint> check(String file, ServiceTask task) {
    Optional<String> event =
        task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
            .filter(input -> NotificationVariables.EVENT.equals(input.getCamundaName()))
            .filter(
                input ->
                    task.equals(input.getParentElement().getParentElement().getParentElement()))
            .map(CamundaInputParameter::getTextContent)
            .map(String::strip)
            .findFirst();
    boolean known =
        event.isPresent()
            && Arrays.stream(NotificationEvent.values())
                .anyMatch(each -> each.name().equals(event.get()));
    return known
        ? Optional.empty()
        : Optional.of(
            ReleaseComplaint.error(
                file,
                task.getId(),
                task.getName(),
                event
                    .map(
                        "'%s' is not an event that can be announced: nobody would be told."
                            ::formatted)
                    .orElse("The step names no event, so nobody would be told."),
                "Give the input '%s' one of %s."
                    .formatted(
                        NotificationVariables.EVENT,
                        String.join(
                            ", ",
                            Arrays.stream(NotificationEvent.values()).map(Enum::name).toList()))));
  }
}
