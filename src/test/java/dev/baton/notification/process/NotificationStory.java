package dev.baton.notification.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.timeline.Timeline;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationView;
import dev.baton.notification.Notifications;
import dev.baton.notification.SilentAddresses;
import dev.baton.notification.Watchers;
import dev.baton.notification.announcement.Announcements;
import dev.baton.notification.delivery.Inbox;
import dev.baton.notification.delivery.SentMailStatus;
import dev.baton.support.StagedDesk;
import dev.baton.support.UnreliableSmtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** What every story about messages needs: the desk, a mail server that fails as it is told. */
abstract class NotificationStory {

  static final UnreliableSmtp SERVER = new UnreliableSmtp();
  private static Instant today = Instant.parse("2026-03-02T09:00:00Z");

  @Autowired StagedDesk stage;
  @Autowired IncidentActions desk;
  @Autowired ContactLog contacts;
  @Autowired Announcements announcements;
  @Autowired Notifications notifications;
  @Autowired SentMailStatus sentMail;
  @Autowired SilentAddresses silences;
  @Autowired Watchers watchers;
  @Autowired Inbox inbox;
  @Autowired Timeline timeline;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired RuntimeService runtimeService;
  @Autowired TaskService taskService;
  @Autowired FormService formService;

  private int before;

  /** Each story has a day of its own: the caps count what was sent within an hour. */
  @BeforeEach
  void openTheDesk() {
    stage.furnish();
    SERVER.be(UnreliableSmtp.Mood.WELL);
    clock.travelTo(today);
    before = SERVER.accepted().size();
  }

  @AfterEach
  void leaveNothingOpen() {
    for (String flow : List.of("incident-lifecycle", "client-notification")) {
      runtimeService.createProcessInstanceQuery().processDefinitionKey(flow).list().stream()
          .map(ProcessInstance::getId)
          .forEach(id -> runtimeService.deleteProcessInstance(id, "The story is over.", true));
    }
    today = today.plus(Duration.ofDays(7));
    clock.reset();
  }

  /** An incident of Rita's by mail, with the mail about its receipt sent. */
  IncidentNumber reported() {
    return stage.defaultReport().via(dev.baton.incident.Channel.WEB).routed();
  }

  void announce(IncidentNumber number, NotificationEvent event, String epoch) {
    announcements.announce(number, event, epoch, null);
    jobs.runDue();
  }

  void after(Duration time) {
    clock.travelTo(clock.instant().plus(time));
    jobs.runDue();
  }

  /** What the server took since the story began. */
  List<MimeMessage> mails() {
    return SERVER.accepted().stream().skip(before).map(NotificationStory::parsed).toList();
  }

  MimeMessage lastMail() {
    List<MimeMessage> mails = mails();
    assertThat(mails).isNotEmpty();
    return mails.get(mails.size() - 1);
  }

  private static MimeMessage parsed(String raw) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(UTF_8)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  List<NotificationView> told(IncidentNumber number, NotificationEvent event) {
    return notifications.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .filter(n -> n.event().equals(event))
        .toList();
  }

  NotificationView only(IncidentNumber number, NotificationEvent event) {
    assertThat(told(number, event)).hasSize(1);
    return told(number, event).get(0);
  }

  Task mending(IncidentNumber number) {
    return taskService
        .createTaskQuery()
        .taskDefinitionKey("mendAddress")
        .processInstanceBusinessKey(number.value())
        .singleResult();
  }

  void mend(String login, IncidentNumber number, Map<String, Object> form) {
    String task = mending(number).getId();
    stage.inTasklist(login, () -> formService.submitTaskForm(task, form));
    jobs.runDue();
  }

  List<String> journal(IncidentNumber number, String kind) {
    return timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
        .filter(entry -> entry.kind().equals(kind))
        .map(TimelineEntry::text)
        .toList();
  }

  long flowsOf(IncidentNumber number) {
    return runtimeService
        .createProcessInstanceQuery()
        .processDefinitionKey("client-notification")
        .processInstanceBusinessKey(number.value())
        .count();
  }
}
