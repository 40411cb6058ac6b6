package dev.baton.incident.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.engine.Flows;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.timeline.Timeline;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** What every story about an incident needs: the desk, a clock that stands still, a clean end. */
abstract class IncidentStory {

  static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T09:00:00Z");
  static final String LIFECYCLE = "incident-lifecycle";

  @Autowired StagedDesk stage;
  @Autowired IncidentActions desk;
  @Autowired IncidentSearch search;
  @Autowired ContactLog contacts;
  @Autowired Timeline timeline;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired Flows flows;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtimeService;
  @Autowired TaskService taskService;
  @Autowired FormService formService;

  @BeforeEach
  void openTheDesk() {
    init(engine);
    stage.furnish();
    clock.travelTo(MONDAY_MORNING);
  }

  @AfterEach
  void leaveNothingOpen() {
    clock.reset();
    runtimeService.createProcessInstanceQuery().processDefinitionKey(LIFECYCLE).list().stream()
        .map(ProcessInstance::getId)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "The story is over.", true, true));
  }

  IncidentView incident(IncidentNumber number) {
    return search.get(number);
  }

  ProcessInstance flowOf(IncidentNumber number) {
    return runtimeService
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number.value())
        .processDefinitionKey(LIFECYCLE)
        .singleResult();
  }

  Task taskOf(IncidentNumber number) {
    return taskService
        .createTaskQuery()
        .processDefinitionKey(LIFECYCLE)
        .processInstanceBusinessKey(number.value())
        .processDefinitionKey(LIFECYCLE)
        .initializeFormKeys()
        .singleResult();
  }

  /** The ids of the innermost steps at which the flow waits. */
  List<String> waitingAt(IncidentNumber number) {
    return innermost(runtimeService.getActivityInstance(flowOf(number).getId())).toList();
  }

  private static Stream<String> innermost(ActivityInstance within) {
    Stream<String> jobs =
        Stream.of(within.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
    ActivityInstance[] inner = within.getChildActivityInstances();
    Stream<String> steps =
        inner.length == 0 && within.getChildTransitionInstances().length == 0
            ? Stream.of(within.getActivityId())
            : Stream.of(inner).flatMap(IncidentStory::innermost);
    return Stream.concat(jobs, steps);
  }

  IncidentView as(String login, Supplier<IncidentView> act) {
    return stage.as(login, act);
  }

  /** Claims the task in Tasklist. */
  void claimInTasklist(String login, IncidentNumber number) {
    String task = taskOf(number).getId();
    stage.inTasklist(login, () -> taskService.claim(task, login));
  }

  /** Completes the open task in Tasklist with what was typed into its form. */
  void submit(String login, IncidentNumber number, Map<String, Object> form) {
    String task = taskOf(number).getId();
    stage.inTasklist(login, () -> formService.submitTaskForm(task, form));
  }

  /** Lets time pass, and then whatever became due happen. */
  void after(Duration time) {
    at(clock.instant().plus(time));
  }

  void at(Instant instant) {
    clock.travelTo(instant);
    jobs.runDue();
  }

  List<String> candidateGroups(IncidentNumber number) {
    return taskService.getIdentityLinksForTask(taskOf(number).getId()).stream()
        .filter(link -> link.getGroupId() != null)
        .map(link -> link.getGroupId())
        .toList();
  }

  List<String> journal(IncidentNumber number) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .map(TimelineEntry::kind)
        .toList();
  }

  TimelineEntry last(IncidentNumber number, String kind) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .filter(entry -> entry.kind().equals(kind))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
