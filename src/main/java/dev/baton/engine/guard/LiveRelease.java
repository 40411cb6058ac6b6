package dev.baton.engine.guard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The flows, tables and forms that are live. They belong together, since a flow finds its forms,
 * tables and called flows in its own deployment; Modeler sends one file. So a changed file is laid
 * over the others: the deployment becomes a whole release.
 */
class LiveRelease {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Adds what the deployment lacks. A deployment of new files alone stays as it is.
   *
   * @param deployment stored, but not yet parsed
   * @return everything that would be live then, by file
   */
  Map<String, byte[]> complete(DeploymentEntity deployment, CommandContext engine) {
    Set<String> sent =
        deployment.getResources().values().stream()
            .flatMap(resource -> ids(resource).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Collection<ResourceEntity> live = engine.runWithoutAuthorization(() -> live(engine));
    boolean changesLive =
        live.stream().anyMatch(resource -> !Collections.disjoint(ids(resource), sent));
    Map<String, byte[]> together = new HashMap<>();
    deployment.getResources().forEach((name, resource) -> together.put(name, resource.getBytes()));
    for (ResourceEntity resource : live) {
      if (Collections.disjoint(ids(resource), sent)
          && together.putIfAbsent(resource.getName(), resource.getBytes()) == null
          && changesLive) {
        add(resource, deployment, engine);
      }
    }
    return together;
  }

  private static void add(ResourceEntity live, DeploymentEntity deployment, CommandContext engine) {
    ResourceEntity copy = new ResourceEntity();
    copy.setName(live.getName());
    copy.setBytes(live.getBytes());
    copy.setDeploymentId(deployment.getId());
    copy.setType(ResourceTypes.REPOSITORY.getValue());
    copy.setCreateTime(ClockUtil.getCurrentTime());
    engine.getResourceManager().insertResource(copy);
    deployment.addResource(copy);
  }

  /** The newest file of each definition; forms come with the deployments of flows and tables. */
  private static Collection<ResourceEntity> live(CommandContext engine) {
    Map<String, ResourceEntity> newest = new LinkedHashMap<>();
    deployments(engine).stream()
        .sorted(Comparator.comparing(DeploymentEntity::getDeploymentTime))
        .flatMap(
            deployment ->
                engine
                    .getResourceManager()
                    .findResourcesByDeploymentId(deployment.getId())
                    .stream())
        .filter(resource -> !resource.isGenerated())
        .forEach(resource -> ids(resource).forEach(id -> newest.put(id, resource)));
    return newest.values().stream().distinct().toList();
  }

  private static List<DeploymentEntity> deployments(CommandContext engine) {
    Stream<String> flows =
        engine
            .getProcessDefinitionManager()
            .findProcessDefinitionsByQueryCriteria(
                (ProcessDefinitionQueryImpl) new ProcessDefinitionQueryImpl().latestVersion(), null)
            .stream()
            .map(ProcessDefinition::getDeploymentId);
    Stream<String> tables =
        engine
            .getDecisionDefinitionManager()
            .findDecisionDefinitionsByQueryCriteria(
                (DecisionDefinitionQueryImpl) new DecisionDefinitionQueryImpl().latestVersion(),
                null)
            .stream()
            .map(DecisionDefinition::getDeploymentId);
    return Stream.concat(flows, tables)
        .distinct()
        .map(id -> engine.getDeploymentManager().findDeploymentById(id))
        .toList();
  }

  /** What the file defines, such as {@code process incident-lifecycle}. */
  private static Set<String> ids(ResourceEntity resource) {
    String name = resource.getName().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".form")) {
        return Set.of("form " + JSON.readTree(resource.getBytes()).path("id").asText());
      }
      if (ModelCheck.isModel(name)) {
        NodeList elements =
            ModelCheck.read(resource.getBytes()).getDocumentElement().getChildNodes();
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < elements.getLength(); i++) {
          if (elements.item(i) instanceof Element element
              && Set.of("process", "decision").contains(element.getLocalName())) {
            ids.add(element.getLocalName() + " " + element.getAttribute("id"));
          }
        }
        return ids;
      }
      return Set.of();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Set.of(); // refused by its own check
    }
  }
}
