package dev.baton.notification.process;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.notification.EventCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether each step that announces an event names one that is registered, and whether the
 * communication plan has somebody to notify of it.
 */
@Component
class EventOfStepCheck implements ReleaseCheck {

  private final ObjectProvider<EventCodes> events;

  EventOfStepCheck(ObjectProvider<EventCodes> events) {
    this.events = events;
  }

  @Override
  public List<String> notChecked() {
    return events.getIfAvailable() == null ? List.of("events") : List.of();
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Optional<List<String>> registered =
        Optional.ofNullable(events.getIfAvailable()).map(EventCodes::all);
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (ServiceTask task : EventSteps.in(model)) {
            Optional<String> event = EventSteps.eventOf(task);
            boolean isKnown =
                event.isPresent() && registered.map(it -> it.contains(event.get())).orElse(true);
            if (!isKnown) {
              complaints.add(unknown(file, task, event, registered.orElse(List.of())));
            } else if (!PlannedEvents.areNotified(release, event.get())) {
              complaints.add(unplanned(file, task, event.get()));
            }
          }
        });
    return complaints;
  }

  private static ReleaseComplaint unknown(
      String file, ServiceTask task, Optional<String> event, List<String> registered) {
    return ReleaseComplaint.error(
        file,
        task.getId(),
        task.getName(),
        event
            .map("'%s' is not an event that can be announced: nobody would be told."::formatted)
            .orElse("The step names no event, so nobody would be told."),
        "Give the input '%s' one of %s; or register the event first."
            .formatted(NotificationVariables.EVENT, String.join(", ", registered)));
  }

  private static ReleaseComplaint unplanned(String file, ServiceTask task, String event) {
    return ReleaseComplaint.warning(
        file,
        task.getId(),
        task.getName(),
        "The communication plan has no row for %s, so nobody would be told.".formatted(event),
        "Add a row for it to the table \"Who is notified of what\".");
  }
}
