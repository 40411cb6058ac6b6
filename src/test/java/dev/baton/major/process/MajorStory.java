package dev.baton.major.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.timeline.Timeline;
import dev.baton.major.DeclareMajorIncident;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentActions;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorIncidentView;
import dev.baton.support.ReportDraft;
import dev.baton.support.StagedDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/**
 * Stories about major incidents of acme, a gold client, who hears every 15 minutes. The desk has no
 * team leads: Mona, who manages it, leads. It begins on a Monday at nine.
 */
abstract class MajorStory {

  static final String FLOW = "major-incident";
  static final Instant MONDAY = Instant.parse("2026-04-13T09:00:00Z");

  @Autowired StagedDesk stage;
  @Autowired DeclareMajorIncident declarations;
  @Autowired MajorIncidentActions majorDesk;
  @Autowired MajorIncidentSearch majors;
  @Autowired IncidentActions desk;
  @Autowired IncidentSearch search;
  @Autowired ContactLog contacts;
  @Autowired Timeline timeline;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtimeService;
  @Autowired TaskService taskService;
  @Autowired FormService formService;
  @Autowired ManagementService managementService;

  @BeforeEach
  void openTheDesk() {
    init(engine);
    stage.furnish();
    clock.travelTo(MONDAY);
  }

  @AfterEach
  void leaveNothingOpen() {
    clock.reset();
    for (String flow : List.of("incident-lifecycle", FLOW)) {
      runtimeService.createProcessInstanceQuery().processDefinitionKey(flow).list().stream()
          .map(ProcessInstance::getId)
          .forEach(
              id -> runtimeService.deleteProcessInstance(id, "The story is over.", true, true));
    }
  }

  ReportDraft report() {
    return stage.defaultReport();
  }

  /** An incident that Ada works on and declared a major one. */
  IncidentNumber declared() {
    IncidentNumber number = atWork();
    declare(number);
    jobs.runDue();
    return number;
  }

  IncidentNumber atWork() {
    IncidentNumber number = report().routed();
    stage.as("ada", () -> desk.claim(number));
    return number;
  }

  void declare(IncidentNumber number) {
    stage.as("ada", () -> declarations.byHand(number, "The whole plant stands."));
  }

  IncidentNumber related(IncidentNumber major) {
    IncidentNumber number = atWork();
    stage.as("ada", () -> run(() -> majorDesk.link(major, number)));
    return number;
  }

  void resolve(IncidentNumber number) {
    stage.as("ada", () -> desk.resolve(number, ResolutionCode.WORKAROUND, "Rerouted."));
  }

  MajorIncidentView major(IncidentNumber number) {
    return majors.find(number).orElseThrow();
  }

  MajorDetails details(IncidentNumber number) {
    return majors.details(number).orElseThrow();
  }

  /** The open task of the major incident's flow; null when it has none. */
  Task task(IncidentNumber number) {
    return taskService
        .createTaskQuery()
        .processInstanceBusinessKey(number.value())
        .processDefinitionKey(FLOW)
        .singleResult();
  }

  void submit(String login, IncidentNumber number, Map<String, Object> form) {
    String task = task(number).getId();
    stage.inTasklist(login, () -> formService.submitTaskForm(task, form));
  }

  void update(IncidentNumber number, String text) {
    stage.as("mona", () -> run(() -> majorDesk.postUpdate(number, text, null)));
  }

  boolean isOver(IncidentNumber number) {
    return runtimeService
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(number.value())
            .processDefinitionKey(FLOW)
            .count()
        == 0;
  }

  /** A time on the Monday of the story. */
  static Instant on(String time) {
    return Instant.parse("2026-04-13T" + time + "Z");
  }

  void at(String time) {
    clock.travelTo(on(time));
    jobs.runDue();
  }

  void as(String login, Runnable act) {
    stage.as(login, () -> run(act));
  }

  private static Void run(Runnable act) {
    act.run();
    return null;
  }

  List<String> journal(IncidentNumber number) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .filter(entry -> entry.kind().equals("MAJOR"))
        .map(TimelineEntry::text)
        .toList();
  }

  /** Why the ladder was called, as the incident's journal tells it. */
  List<String> raisedBecause(IncidentNumber number) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .filter(entry -> entry.text().startsWith("Escalated because "))
        .map(entry -> entry.text().replaceAll("Escalated because (.*?)\\..*", "$1"))
        .toList();
  }

  List<String> told(IncidentNumber number) {
    return timeline.of(number, true, Pageable.ofSize(1_000)).getContent().stream()
        .filter(entry -> entry.kind().equals("CONTACT_OUT"))
        .map(TimelineEntry::text)
        .toList();
  }
}
