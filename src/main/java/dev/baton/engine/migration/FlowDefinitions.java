package dev.baton.engine.migration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.engine.release.ModelText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** The versions of flows, and the steps of each. A definition never changes. */
@Component
public class FlowDefinitions {

  private static final String KIND = "baton.kind";
  private static final int LONGEST_LABEL = 200;
  private static final Set<String> WAITING =
      Set.of(
          "userTask",
          "receiveTask",
          "callActivity",
          "intermediateCatchEvent",
          "eventBasedGateway",
          "parallelGateway",
          "inclusiveGateway");

  private final RepositoryService repository;
  private final TrustedEngineAccess trust;
  private final Cache<String, FlowDefinition> known =
      Caffeine.newBuilder().maximumSize(500).build();
  private final Cache<String, List<FlowStep>> steps =
      Caffeine.newBuilder().maximumSize(100).build();

  FlowDefinitions(RepositoryService repository, TrustedEngineAccess trust) {
    this.repository = repository;
    this.trust = trust;
  }

  /** The version with this id. */
  public FlowDefinition get(String definitionId) {
    return known.get(
        definitionId,
        id -> trust.trusted(() -> definition(repository.getProcessDefinition(definitionId))));
  }

  /** The newest version of the flow. */
  public Optional<FlowDefinition> newest(String key) {
    return Optional.ofNullable(
            trust.trusted(
                () ->
                    repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()))
        .map(found -> get(found.getId()));
  }

  /** The version of the flow that came with this deployment. */
  public Optional<FlowDefinition> ofDeployment(String deploymentId, String key) {
    return Optional.ofNullable(
            trust.trusted(
                () ->
                    repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deploymentId)
                        .processDefinitionKey(key)
                        .singleResult()))
        .map(found -> get(found.getId()));
  }

  /** The steps of this version, in the order of its file. */
  public List<FlowStep> steps(String definitionId) {
    return steps.get(
        definitionId,
        id ->
            trust
                .trusted(() -> repository.getBpmnModelInstance(id))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowDefinitions::step)
                .toList());
  }

  /** The step with this id; empty if the version has none. */
  public Optional<FlowStep> step(String definitionId, String id) {
    return steps(definitionId).stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** What an owner reads on the box; the id of a step that is not in the model. */
  public String label(String definitionId, String stepId) {
    return stepId == null
        ? ""
        : step(definitionId, stepId.replace("#multiInstanceBody", ""))
            .map(FlowStep::label)
            .orElse(stepId);
  }

  BpmnModelInstance model(String definitionId) {
    return trust.trusted(() -> repository.getBpmnModelInstance(definitionId));
  }

  private FlowDefinition definition(ProcessDefinition found) {
    Deployment deployment =
        repository.createDeploymentQuery().deploymentId(found.getDeploymentId()).singleResult();
    return new FlowDefinition(
        found.getId(),
        found.getKey(),
        found.getName() == null ? found.getKey() : found.getName(),
        found.getVersion(),
        found.getDeploymentId(),
        deployment == null ? null : deployment.getName());
  }

  private static FlowStep step(FlowNode node) {
    String name = node.getName();
    String type = node.getElementType().getTypeName();
    return new FlowStep(
        node.getId(),
        name == null || name.isBlank() ? node.getId() : ModelText.label(name, LONGEST_LABEL),
        type,
        kind(node),
        form(node),
        WAITING.contains(type) || node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter());
  }

  private static String form(BaseElement node) {
    return node instanceof UserTask task
        ? task.getCamundaFormRef() == null ? task.getCamundaFormKey() : task.getCamundaFormRef()
        : null;
  }

  private static String kind(BaseElement node) {
    return node.getExtensionElements() == null
        ? null
        : node
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list()
            .stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .filter(property -> KIND.equals(property.getCamundaName()))
            .map(CamundaProperty::getCamundaValue)
            .findFirst()
            .orElse(null);
  }
}
