package dev.baton.incident.process;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.StepInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;

/** Whether the steps that let an incident wait let it wait at all. */
@Component
class WaitingTimeCheck implements ReleaseCheck {

  private static final Set<String> STEPS =
      Set.of("${placeOnHold}", "${followUpHold}", "${recordResolution}");

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (ServiceTask step : model.getModelElementsByType(ServiceTask.class)) {
            Map<String, String> inputs = StepInputs.of(step);
            if (STEPS.contains(String.valueOf(step.getCamundaDelegateExpression()))
                && inputs.getOrDefault("amount", "").matches("0+")
                && !"END_OF_DAY".equals(inputs.get("unit"))) {
              complaints.add(
                  ReleaseComplaint.error(
                      file,
                      step.getId(),
                      step.getName(),
                      "With an 'amount' of 0 nothing would wait.",
                      "Enter at least 1, or choose the unit END_OF_DAY."));
            }
          }
        });
    return complaints;
  }
}
