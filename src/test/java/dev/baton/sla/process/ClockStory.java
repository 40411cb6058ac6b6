package dev.baton.sla.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import dev.baton.calendar.Target;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Priority;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.timeline.Timeline;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.clock.MilestoneView;
import dev.baton.support.ReportDraft;
import dev.baton.support.StagedDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/**
 * Stories about the clocks of a client, initech, who was promised at P3, in hours 09-18: an answer
 * within 60 minutes, an end within 240, news within 60 of every question; at P2 an answer within 30
 * and an end within 120, while news is left to the communication plan; at P4 an end on the second
 * day and nothing else; at P1 news every 60 minutes.
 */
abstract class ClockStory {

  static final String IVAN = "ivan@initech.example";
  private static final LocalDate MONDAY = LocalDate.parse("2026-02-02");

  @Autowired StagedDesk stage;
  @Autowired ClientDirectory clients;
  @Autowired PublishAgreements publish;
  @Autowired Obligations obligations;
  @Autowired IncidentActions desk;
  @Autowired IncidentSearch search;
  @Autowired ContactLog contacts;
  @Autowired Timeline timeline;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtimeService;
  @Autowired TaskService taskService;
  @Autowired ManagementService managementService;

  @BeforeEach
  void openTheDesk() {
    init(engine);
    stage.furnish();
    clock.travelTo(on("09:00"));
    if (clients.find("initech").isEmpty()) {
      long id =
          clients
              .register(
                  new ClientView(
                      0,
                      "initech",
                      "Initech",
                      Tier.BRONZE,
                      ZoneOffset.UTC,
                      Locale.ENGLISH,
                      5,
                      0,
                      0))
              .id();
      clients.register(new RequesterView(0, id, "Ivan", IVAN, null, false, null));
      publish.publish(SampleTerms.NINE_TO_SIX);
      publish.publish(agreement());
    }
  }

  static AgreementDefinition agreement() {
    return agreement("240 working minutes");
  }

  static AgreementDefinition agreement(String resolution) {
    return new AgreementDefinition(
        "initech",
        null,
        "initech",
        null,
        null,
        null,
        null,
        "nine-to-six",
        List.of(
            promise(ObligationKind.RESPONSE, Priority.P3, "60 working minutes"),
            promise(ObligationKind.RESOLUTION, Priority.P3, resolution),
            promise(ObligationKind.UPDATE, Priority.P3, "60 working minutes"),
            promise(ObligationKind.RESPONSE, Priority.P2, "30 working minutes"),
            promise(ObligationKind.RESOLUTION, Priority.P2, "120 working minutes"),
            promise(ObligationKind.RESOLUTION, Priority.P4, "end of working day + 1"),
            new Promise(
                ObligationKind.UPDATE,
                Set.of(Priority.P1),
                Target.parse("60 working minutes"),
                null,
                ClockStart.LAST_MESSAGE,
                null,
                null,
                List.of(75),
                null)));
  }

  private static Promise promise(ObligationKind kind, Priority priority, String target) {
    return new Promise(
        kind,
        Set.of(priority),
        Target.parse(target),
        null,
        null,
        null,
        null,
        List.of(75),
        List.of(Target.parse("30 working minutes")));
  }

  @AfterEach
  void leaveNothingOpen() {
    clock.reset();
    runtimeService
        .createProcessInstanceQuery()
        .processDefinitionKey("incident-lifecycle")
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "The story is over.", true, true));
  }

  ReportDraft report() {
    return stage.defaultReport().of("initech").by(IVAN).via(Channel.EMAIL);
  }

  /** A time on the Monday of the story. */
  static Instant on(String time) {
    return MONDAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }

  static Instant onTuesday(String time) {
    return MONDAY
        .plusDays(1)
        .atTime(LocalTime.parse(time))
        .toInstant(ZoneId.of("UTC").getRules().getOffset(Instant.EPOCH));
  }

  void at(Instant instant) {
    clock.travelTo(instant);
    jobs.runDue();
  }

  void at(String time) {
    at(on(time));
  }

  ObligationView obligation(IncidentNumber number, ObligationKind kind) {
    return obligations.of(number).stream()
        .filter(obligation -> obligation.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  List<String> milestones(IncidentNumber number, ObligationKind kind) {
    return obligations.milestones(obligation(number, kind).id()).stream()
        .map(MilestoneView::milestone)
        .toList();
  }

  /** Where the clock's flow waits; null when it has ended. */
  String waitsAt(IncidentNumber number, ObligationKind kind) {
    return clockOf(number, kind).map(this::innermost).orElse(null);
  }

  java.util.Optional<ProcessInstance> clockOf(IncidentNumber number, ObligationKind kind) {
    return java.util.Optional.ofNullable(
        runtimeService
            .createProcessInstanceQuery()
            .processDefinitionKey("sla-clock")
            .processInstanceBusinessKey(number.value())
            .variableValueEquals("obligationId", obligation(number, kind).id())
            .singleResult());
  }

  private String innermost(ProcessInstance clockInstance) {
    ActivityInstance within = runtimeService.getActivityInstance(clockInstance.getId());
    while (within.getChildActivityInstances().length > 0) {
      within = within.getChildActivityInstances()[0];
    }
    return within.getActivityId();
  }

  Task taskOf(IncidentNumber number) {
    return taskService
        .createTaskQuery()
        .processDefinitionKey("incident-lifecycle")
        .processInstanceBusinessKey(number.value())
        .singleResult();
  }

  <T> T as(String login, Supplier<T> act) {
    return stage.as(login, act);
  }

  IncidentNumber claimed(IncidentNumber number) {
    as("ada", () -> desk.claim(number));
    return number;
  }

  void held(IncidentNumber number, HoldReason reason, String until) {
    as("ada", () -> desk.hold(number, reason, on(until), null));
  }

  void answer(IncidentNumber number) {
    contact(number, Direction.OUT, Visibility.CLIENT);
  }

  void ask(IncidentNumber number) {
    contact(number, Direction.IN, Visibility.CLIENT);
  }

  void contact(IncidentNumber number, Direction direction, Visibility visibility) {
    as(
        "ada",
        () ->
            contacts.log(
                new NewContact(
                    number,
                    ContactKind.INCIDENT,
                    null,
                    direction,
                    Channel.EMAIL,
                    IVAN,
                    null,
                    "Words.",
                    visibility)));
  }

  List<String> journal(IncidentNumber number) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .map(TimelineEntry::kind)
        .toList();
  }

  String lastText(IncidentNumber number, String kind) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .filter(entry -> entry.kind().equals(kind))
        .reduce((first, second) -> second)
        .orElseThrow()
        .text();
  }
}
