package dev.baton.incident.process;

import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.TaskProperties;
import dev.baton.incident.HoldReason;
import dev.baton.staff.TeamCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether user tasks name teams, reasons of a hold and excluded people that exist. */
@Component
class UserTaskWordsCheck implements ReleaseCheck {

  private static final List<String> REASONS =
      Arrays.stream(HoldReason.values()).map(Enum::name).toList();

  private final ObjectProvider<TeamCodes> staff;

  UserTaskWordsCheck(ObjectProvider<TeamCodes> staff) {
    this.staff = staff;
  }

  @Override
  public List<String> notChecked() {
    return staff.getIfAvailable() == null ? List.of("teams") : List.of();
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Optional<Set<String>> teams = Optional.ofNullable(staff.getIfAvailable()).map(TeamCodes::all);
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            Map<String, String> properties = TaskProperties.of(task);
            String team = properties.get(UserTaskDescription.TEAM);
            if (team != null && teams.isPresent() && !teams.get().contains(team.strip())) {
              complaints.add(
                  error(
                      file,
                      task,
                      "There is no team '%s', so nobody would be offered this task."
                          .formatted(team),
                      "Register the team, or use one of %s."
                          .formatted(String.join(", ", teams.get()))));
            }
            String notBy = properties.get(UserTaskDescription.NOT_BY);
            if (notBy != null && !notBy.strip().equals(ExcludeResolver.RESOLVER)) {
              complaints.add(
                  error(
                      file,
                      task,
                      "'%s' is nobody whom a task can exclude, so anybody could complete it."
                          .formatted(notBy),
                      "Use '%s' in 'baton.notBy', or leave the property out."
                          .formatted(ExcludeResolver.RESOLVER)));
            }
            String reason = properties.get(UserTaskDescription.HOLD_REASON);
            if (reason != null && !REASONS.contains(reason.strip())) {
              complaints.add(
                  error(
                      file,
                      task,
                      "'%s' is not a reason to put an incident on hold.".formatted(reason),
                      "Use one of %s.".formatted(String.join(", ", REASONS))));
            }
          }
        });
    return complaints;
  }

  private static ReleaseComplaint error(String file, UserTask task, String problem, String remedy) {
    return ReleaseComplaint.error(file, task.getId(), task.getName(), problem, remedy);
  }
}
