package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether what waits for a message goes on if the message never comes. Messages that the desk sends
 * by itself come.
 */
@Component
class MessageWaitCheck implements ReleaseCheck {

  private static final String TIMER = "Attach a timer event whose date is ${dueAt}.";
  private static final String BRANCH = "Lead one branch to a timer whose date is ${dueAt}.";
  private static final String GATEWAY =
      "Put an event-based gateway before it, with a timer as its other branch.";

  private final ObjectProvider<FlowContract> contracts;

  MessageWaitCheck(ObjectProvider<FlowContract> contracts) {
    this.contracts = contracts;
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Set<String> sent =
        contracts.stream()
            .flatMap(contract -> contract.messages().stream())
            .collect(Collectors.toSet());
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          model.getModelElementsByType(ReceiveTask.class).stream()
              .filter(task -> !isSent(task.getMessage(), sent) && !BoundaryEvents.haveTimer(task))
              .forEach(task -> complaints.add(forEver(file, task, TIMER)));
          model.getModelElementsByType(EventBasedGateway.class).stream()
              .filter(gateway -> SequenceFlows.from(gateway).stream().noneMatch(goesOn(sent)))
              .forEach(gateway -> complaints.add(forEver(file, gateway, BRANCH)));
          model.getModelElementsByType(IntermediateCatchEvent.class).stream()
              .filter(event -> waits(event, sent))
              .filter(
                  event ->
                      SequenceFlows.to(event).stream()
                          .noneMatch(flow -> flow.getSource() instanceof EventBasedGateway))
              .forEach(event -> complaints.add(forEver(file, event, GATEWAY)));
        });
    return complaints;
  }

  private static Predicate<SequenceFlow> goesOn(Set<String> sent) {
    return branch ->
        branch.getTarget() instanceof IntermediateCatchEvent event && !waits(event, sent);
  }

  private static boolean waits(IntermediateCatchEvent event, Set<String> sent) {
    return event.getEventDefinitions().stream()
        .anyMatch(
            definition ->
                definition instanceof MessageEventDefinition message
                    && !isSent(message.getMessage(), sent));
  }

  private static boolean isSent(Message message, Set<String> sent) {
    return message != null && sent.contains(message.getName());
  }

  private static ReleaseComplaint forEver(String file, FlowNode node, String remedy) {
    return ReleaseComplaint.warning(
        file,
        node.getId(),
        node.getName(),
        "If the message never comes, the flow waits here for ever.",
        remedy);
  }
}
