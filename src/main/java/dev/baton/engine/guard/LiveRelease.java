package dev.baton.engine.guard;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.release.ReleaseComplaint;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The flows, tables and forms that are live. They belong together, since a flow finds its forms,
 * tables and called flows in its own deployment; Modeler sends one file. So a changed file is laid
 * over the others: the deployment becomes a whole release.
 */
class LiveRelease {

  private static final String FORM = "form ";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is live, and everything that would be live after a deployment: content by file. */
  record Overlay(Map<String, byte[]> live, Map<String, byte[]> together) {}

  /**
   * Adds what the deployment lacks. New flows and tables alone stay as they are; a new form joins
   * the others, or the next flow that names it would not find it.
   *
   * @param deployment stored, but not yet parsed
   * @param complaints takes what is wrong with the sent files themselves
   */
  Overlay complete(
      DeploymentEntity deployment, CommandContext engine, Consumer<ReleaseComplaint> complaints) {
    Set<String> sent =
        deployment.getResources().values().stream()
            .flatMap(resource -> ids(resource).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Collection<ResourceEntity> live = engine.runWithoutAuthorization(() -> live(engine));
    boolean changesLive =
        sent.stream().anyMatch(id -> id.startsWith(FORM))
            || live.stream().anyMatch(resource -> !Collections.disjoint(ids(resource), sent));
    deployment
        .getResources()
        .values()
        .forEach(resource -> complainOfChangedId(resource, live, complaints));
    Map<String, byte[]> before = new HashMap<>();
    live.forEach(
        resource -> before.put(freeName(resource.getName(), before.keySet()), resource.getBytes()));
    Map<String, byte[]> together = new HashMap<>();
    deployment.getResources().forEach((name, resource) -> together.put(name, resource.getBytes()));
    for (ResourceEntity resource : live) {
      if (Collections.disjoint(ids(resource), sent)) {
        String name = freeName(resource.getName(), together.keySet());
        together.put(name, resource.getBytes());
        if (changesLive) {
          add(name, resource, deployment, engine);
        }
      }
    }
    return new Overlay(before, together);
  }

  /** Two files of one name may define different things, since they were sent one by one. */
  private static String freeName(String name, Set<String> taken) {
    String free = name;
    int dot = name.lastIndexOf('.');
    for (int i = 2; taken.contains(free); i++) {
      free = name.substring(0, dot) + "-" + i + name.substring(dot);
    }
    return free;
  }

  /** What uses the definition would still look for the former id. */
  private static void complainOfChangedId(
      ResourceEntity sent, Collection<ResourceEntity> live, Consumer<ReleaseComplaint> complaints) {
    Set<String> now = ids(sent);
    live.stream()
        .filter(resource -> base(resource.getName()).equals(base(sent.getName())))
        .filter(resource -> !now.isEmpty() && Collections.disjoint(ids(resource), now))
        .findFirst()
        .ifPresent(
            former ->
                complaints.accept(
                    ReleaseComplaint.warning(
                        sent.getName(),
                        "",
                        null,
                        "A file of this name defines '%s'; this one defines '%s' beside it."
                            .formatted(String.join(", ", ids(former)), String.join(", ", now)),
                        "If the id was changed by mistake, change it back.")));
  }

  private static String base(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static void add(
      String name, ResourceEntity live, DeploymentEntity deployment, CommandContext engine) {
    ResourceEntity copy = new ResourceEntity();
    copy.setName(name);
    copy.setBytes(live.getBytes());
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
        .flatMap(resource -> ids(resource).stream())
        .filter(id -> id.startsWith(FORM))
        .distinct()
        .map(
            id ->
                engine
                    .getCamundaFormDefinitionManager()
                    .findLatestDefinitionByKey(id.substring(FORM.length())))
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

  /** What the file defines, such as {@code process incident-lifecycle}. */
  private static Set<String> ids(ResourceEntity resource) {
    String name = resource.getName().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".form")) {
        return Set.of(FORM + JSON.readTree(resource.getBytes()).path("id").asText());
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
