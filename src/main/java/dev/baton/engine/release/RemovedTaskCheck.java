package dev.baton.engine.release;

import dev.baton.engine.EngineQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether work stands at user tasks that the changed flow no longer has under their ids. */
@Component
class RemovedTaskCheck implements ReleaseCheck {

  private final ObjectProvider<EngineQueries> queries;

  RemovedTaskCheck(ObjectProvider<EngineQueries> queries) {
    this.queries = queries;
  }

  @Override
  public List<String> notChecked() {
    return queries.getIfAvailable() == null ? List.of("open tasks") : List.of();
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          if (release.isChanged(file)) {
            for (Process process : model.getModelElementsByType(Process.class)) {
              release
                  .former()
                  .flatMap(former -> former.process(process.getId()))
                  .ifPresent(former -> complaints.addAll(removed(file, former, process)));
            }
          }
        });
    return complaints;
  }

  private List<ReleaseComplaint> removed(String file, Process former, Process now) {
    Map<String, UserTask> removed = new HashMap<>(tasks(former));
    Map<String, UserTask> tasks = tasks(now);
    removed.keySet().removeAll(tasks.keySet());
    EngineQueries engine = queries.getIfAvailable();
    if (removed.isEmpty() || engine == null) {
      return List.of();
    }
    return engine.openTasks(former.getId(), removed.keySet()).entrySet().stream()
        .map(open -> complaint(file, removed.get(open.getKey()), open.getValue(), tasks))
        .toList();
  }

  private static ReleaseComplaint complaint(
      String file, UserTask former, int open, Map<String, UserTask> tasks) {
    String label = former.getName() == null ? former.getId() : former.getName().strip();
    Optional<UserTask> renamed =
        tasks.values().stream().filter(task -> label.equals(task.getName())).findFirst();
    return ReleaseComplaint.warning(
        file,
        former.getId(),
        label,
        ("%s here, and the changed flow no longer has this step. They go on in the flow as it was"
                + " before, with its forms and tables.")
            .formatted(open == 1 ? "1 open task stands" : open + " open tasks stand"),
        renamed
            .map(
                task ->
                    "The step with this label is now '%s'; give it the id '%s' again."
                        .formatted(task.getId(), former.getId()))
            .orElse("Nothing, if they may; otherwise have the instances migrated."));
  }

  private static Map<String, UserTask> tasks(Process process) {
    Map<String, UserTask> tasks = new HashMap<>();
    process
        .getModelInstance()
        .getModelElementsByType(UserTask.class)
        .forEach(task -> tasks.put(task.getId(), task));
    return tasks;
  }
}
