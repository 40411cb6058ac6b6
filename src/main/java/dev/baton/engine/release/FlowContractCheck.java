package dev.baton.engine.release;

import dev.baton.engine.UserTaskDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether the messages and acts are still there that intake, the API and the pages use. */
@Component
class FlowContractCheck implements ReleaseCheck {

  private final ObjectProvider<FlowContract> contracts;

  FlowContractCheck(ObjectProvider<FlowContract> contracts) {
    this.contracts = contracts;
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    if (!release.unreadable().isEmpty()) {
      return complaints; // what is missing may be in the file that cannot be read
    }
    contracts.forEach(
        contract -> {
          Optional<Process> process = release.process(contract.process());
          if (process.isEmpty()) {
            complaints.add(
                ReleaseComplaint.error(
                    contract.process() + ".bpmn",
                    "",
                    null,
                    "There is no process with the id '%s'.".formatted(contract.process()),
                    "Keep the id of the process; its name may change."));
          } else {
            complaints.addAll(missing(contract, process.get(), release));
          }
        });
    return complaints;
  }

  private static List<ReleaseComplaint> missing(
      FlowContract contract, Process process, Release release) {
    String file = release.fileOf(process);
    List<ReleaseComplaint> complaints = new ArrayList<>();
    Set<String> starts = new TreeSet<>();
    Set<String> received = new TreeSet<>();
    for (MessageEventDefinition event :
        process.getModelInstance().getModelElementsByType(MessageEventDefinition.class)) {
      if (event.getMessage() != null) {
        boolean starting =
            event.getParentElement() instanceof StartEvent start
                && start.getParentElement() instanceof Process;
        (starting ? starts : received).add(event.getMessage().getName());
      }
    }
    for (String message : difference(contract.startMessages(), starts)) {
      complaints.add(
          ReleaseComplaint.error(
              file,
              process.getId(),
              process.getName(),
              "No start event receives the message '%s': nothing would start this flow."
                  .formatted(message),
              "Give the start event a message with exactly this name."));
    }
    for (String message : difference(contract.messages(), received)) {
      complaints.add(
          ReleaseComplaint.error(
              file,
              process.getId(),
              process.getName(),
              "No event receives the message '%s', which the desk sends.".formatted(message),
              "Put the event back, or give one a message with exactly this name."));
    }
    for (String offer : difference(contract.offers(), offers(process))) {
      complaints.add(
          ReleaseComplaint.error(
              file,
              process.getId(),
              process.getName(),
              "No user task offers '%s': the button and the API would always refuse."
                  .formatted(offer),
              "Add the word to the property %s of a user task."
                  .formatted(UserTaskDescription.OFFERS)));
    }
    return complaints;
  }

  private static Set<String> offers(Process process) {
    return process.getModelInstance().getModelElementsByType(UserTask.class).stream()
        .map(TaskProperties::of)
        .map(properties -> properties.getOrDefault(UserTaskDescription.OFFERS, ""))
        .flatMap(list -> UserTaskDescription.words(list).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> difference(Set<String> wanted, Set<String> there) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    return missing;
  }
}
