package dev.baton.flow.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.SequenceFlows;
import dev.baton.engine.release.TaskProperties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Each branch behind a form waits for an outcome that somebody can choose. Nothing is said where an
 * outcome may also come from a step or an event, since these do not say which they give.
 */
@Component
class BranchOptionCheck implements ReleaseCheck {

  private static final String OUTCOME = "outcome";
  private static final Pattern COMPARED =
      Pattern.compile("outcome\\s*(?:==|eq)\\s*['\"]([^'\"]*)['\"]");

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            offeredBefore(release, gateway)
                .ifPresent(offered -> check(file, gateway, offered, complaints));
          }
        });
    return complaints;
  }

  private static void check(
      String file,
      ExclusiveGateway gateway,
      Set<String> offered,
      List<ReleaseComplaint> complaints) {
    for (SequenceFlow branch : SequenceFlows.from(gateway)) {
      for (String outcome : compared(branch)) {
        if (!offered.contains(outcome)) {
          complaints.add(
              ReleaseComplaint.warning(
                  file,
                  gateway.getId(),
                  gateway.getName(),
                  "The branch to \"%s\" waits for '%s', which no form before it offers."
                      .formatted(name(branch.getTarget()), outcome),
                  SimilarWord.of(outcome, offered)
                      .map("Did you mean '%s'?"::formatted)
                      .orElse(
                          "Add the option '%s' to the form, or remove the branch."
                              .formatted(outcome))));
        }
      }
    }
  }

  /** What people can choose before the gateway; empty if something else may decide as well. */
  private static Optional<Set<String>> offeredBefore(Release release, ExclusiveGateway gateway) {
    Set<String> offered = new TreeSet<>();
    boolean isKnown = collect(release, gateway, new HashSet<>(), offered);
    return isKnown && !offered.isEmpty() ? Optional.of(offered) : Optional.empty();
  }

  private static boolean collect(
      Release release, FlowNode gateway, Set<FlowNode> seen, Set<String> offered) {
    for (SequenceFlow flow : SequenceFlows.to(gateway)) {
      FlowNode source = flow.getSource();
      if (!seen.add(source)) {
        continue;
      }
      boolean isKnown =
          source instanceof UserTask task
              ? collect(release, task, offered)
              : source instanceof ExclusiveGateway merging
                  && collect(release, merging, seen, offered);
      if (!isKnown) {
        return false;
      }
    }
    return true;
  }

  private static boolean collect(Release release, UserTask task, Set<String> offered) {
    Set<String> options = new TreeSet<>();
    Optional.ofNullable(task.getCamundaFormRef())
        .flatMap(release::form)
        .ifPresent(form -> options(form, options));
    offered.addAll(options);
    offered.addAll(
        UserTaskDescription.words(
            TaskProperties.of(task).getOrDefault(UserTaskDescription.OFFERS, "")));
    return !options.isEmpty();
  }

  private static void options(JsonNode node, Set<String> options) {
    if (node.path("key").asText().equals(OUTCOME)) {
      node.path("values").forEach(value -> options.add(value.path("value").asText()));
    }
    node.path("components").forEach(inner -> options(inner, options));
  }

  private static Set<String> compared(SequenceFlow branch) {
    Set<String> outcomes = new TreeSet<>();
    if (branch.getConditionExpression() != null) {
      Matcher literal = COMPARED.matcher(branch.getConditionExpression().getTextContent());
      while (literal.find()) {
        outcomes.add(literal.group(1));
      }
    }
    return outcomes;
  }

  private static String name(FlowNode node) {
    return node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName();
  }
}
