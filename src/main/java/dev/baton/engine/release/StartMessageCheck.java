package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** Whether each message starts one flow only. */
@Component
class StartMessageCheck implements ReleaseCheck {

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    Map<String, String> started = new HashMap<>();
    release.eachFlow(
        (file, model) -> {
          for (MessageEventDefinition event :
              model.getModelElementsByType(MessageEventDefinition.class)) {
            if (event.getMessage() != null
                && event.getParentElement() instanceof StartEvent start
                && start.getParentElement() instanceof Process process) {
              String message = event.getMessage().getName();
              String other = started.putIfAbsent(message, process.getId());
              if (other != null && !other.equals(process.getId())) {
                complaints.add(
                    ReleaseComplaint.error(
                        file,
                        start.getId(),
                        start.getName(),
                        "The message '%s' would start two flows, '%s' and '%s'."
                            .formatted(message, other, process.getId()),
                        "Keep the id of the process that is changed, or use another message."));
              }
            }
          }
        });
    return complaints;
  }
}
