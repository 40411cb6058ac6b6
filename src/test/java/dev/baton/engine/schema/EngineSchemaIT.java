package dev.baton.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.BatonTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@BatonTest
class EngineSchemaIT {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired JdbcTemplate jdbc;

  @AfterEach
  void removeDeployments() {
    repository
        .createDeploymentQuery()
        .deploymentName("engine schema test")
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
  }

  @Test
  void an_emoji_survives_in_business_key_variable_and_task_name() {
    deployAskForCoffee();

    ProcessInstance instance =
        runtime.startProcessInstanceByKey(
            "ask-for-coffee", "INC 🔥", java.util.Map.of("subject", "printer 🔥"));

    Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    assertThat(task.getName()).isEqualTo("Make coffee ☕ 🔥");
    assertThat(tasks.getVariable(task.getId(), "subject")).isEqualTo("printer 🔥");
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("INC 🔥")
                .variableValueEquals("subject", "printer 🔥")
                .count())
        .isEqualTo(1);
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey("INC 😀").count())
        .isZero();
    tasks.createComment(task.getId(), null, "done 🔥");
    tasks.complete(task.getId());
  }

  @Test
  void a_due_date_keeps_its_milliseconds() {
    deployAskForCoffee();
    Date due = Date.from(Instant.parse("2030-01-01T10:00:00.987Z"));

    ProcessInstance instance =
        runtime.startProcessInstanceByKey("ask-for-coffee", java.util.Map.of("dueAt", due));

    assertThat(
            management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getDuedate())
        .hasSameTimeAs(due);
    assertThat(
            jdbc.queryForObject(
                "select DUEDATE_ from ACT_RU_JOB where PROCESS_INSTANCE_ID_ = ?",
                Timestamp.class,
                instance.getId()))
        .hasSameTimeAs(due);
  }

  @Test
  void every_table_of_the_engine_keeps_any_character_and_compares_it_exactly() {
    List<String> others =
        jdbc.queryForList(
            """
            select concat(table_name, '.', column_name, ' ', collation_name)
            from information_schema.columns
            where table_schema = database() and table_name like 'ACT\\_%'
              and collation_name is not null and collation_name <> 'utf8mb4_bin'
            """,
            String.class);

    assertThat(others).isEmpty();
    assertThat(
            jdbc.queryForObject(
                """
                select count(*) from information_schema.tables
                where table_schema = database() and table_name like 'ACT\\_%'
                """,
                Integer.class))
        .isEqualTo(49);
  }

  @Test
  void the_session_reads_committed_rows_only_in_utc() {
    assertThat(jdbc.queryForObject("select @@session.time_zone", String.class))
        .isIn("+00:00", "UTC");
    assertThat(jdbc.queryForObject("select @@session.tx_isolation", String.class))
        .isEqualTo("READ-COMMITTED");
    assertThat(jdbc.queryForObject("select @@session.autocommit", Integer.class)).isZero();
  }

  private void deployAskForCoffee() {
    repository
        .createDeployment()
        .name("engine schema test")
        .addModelInstance(
            "ask-for-coffee.bpmn",
            Bpmn.createExecutableProcess("ask-for-coffee")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("makeCoffee")
                .name("Make coffee ☕ 🔥")
                .boundaryEvent("late")
                .timerWithDate("${execution.hasVariable('dueAt') ? dueAt : '2040-01-01T00:00:00Z'}")
                .endEvent()
                .moveToActivity("makeCoffee")
                .endEvent()
                .done())
        .deploy();
  }
}
