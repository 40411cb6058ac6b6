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
import dev.baton.incident.reply.ClientReplies;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in which list of Tasklist while an incident goes its way. */
abstract class ListedStories extends IncidentStory {

  private static final String EARLIER = "Waiting for the client, answered";
  private static final String ANSWERED = "Answered by the client";

  private static final String KIND =
      "\"taskVariables\":[{\"name\":\"taskKind\",\"value\":\"%s\",\"operator\":\"EQUALS\"}]";

  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;
  @Autowired FilterService filters;
  @Autowired IdentityService identities;
  @Autowired ClientReplies replies;
  @Autowired TasklistFilters tasklistFilters;
  @Autowired TransactionTemplate transaction;

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
    update("delete from ACT_RU_VARIABLE where NAME_ = 'taskKind'");
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
    update("update ACT_RU_FILTER set QUERY_ = replace(QUERY_, ?, ?)", now, then);
  }

  @Test
  void whatNobodyWaitedForIsListedAsWellOnHoldOnceTheWorkGoesOn() {
    IncidentNumber number = stage.defaultReport().routed();
    contact(number, Direction.IN, Visibility.CLIENT);
    IncidentNumber elsewhere = held(HoldReason.SUPPLIER);
    contact(elsewhere, Direction.IN, Visibility.CLIENT);
    jobs.runDue();
    assertThat(listed(ANSWERED, "ada")).contains(number.value());
    assertThat(replyOnTheCard(number)).isEqualTo("new");

    as("ada", () -> desk.resume(elsewhere, null));
    assertThat(listed(ANSWERED, "ada")).contains(number.value(), elsewhere.value());

    stage.as("ada", () -> contact(number, Direction.OUT, Visibility.CLIENT));
    stage.as("ada", () -> contact(elsewhere, Direction.OUT, Visibility.CLIENT));
    assertThat(listed(ANSWERED, "ada")).doesNotContain(number.value(), elsewhere.value());
    assertThat(replyOnTheCard(number)).isNull();
  }

  @Test
  void whatTheAssigneeHasReadStaysListedUntilItIsAnswered() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    contact(number, Direction.IN, Visibility.CLIENT);
    jobs.runDue();

    replies.opened(search.get(number), "ben");
    assertThat(replyOnTheCard(number)).isEqualTo("new");
    replies.opened(search.get(number), "ada");

    assertThat(replyOnTheCard(number)).isEqualTo("unanswered");
    assertThat(listed(ANSWERED, "ada")).contains(number.value());
  }

  @Test
  void aReplyThatComesBeforeTheFlowDoesIsShown() {
    IncidentNumber number = stage.defaultReport().report();
    contact(number, Direction.IN, Visibility.CLIENT);
    jobs.runDue();

    assertThat(replyOnTheCard(number)).isEqualTo("new");
  }

  private Object replyOnTheCard(IncidentNumber number) {
    return taskService.getVariable(taskOf(number).getId(), "clientReply");
  }

  /** The list of earlier releases showed only replies that a hold had waited for. */
  @Test
  void theListOfAnEarlierReleaseIsBroughtAlongUnlessTheDeskHasChangedIt() {
    IncidentNumber number = stage.defaultReport().routed();
    contact(number, Direction.IN, Visibility.CLIENT);
    jobs.runDue();
    assertThat(
            jdbc.sql("select REV_ from ACT_RU_FILTER where NAME_ = 'Due soon'")
                .query(Integer.class)
                .single())
        .as("as Baton makes it")
        .isEqualTo(1);
    update("delete from ACT_RU_VARIABLE where NAME_ = 'clientReply'");
    toEarlierRelease();
    assertThat(listed(EARLIER, "ada")).isEmpty();

    bringAlong();
    assertThat(listed(ANSWERED, "ada")).contains(number.value());
    assertThat(filters.createTaskFilterQuery().filterName(EARLIER).count()).isZero();
    assertThat(
            filters
                .createTaskFilterQuery()
                .filterName(ANSWERED)
                .singleResult()
                .getProperties()
                .toString())
        .contains("no one has answered yet", "Client's reply");

    toEarlierRelease();
    Filter changed = filters.createTaskFilterQuery().filterName(EARLIER).singleResult();
    changed.setProperties(Map.of("description", "As the desk wants it"));
    filters.saveFilter(changed);
    bringAlong();
    assertThat(filters.createTaskFilterQuery().filterName(EARLIER).count()).isOne();
    update("delete from ACT_RU_FILTER where NAME_ = ?", EARLIER);
    tasklistFilters.prepare();
  }

  private void bringAlong() {
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V82__answered_by_the_client.sql"))
        .execute(dataSource);
  }

  /** As Baton stored it then. */
  private void toEarlierRelease() {
    Filter list = filters.createTaskFilterQuery().filterName(ANSWERED).singleResult();
    list.setName(EARLIER);
    list.setQuery(
        taskService
            .createTaskQuery()
            .taskVariableValueEquals("taskKind", "work")
            .processVariableValueEquals("answered", true));
    list.setProperties(
        Map.of(
            "description",
            "As before",
            "variables",
            List.of(Map.of("name", "subject", "label", "Subject"))));
    filters.saveFilter(list);
    update("update ACT_RU_FILTER set REV_ = 1 where NAME_ = ?", EARLIER);
  }

  private void update(String sql, Object... values) {
    transaction.executeWithoutResult(begun -> jdbc.sql(sql).params(values).update());
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
