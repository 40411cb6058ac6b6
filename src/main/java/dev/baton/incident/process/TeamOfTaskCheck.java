package dev.baton.incident.process;

import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.TaskProperties;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Whether the teams exist to which user tasks are offered. */
@Component
class TeamOfTaskCheck implements ReleaseCheck {

  private final StaffDirectory staff;

  TeamOfTaskCheck(StaffDirectory staff) {
    this.staff = staff;
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Set<String> teams =
        staff.teams().stream().map(TeamView::code).collect(Collectors.toCollection(TreeSet::new));
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            String team = TaskProperties.of(task).get(UserTaskDescription.TEAM);
            if (team != null && !teams.contains(team.strip())) {
              complaints.add(
                  ReleaseComplaint.error(
                      file,
                      task.getId(),
                      task.getName(),
                      "There is no team '%s', so nobody would be offered this task."
                          .formatted(team),
                      "Register the team, or use one of %s.".formatted(String.join(", ", teams))));
            }
          }
        });
    return complaints;
  }
}
