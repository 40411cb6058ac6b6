package dev.baton.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.util.function.SingletonSupplier;

/** All flows, tables and forms that would be live together; read once. */
public final class Release {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, BpmnModelInstance> flows = new LinkedHashMap<>();
  private final Map<String, DmnModelInstance> tables = new LinkedHashMap<>();
  private final Map<String, JsonNode> forms = new LinkedHashMap<>();
  private final Map<String, String> unreadable = new HashMap<>();
  private final Set<String> changed;
  private final Supplier<Optional<Release>> former;
  private final Map<Class<?>, Object> found = new ConcurrentHashMap<>();

  /**
   * @param files content by name, such as {@code processes/incident-lifecycle.bpmn}
   * @param changed the names of those that somebody changed; the others are live already
   */
  public Release(Map<String, byte[]> files, Set<String> changed) {
    this.changed = Set.copyOf(changed);
    this.former = Optional::empty;
    files.keySet().stream().sorted().forEach(name -> read(name, files.get(name)));
  }

  /**
   * @param live what the release would replace; files that stay are not read again
   */
  public Release(Map<String, byte[]> files, Set<String> changed, Map<String, byte[]> live) {
    this.changed = Set.copyOf(changed);
    this.former =
        SingletonSupplier.of(() -> Optional.of(new Release(live, new ReadAlready(this, files))));
    files.keySet().stream().sorted().forEach(name -> read(name, files.get(name)));
  }

  /** What would be replaced counts as changed, so that checks of changed files see it, too. */
  private Release(Map<String, byte[]> files, ReadAlready others) {
    List<String> replaced =
        files.keySet().stream()
            .sorted()
            .filter(name -> !others.give(name, files.get(name), this))
            .toList();
    this.changed = Set.copyOf(replaced);
    this.former = Optional::empty;
    replaced.forEach(name -> read(name, files.get(name)));
  }

  /** What another release has read of the same content. */
  private record ReadAlready(Release release, Map<String, byte[]> files) {

    boolean give(String name, byte[] content, Release taker) {
      if (files.get(name) != content) {
        return false;
      }
      copy(name, release.flows, taker.flows);
      copy(name, release.tables, taker.tables);
      copy(name, release.forms, taker.forms);
      copy(name, release.unreadable, taker.unreadable);
      return true;
    }

    private static <T> void copy(String name, Map<String, T> from, Map<String, T> to) {
      if (from.containsKey(name)) {
        to.put(name, from.get(name));
      }
    }
  }

  private void read(String name, byte[] content) {
    String lower = name.toLowerCase(Locale.ROOT);
    try {
      if (lower.endsWith(".bpmn") || lower.endsWith(".bpmn20.xml")) {
        flows.put(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
      } else if (lower.endsWith(".dmn") || lower.endsWith(".dmn11.xml")) {
        tables.put(name, Dmn.readModelFromStream(new ByteArrayInputStream(content)));
      } else if (lower.endsWith(".form")) {
        forms.put(name, JSON.readTree(content));
      }
    } catch (ModelException | IOException e) {
      unreadable.put(name, rootMessage(e));
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** Flows by the name of their file. */
  public Map<String, BpmnModelInstance> flows() {
    return flows;
  }

  /** Decision tables by the name of their file. */
  public Map<String, DmnModelInstance> tables() {
    return tables;
  }

  /** Forms by the name of their file. */
  public Map<String, JsonNode> forms() {
    return forms;
  }

  /** Why files could not be read, by name. */
  public Map<String, String> unreadable() {
    return unreadable;
  }

  /** The names of the files that differ from what is live, in their order. */
  public List<String> changed() {
    return changed.stream().sorted().toList();
  }

  /** Whether this file differs from what is live. */
  public boolean isChanged(String file) {
    return changed.contains(file);
  }

  /** What several checks ask of this release, found by the first of them. */
  @SuppressWarnings("unchecked")
  public <T> T once(Class<?> owner, Function<Release, T> find) {
    return (T) found.computeIfAbsent(owner, key -> find.apply(this));
  }

  /** What it would replace; empty where that is not known. */
  public Optional<Release> former() {
    return former.get();
  }

  /** The form with this id, wherever it is. */
  public Optional<JsonNode> form(String id) {
    return forms.values().stream().filter(form -> form.path("id").asText().equals(id)).findFirst();
  }

  /** The ids of all executable processes. */
  public Set<String> processIds() {
    return flows.values().stream()
        .flatMap(model -> model.getModelElementsByType(Process.class).stream())
        .map(Process::getId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The process with this id. */
  public Optional<Process> process(String id) {
    return flows.values().stream()
        .flatMap(model -> model.getModelElementsByType(Process.class).stream())
        .filter(process -> process.getId().equals(id))
        .findFirst();
  }

  /** The name of the file that the process is in. */
  public String fileOf(Process process) {
    return flows.entrySet().stream()
        .filter(flow -> flow.getValue().equals(process.getModelInstance()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** The ids of all decisions. */
  public Set<String> decisionIds() {
    return tables.values().stream()
        .flatMap(model -> model.getModelElementsByType(Decision.class).stream())
        .map(Decision::getId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Calls it with each flow and its file. */
  public void eachFlow(BiConsumer<String, BpmnModelInstance> look) {
    flows.forEach(look);
  }
}
