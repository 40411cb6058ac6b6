package dev.baton.incident.process;

import dev.baton.engine.BusinessKey;
import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.UserTaskKind;
import dev.baton.engine.UserTaskListener;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.IncidentNumber;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What happens to the user tasks of an incident, whatever flow offers them. */
@Configuration(proxyBeanMethods = false)
class IncidentTaskListeners {

  @Bean
  @Order(10)
  UserTaskListener taskOffered(OfferTask offerTask) {
    return new UserTaskListener(
        TaskListener.EVENTNAME_CREATE, description -> true, ofIncident(offerTask));
  }

  @Bean
  @Order(20)
  UserTaskListener taskMigrated(ReofferTask reofferTask) {
    return new UserTaskListener(
        UserTaskListener.MIGRATED, description -> true, ofIncident(reofferTask));
  }

  @Bean
  @Order(30)
  UserTaskListener assignmentNoted(NoteAssignment noteAssignment) {
    return new UserTaskListener(
        TaskListener.EVENTNAME_ASSIGNMENT,
        UserTaskDescription::followsIncident,
        ofIncident(noteAssignment));
  }

  @Bean
  @Order(40)
  UserTaskListener detailsKept(KeepDetails keepDetails) {
    return new UserTaskListener(
        TaskListener.EVENTNAME_COMPLETE, description -> true, ofIncident(keepDetails));
  }

  @Bean
  @Order(50)
  UserTaskListener resolverNoted(NoteResolver noteResolver) {
    return new UserTaskListener(
        TaskListener.EVENTNAME_COMPLETE,
        description -> description.offers("resolve"),
        ofIncident(noteResolver));
  }

  /** The steps of the flow write what came of the other kinds. */
  @Bean
  @Order(60)
  UserTaskListener completionRecorded(IncidentLifecycle lifecycle) {
    return new UserTaskListener(
        TaskListener.EVENTNAME_COMPLETE,
        description ->
            description.is(UserTaskKind.APPROVAL)
                || description.is(UserTaskKind.ASIDE)
                || description.is(UserTaskKind.FORM),
        ofIncident(task -> lifecycle.taskCompleted(FormInput.number(task), task.getName())));
  }

  /** A flow of an owner may be about something else. */
  private static TaskListener ofIncident(TaskListener listener) {
    return task -> {
      String key = BusinessKey.of(task);
      if (key != null && IncidentNumber.parse(key).isPresent()) {
        listener.notify(task);
      }
    };
  }
}
