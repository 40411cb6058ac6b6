package dev.baton.engine.guard;

import dev.baton.engine.release.ModelXml;
import dev.baton.engine.release.ReleaseOverlay;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.engine.repository.ResourceTypes;

/**
 * The flows, tables and forms that are live. They belong together, since a flow finds its forms,
 * tables and called flows in its own deployment; Modeler sends one file. So a changed file is laid
 * over the others: the deployment becomes a whole release.
 */
class LiveRelease {

  /**
   * Adds what the deployment lacks. New flows and tables alone stay as they are; a new form joins
   * the others, or the next flow that names it would not find it.
   *
   * @param deployment stored, but not yet parsed
   */
  ReleaseOverlay complete(DeploymentEntity deployment, CommandContext engine) {
    Map<String, byte[]> sent = new HashMap<>();
    deployment.getResources().forEach((name, resource) -> sent.put(name, resource.getBytes()));
    ReleaseOverlay overlay = ReleaseOverlay.of(sent, files(engine));
    if (overlay.changesLive()) {
      overlay.kept().forEach(name -> add(name, overlay.together().get(name), deployment, engine));
    }
    return overlay;
  }

  /** The content of each live file. */
  Map<String, byte[]> files(CommandContext engine) {
    Map<String, byte[]> files = new HashMap<>();
    engine
        .runWithoutAuthorization(() -> live(engine))
        .forEach(
            resource ->
                files.put(
                    ReleaseOverlay.freeName(resource.getName(), files.keySet()),
                    resource.getBytes()));
    return files;
  }

  private static void add(
      String name, byte[] content, DeploymentEntity deployment, CommandContext engine) {
    ResourceEntity copy = new ResourceEntity();
    copy.setName(name);
    copy.setBytes(content);
    copy.setDeploymentId(deployment.getId());
    copy.setType(ResourceTypes.REPOSITORY.getValue());
    copy.setCreateTime(ClockUtil.getCurrentTime());
    engine.getResourceManager().insertResource(copy);
    deployment.addResource(copy);
  }

  /** The file of the newest version of each definition. */
  private static Collection<ResourceEntity> live(CommandContext engine) {
    Map<String, ResourceEntity> newest = new LinkedHashMap<>();
    Set<String> deployments = new LinkedHashSet<>();
    definitions(engine)
        .forEach(
            definition -> {
              keep(definition, engine, newest);
              deployments.add(definition.getDeploymentId());
            });
    deployments.stream()
        .flatMap(id -> engine.getResourceManager().findResourcesByDeploymentId(id).stream())
        .flatMap(resource -> ModelXml.definitions(resource.getName(), resource.getBytes()).stream())
        .filter(id -> id.startsWith(ModelXml.FORM))
        .distinct()
        .map(
            id ->
                engine
                    .getCamundaFormDefinitionManager()
                    .findLatestDefinitionByKey(id.substring(ModelXml.FORM.length())))
        .filter(Objects::nonNull)
        .forEach(form -> keep(form, engine, newest));
    return newest.values().stream().distinct().toList();
  }

  private static void keep(
      ResourceDefinition definition, CommandContext engine, Map<String, ResourceEntity> newest) {
    ResourceEntity resource =
        engine
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                definition.getDeploymentId(), definition.getResourceName());
    newest.put(definition.getClass().getSimpleName() + definition.getKey(), resource);
  }

  private static Stream<ResourceDefinition> definitions(CommandContext engine) {
    return Stream.concat(
        engine
            .getProcessDefinitionManager()
            .findProcessDefinitionsByQueryCriteria(
                (ProcessDefinitionQueryImpl) new ProcessDefinitionQueryImpl().latestVersion(), null)
            .stream(),
        engine
            .getDecisionDefinitionManager()
            .findDecisionDefinitionsByQueryCriteria(
                (DecisionDefinitionQueryImpl) new DecisionDefinitionQueryImpl().latestVersion(),
                null)
            .stream());
  }
}
