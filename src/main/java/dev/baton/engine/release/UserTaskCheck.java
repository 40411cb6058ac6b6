package dev.baton.engine.release;

import dev.baton.engine.Translation;
import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.UserTaskKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Whether user tasks say what they are, can be left, and can be told apart. */
@Component
class UserTaskCheck implements ReleaseCheck {

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          Map<String, UserTask> byLabel = new HashMap<>();
          for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            check(file, task, complaints);
            String label = task.getName() == null ? "" : task.getName().strip();
            UserTask same = byLabel.put(label, task);
            if (label.isEmpty()) {
              complaints.add(
                  error(
                      file,
                      task,
                      "The task has no label, so a list would show an empty line.",
                      "Write on the box what is to be done."));
            } else if (same != null) {
              complaints.add(
                  ReleaseComplaint.warning(
                      file,
                      task.getId(),
                      label,
                      "Another task (%s) has the same label: nobody could tell them apart."
                          .formatted(same.getId()),
                      "Give one of them another label."));
            }
          }
        });
    return complaints;
  }

  private static void check(String file, UserTask task, List<ReleaseComplaint> complaints) {
    Map<String, String> properties = TaskProperties.of(task);
    String kind = properties.get(UserTaskDescription.KIND);
    if (kind != null && UserTaskKind.of(kind).isEmpty()) {
      complaints.add(
          error(
              file,
              task,
              "'%s' is not a kind of user task.".formatted(kind),
              "Use one of %s.".formatted(UserTaskKind.words())));
    }
    for (String name : properties.keySet()) {
      if (name.startsWith("baton.") && !isKnown(name)) {
        complaints.add(
            error(
                file,
                task,
                "The property '%s' is unknown and would do nothing.".formatted(name),
                "Use one of %s.".formatted(String.join(", ", UserTaskDescription.PROPERTIES))));
      }
    }
    if (SequenceFlows.from(task).isEmpty()) {
      complaints.add(
          ReleaseComplaint.warning(
              file,
              task.getId(),
              task.getName(),
              "Nothing follows the task, so the flow ends here without an end event.",
              "Draw what comes next, or an end event."));
    }
    if (UserTaskKind.HOLD.word().equals(kind) && !BoundaryEvents.haveTimer(task)) {
      complaints.add(
          error(
              file,
              task,
              "The incident could wait here for ever: no timer ends the wait.",
              "Attach a timer event whose date is ${dueAt}."));
    }
    if (UserTaskKind.CONFIRMATION.word().equals(kind) && !BoundaryEvents.haveTimer(task)) {
      complaints.add(
          ReleaseComplaint.warning(
              file,
              task.getId(),
              task.getName(),
              "If the requester never answers, the incident stays resolved and is never closed.",
              "Attach a timer event whose date is ${dueAt}."));
    }
  }

  private static boolean isKnown(String property) {
    return UserTaskDescription.PROPERTIES.contains(property)
        || Translation.of(property).filter(Translation::isName).isPresent();
  }

  private static ReleaseComplaint error(
      String file, FlowElement element, String problem, String remedy) {
    return ReleaseComplaint.error(file, element.getId(), element.getName(), problem, remedy);
  }
}
