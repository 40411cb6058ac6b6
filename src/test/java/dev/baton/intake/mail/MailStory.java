package dev.baton.intake.mail;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.incident.ContactView;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.report.Triage;
import dev.baton.incident.report.TriageEntry;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.timeline.Timeline;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What stories of mails share: mails that come in, and what can be seen of them. */
abstract class MailStory {

  static final String BOX = "story";

  private static final AtomicLong UID = new AtomicLong();
  private static final AtomicLong STORIES = new AtomicLong();

  @Autowired StagedDesk stage;
  @Autowired IncomingMails mails;
  @Autowired ContactLog contacts;
  @Autowired IncidentSearch incidents;
  @Autowired IncidentActions desk;
  @Autowired Timeline timeline;
  @Autowired Triage triage;
  @Autowired TriageContacts sorting;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired ManagementService managementService;
  @Autowired TaskService taskService;
  @Autowired RuntimeService runtimeService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void openTheDesk() {
    stage.furnish();
    clock.travelTo(clock.instant().plus(Duration.ofHours(STORIES.addAndGet(2)))); // caps forget
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  /** What became of a mail. */
  record Taken(long id, String state, String outcome, String incident, Long contact) {}

  /** It comes in, and is taken in. */
  Taken receive(MailDraft mail) {
    long id = store(mail);
    jobs.runDue();
    return taken(id);
  }

  /** It is stored, and its job waits. */
  long store(MailDraft mail) {
    long uid = UID.incrementAndGet();
    byte[] raw = mail.bytes();
    mails.store(BOX, 1, new FetchedMail(uid, raw.length, false, raw));
    return database.queryForObject(
        "select id from incoming_mail where box = ? and uid = ?", Long.class, BOX, uid);
  }

  Taken taken(long id) {
    return database.queryForObject(
        "select id, state, outcome, incident, contact_id from incoming_mail where id = ?",
        (row, at) ->
            new Taken(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Long.class)),
        id);
  }

  /** A new incident of Rita's, by mail. */
  IncidentNumber reported(MailDraft mail) {
    return new IncidentNumber(receive(mail).incident());
  }

  IncidentView view(IncidentNumber number) {
    return incidents.get(number);
  }

  IncidentNumber claimed() {
    IncidentNumber number = stage.defaultReport().routed();
    stage.as("ada", () -> desk.claim(number));
    return number;
  }

  IncidentNumber held() {
    IncidentNumber number = claimed();
    stage.as(
        "ada",
        () ->
            desk.hold(
                number,
                HoldReason.REQUESTER,
                clock.instant().plus(Duration.ofDays(3)),
                "Which floor?"));
    return number;
  }

  IncidentNumber resolved() {
    IncidentNumber number = claimed();
    stage.as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Put out."));
    return number;
  }

  IncidentNumber closed() {
    IncidentNumber number = resolved();
    stage.as("ada", () -> desk.confirm(number));
    jobs.runDue();
    return number;
  }

  List<ContactView> contactsOn(IncidentNumber number) {
    return contacts.of(number, false, Pageable.ofSize(1_000)).getContent();
  }

  ContactView lastContact(IncidentNumber number) {
    List<ContactView> all = contactsOn(number);
    return all.get(all.size() - 1);
  }

  TriageEntry waiting(long contact) {
    return triage.waiting(PageRequest.of(0, 200)).stream()
        .filter(entry -> entry.contact().id() == contact)
        .findFirst()
        .orElse(null);
  }

  long incidentsInAll() {
    return database.queryForObject("select count(*) from incident", Long.class);
  }

  /** The Message-ID of a mail that we sent about the incident. */
  String ours(IncidentNumber number) {
    jobs.runDue();
    return database.queryForObject(
        "select message_id from notification where incident = ? and message_id is not null"
            + " order by id limit 1",
        String.class,
        number.value());
  }

  String jobOf(long mail) {
    String instance =
        runtimeService
            .createProcessInstanceQuery()
            .processInstanceBusinessKey("mail-" + mail, "incoming-mail")
            .singleResult()
            .getId();
    return managementService.createJobQuery().processInstanceId(instance).singleResult().getId();
  }

  Task quarantineTask(long mail) {
    return taskService
        .createTaskQuery()
        .processDefinitionKey("incoming-mail")
        .processInstanceBusinessKey("mail-" + mail)
        .singleResult();
  }
}
