package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What stands in which list of Tasklist while an incident goes its way. */
abstract class ListedStories extends IncidentStory {

  private static final String ANSWERED = "Waiting for the client, answered";

  private static final String KIND =
      "\"taskVariables\":[{\"name\":\"taskKind\",\"value\":\"%s\",\"operator\":\"EQUALS\"}]";

  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;
  @Autowired FilterService filters;
  @Autowired IdentityService identities;

  @Test
  void theAnswerThatWasWaitedForIsListedUntilSomebodyAnswersIt() {
    IncidentNumber number = held(HoldReason.REQUESTER);
    assertThat(listed(ANSWERED, "ada")).doesNotContain(number.value());
    assertThat(listed("On hold", "ada")).contains(number.value());

    contact(number, Direction.IN, Visibility.CLIENT);
    jobs.runDue();
    assertThat(listed(ANSWERED, "ada")).contains(number.value());
    assertThat(listed("On hold", "ada")).doesNotContain(number.value());

    stage.as("ada", () -> contact(number, Direction.OUT, Visibility.INTERNAL));
    assertThat(listed(ANSWERED, "ada")).contains(number.value());
    stage.as("ada", () -> contact(number, Direction.OUT, Visibility.CLIENT));
    assertThat(listed(ANSWERED, "ada")).doesNotContain(number.value());
  }

  /** The lists of earlier releases named steps of the model; their tasks carried no kind. */
  @Test
  void openTasksAndListsOfAnEarlierReleaseAreBroughtAlong() {
    IncidentNumber onHold = held(HoldReason.SUPPLIER);
    IncidentNumber atWork = stage.defaultReport().routed();
    jdbc.sql("delete from ACT_RU_VARIABLE where NAME_ = 'taskKind'").update();
    rewriteLists(KIND.formatted("hold"), "\"key\":\"waitOnHold\"");
    rewriteLists(
        KIND.formatted("work"), "\"keys\":[\"resolveAtFirstLine\",\"resolveAtSecondLine\"]");
    assertThat(listed("On hold", "ada")).contains(onHold.value());

    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V71__kinds_of_open_tasks.sql"))
        .execute(dataSource);

    TaskQueryImpl renewed =
        filters.createTaskFilterQuery().filterName("On hold").singleResult().getQuery();
    assertThat(renewed.getKey()).isNull();
    assertThat(listed("On hold", "ada")).contains(onHold.value()).doesNotContain(atWork.value());
    assertThat(listed("Unassigned", "ada")).contains(atWork.value()).doesNotContain(onHold.value());
  }

  private void rewriteLists(String now, String then) {
    jdbc.sql("update ACT_RU_FILTER set QUERY_ = replace(QUERY_, ?, ?)").params(now, then).update();
  }

  @Test
  void whatNobodyWaitedForIsNotListedAsAnAnswer() {
    IncidentNumber number = stage.defaultReport().routed();
    contact(number, Direction.IN, Visibility.CLIENT);
    IncidentNumber elsewhere = held(HoldReason.SUPPLIER);
    contact(elsewhere, Direction.IN, Visibility.CLIENT);
    jobs.runDue();
    as("ada", () -> desk.resume(elsewhere, null));

    assertThat(listed(ANSWERED, "ada")).doesNotContain(number.value(), elsewhere.value());
  }

  @Test
  void aSecondHoldOrAResolutionTakesItFromTheList() {
    IncidentNumber held = held(HoldReason.REQUESTER);
    IncidentNumber resolved = held(HoldReason.REQUESTER);
    contact(held, Direction.IN, Visibility.CLIENT);
    contact(resolved, Direction.IN, Visibility.CLIENT);
    jobs.runDue();
    assertThat(listed(ANSWERED, "ben")).contains(held.value(), resolved.value());

    as("ada", () -> desk.hold(held, HoldReason.CHANGE, null, null));
    as("ada", () -> desk.resume(held, null));
    as("ada", () -> desk.resolve(resolved, ResolutionCode.FIXED, "Done."));

    assertThat(listed(ANSWERED, "ben")).doesNotContain(held.value(), resolved.value());
  }

  @Test
  void aRejectedResolutionIsAnAnswerToo() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));
    jobs.runDue();

    contact(number, Direction.IN, Visibility.CLIENT);
    jobs.runDue();

    assertThat(listed(ANSWERED, "ada")).contains(number.value());
  }

  @Test
  void whoHoldsItAndWhoCouldSeeItInTheirLists() {
    IncidentNumber number = stage.defaultReport().routed();
    assertThat(listed("My team's queue", "ada")).contains(number.value());
    assertThat(listed("My team's queue", "nora")).doesNotContain(number.value());
    assertThat(listed("Unassigned", "nora")).contains(number.value());
    assertThat(listed("My work", "ada")).doesNotContain(number.value());

    as("ada", () -> desk.claim(number));
    assertThat(listed("My work", "ada")).contains(number.value());
    assertThat(listed("My work", "ben")).doesNotContain(number.value());
    assertThat(listed("Unassigned", "nora")).doesNotContain(number.value());
    assertThat(listed("My team's queue", "ben")).doesNotContain(number.value());
  }

  @Test
  void aHoldIsDueWhenItWasPromisedToEnd() {
    IncidentNumber number = held(HoldReason.SUPPLIER);

    assertThat(taskOf(number).getDueDate().toInstant())
        .isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    as("ada", () -> desk.resume(number, null));
    assertThat(taskOf(number).getDueDate()).isNull();
  }

  private IncidentNumber held(HoldReason reason) {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    as("ada", () -> desk.hold(number, reason, clock.instant().plus(Duration.ofDays(1)), null));
    return number;
  }

  private Object contact(IncidentNumber number, Direction way, Visibility seen) {
    return contacts.log(
        new NewContact(
            number,
            ContactKind.INCIDENT,
            null,
            way,
            Channel.EMAIL,
            StagedDesk.RITA,
            null,
            "Words",
            seen));
  }

  /** The numbers in the list as this person reads it. */
  private List<String> listed(String name, String login) {
    List<String> groups =
        identities.createGroupQuery().groupMember(login).list().stream()
            .map(group -> group.getId())
            .toList();
    String filter = filters.createTaskFilterQuery().filterName(name).singleResult().getId();
    identities.setAuthentication(login, groups);
    try {
      return filters.<Task>list(filter).stream()
          .map(task -> taskService.getVariable(task.getId(), "incidentNumber"))
          .map(String::valueOf)
          .toList();
    } finally {
      identities.clearAuthentication();
    }
  }
}
