package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.BatonTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class TasklistFiltersIT {

  @Autowired Clock clock;
  @Autowired TasklistFilters tasklistFilters;
  @Autowired FilterService filters;
  @Autowired TaskService tasks;
  @Autowired IdentityService identities;

  @AfterEach
  void tidyUp() {
    identities.clearAuthentication();
    tasks.createTaskQuery().taskNameLike("Filter test%").list().stream()
        .map(Task::getId)
        .forEach(id -> tasks.deleteTask(id, true));
  }

  @Test
  void aSecondStartAddsNoFilter() {
    tasklistFilters.prepare();

    assertThat(filters.createTaskFilterQuery().list())
        .extracting(Filter::getName)
        .containsExactlyInAnyOrder(
            "My work",
            "My team's queue",
            "Breaching within the hour",
            "Answered by the client",
            "My escalations",
            "Due soon",
            "On hold",
            "I take part",
            "Unassigned",
            "All open");
  }

  @Test
  void eachRoleReadsTheListsThatItHasAUseFor() {
    for (String role :
        List.of("agent", "senior-agent", "team-lead", "service-desk-manager", "camunda-admin")) {
      assertThat(readBy(role)).as(role).hasSize(10);
    }
    assertThat(readBy("client-relationship-manager"))
        .containsExactlyInAnyOrder(
            "My work",
            "Breaching within the hour",
            "Answered by the client",
            "My escalations",
            "All open");
    for (String role : List.of("qa-specialist", "trainer", "process-owner")) {
      assertThat(readBy(role))
          .as(role)
          .containsExactlyInAnyOrder("Breaching within the hour", "All open");
    }
    assertThat(readBy("requester")).isEmpty();
  }

  private List<String> readBy(String role) {
    identities.setAuthentication("somebody", List.of(role));
    return filters.createTaskFilterQuery().list().stream().map(Filter::getName).toList();
  }

  @Test
  void aTeamSeesItsQueueWithTheMostUrgentFirstWhateverTasklistSortsBy() {
    task("Filter test, minor", 25, "team-filter-test", null);
    task("Filter test, major", 100, "team-filter-test", null);
    task("Filter test, taken", 100, "team-filter-test", "somebody");
    task("Filter test, elsewhere", 100, "team-another", null);
    List<Task> queue =
        as(
            "somebody",
            "team-filter-test",
            () ->
                filters.list(
                    filter("My team's queue"),
                    tasks.createTaskQuery().orderByTaskCreateTime().desc()));

    assertThat(queue)
        .extracting(Task::getName)
        .containsExactly("Filter test, major", "Filter test, minor");
    assertThat(as("somebody", "team-filter-test", () -> filters.<Task>list(filter("My work"))))
        .extracting(Task::getName)
        .containsExactly("Filter test, taken");
  }

  @Test
  void whatIsDueSoonIsListedByItsDeadline() {
    Instant now = clock.instant();
    due("Filter test, tomorrow", now.plus(Duration.ofDays(1)));
    due("Filter test, in an hour", now.plus(Duration.ofHours(1)));
    due("Filter test, past due", now.minus(Duration.ofHours(1)));

    assertThat(as("somebody", "team-filter-test", () -> filters.<Task>list(filter("Due soon"))))
        .extracting(Task::getName)
        .filteredOn(name -> name.startsWith("Filter test"))
        .containsExactly("Filter test, past due", "Filter test, in an hour");
  }

  private void due(String name, Instant due) {
    Task task = tasks.newTask();
    task.setName(name);
    task.setDueDate(Date.from(due));
    tasks.saveTask(task);
  }

  private <T> T as(String person, String group, Supplier<T> work) {
    // Administrators see every task; the filter alone decides what is on the list.
    identities.setAuthentication(person, List.of(group, "camunda-admin"));
    try {
      return work.get();
    } finally {
      identities.clearAuthentication();
    }
  }

  private String filter(String name) {
    return filters.createTaskFilterQuery().filterName(name).singleResult().getId();
  }

  private void task(String name, int priority, String group, String assignee) {
    Task task = tasks.newTask();
    task.setName(name);
    task.setPriority(priority);
    task.setAssignee(assignee);
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), group);
  }
}
