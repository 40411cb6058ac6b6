package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A table is read, written and locked by SQL in its own module alone; others ask the module. Read
 * from the strings in the compiled classes, of the demonstration too, by the rule in {@link
 * SqlText}. Foreign keys between the tables of two modules are no question of this test.
 *
 * <p>Where a class puts a table's name into its SQL at run time, each of its constants that is a
 * table's name counts as named in SQL. What is not seen: a name that comes from another class, and
 * SQL that is put together from pieces shorter than a keyword and its table.
 */
class SqlOwnershipTest {

  /** Each table and sequence that the migrations make, by the module that owns it. */
  private static final Map<String, String> OWNERS =
      owners(
          Map.ofEntries(
              Map.entry("database", "flyway_schema_history"),
              Map.entry("client", "client client_service requester client_domain"),
              Map.entry("audit", "audit_entry"),
              Map.entry("retention", "retention_period"),
              Map.entry("access", "sign_in_key"),
              Map.entry(
                  "flow",
                  "flow_release flow_proposal flow_proposal_file flow_packaged_file"
                      + " flow_direct_deployment flow_migration flow_migration_incident flow_trial"),
              Map.entry(
                  "staff",
                  "team agent agent_role agent_team agent_skill agent_language staff_revision"
                      + " rota_weekly rota_one_off shift_change absence deputy post_deputy desk_profile"),
              Map.entry(
                  "signin",
                  "sign_in_account spring_session spring_session_attributes sign_in_recovery_code"
                      + " second_factor_role sign_in_try sign_in_address sign_in_invitation api_token"
                      + " user_entities user_credentials"),
              Map.entry(
                  "incident",
                  "idempotency_key incident incident_number incident_seq contact contact_seq"
                      + " contact_file journal_entry journal_entry_seq triage flow_start_failure"
                      + " release_rollback assignment_turn assignment_last incident_tag"
                      + " incident_parent incident_viewer category"),
              Map.entry(
                  "sla",
                  "agreement_version calendar_version obligation obligation_seq clock_event"
                      + " clock_event_seq clock_milestone clock_milestone_seq"),
              Map.entry(
                  "escalation",
                  "escalation escalation_seq escalation_rung escalation_log_entry"
                      + " escalation_log_entry_seq coverage_gap coverage_check coverage_task"
                      + " coverage_due"),
              Map.entry(
                  "major",
                  "major_incident major_incident_seq major_entry_seq related_incident_link"
                      + " major_update major_review major_action major_participant"),
              Map.entry(
                  "notification",
                  "announcement notification silent_address corrected_address watcher"
                      + " client_contact mail_key outgoing_mail caught_mail client_template event_template"
                      + " notification_event webhook inbox_message"),
              Map.entry(
                  "intake",
                  "mailbox mailbox_account incoming_mail incoming_mail_failure processed_message"
                      + " mail_participant mail_cap_notice monitoring_source monitoring_problem"
                      + " monitoring_alert monitoring_silence blocked_sender"),
              Map.entry(
                  "desk", "saved_view submitted_form reply_template reply_template_use macro")));

  /** Tables that no migration of ours makes. */
  private static final Set<String> OF_LIBRARIES = Set.of("flyway_schema_history");

  @Test
  void everyTableHasExactlyOneOwner() {
    Set<String> tables = new TreeSet<>(MigratedTables.all());
    tables.removeIf(SqlOwnershipTest::isOfTheEngine);
    tables.addAll(OF_LIBRARIES);
    assertThat(OWNERS.keySet()).containsExactlyInAnyOrderElementsOf(tables);
  }

  @Test
  void noModuleNamesATableOfAnotherInSql() {
    assertThat(strays(ClassStrings.delivered())).isEmpty();
  }

  @Test
  void aClassThatNamesATableOfAModuleThatIsNotItsOwnIsFound() {
    assertThat(strays(List.of(ClassStrings.of(Stray.class), ClassStrings.of(StrayMapping.class))))
        .containsExactly(
            "SqlOwnershipTest$Stray names act_ru_job, which is engine's",
            "SqlOwnershipTest$Stray names contact, which is incident's",
            "SqlOwnershipTest$Stray names incident, which is incident's",
            "SqlOwnershipTest$Stray names obligation, which is sla's",
            "SqlOwnershipTest$StrayMapping names team, which is staff's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select number from incident",
        "SELECT * FROM INCIDENT i",
        "select 1 from client c, incident i where i.client_id = c.id",
        "select 1 from client c left join (select 1 from team) t on true, incident",
        "with open as (select 1 from incident) select 1 from open",
        "select id from incident where number = ? for update",
        "select 1 from baton.incident",
        "insert into incident (number) values (?)",
        "insert ignore into `incident` values (?)",
        "update incident set status = ?",
        "update client c join incident i on i.client_id = c.id set c.name = 'a'",
        "delete from incident where id = ?",
        "delete a from client a join incident i on i.client_id = a.id",
        "truncate incident",
        "truncate table incident",
        "lock tables client read, incident write",
        "select nextval(incident)",
        "select next value for incident",
        " from incident i",
        " join incident i on i.number = o.incident ",
        ", i.status from incident i where i.number = \1",
        " and exists (select 1 from incident i where i.number = o.incident)",
        "select i from Incident i",
        "update Incident i set i.status = :status",
      })
  void aTableIsFoundWhereSqlExpectsOne(String sql) {
    assertThat(SqlText.tablesIn(sql)).contains("incident");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Moved from incident INC-2026-000001 to another",
        "From incident",
        "Update incident",
        "Somebody wants to join incident \1",
        "The requester changed from contact, incident and team",
        "You may select one from incident or contact.",
        "Put into incident \1",
        "select incident from obligation where incident = ?",
        "select o.incident from obligation o where o.note = 'from incident'",
        "select e from Escalation e join e.incident i",
        "incident"
      })
  void proseAndColumnsNameNoTable(String text) {
    assertThat(SqlText.tablesIn(text)).doesNotContain("incident");
  }

  @Test
  void migrationsMakeRenameAndDropTables() {
    assertThat(
            MigratedTables.after(
                List.of(
                    "create table a (id int);\ncreate table if not exists `b` (id int);",
                    "-- create table no (id int)\ncreate sequence a_seq start with 1;",
                    "alter table a rename to c; rename table b to d; drop table if exists d;",
                    "alter table c rename column x to y")))
        .containsExactly("a_seq", "c");
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // only its strings are read
  private static final class Stray {
    private static final String OVERDUE =
        "select count(*) from obligation o join incident i on i.number = o.incident";

    static String delete(String table) {
      return "delete from " + table;
    }

    static String contacts() {
      return delete("contact") + delete("ACT_RU_JOB");
    }
  }

  @Table(name = "team")
  private static final class StrayMapping {}

  /** Class, table and owner of each table that is named outside its module. */
  private static List<String> strays(List<ClassStrings> classes) {
    Map<String, String> tablesOfEntities = tablesOfEntities(classes);
    Set<String> strays = new TreeSet<>();
    for (ClassStrings type : classes) {
      for (String name : named(type)) {
        String table = tablesOfEntities.getOrDefault(name, name);
        String owner = isOfTheEngine(table) ? "engine" : OWNERS.get(table);
        if (owner != null && !owner.equals(type.module())) {
          strays.add("%s names %s, which is %s's".formatted(type.type(), table, owner));
        }
      }
    }
    return List.copyOf(strays);
  }

  private static Set<String> named(ClassStrings type) {
    Set<String> named = new TreeSet<>(type.mapped());
    type.entityTable().ifPresent(named::add);
    type.strings().forEach(text -> named.addAll(SqlText.tablesIn(text)));
    if (type.strings().stream().anyMatch(SqlText::leavesATableOpen)) {
      type.strings().stream()
          .filter(text -> OWNERS.containsKey(text) || isOfTheEngine(text))
          .map(text -> text.toLowerCase(Locale.ROOT))
          .forEach(named::add);
    }
    return named;
  }

  /** JPQL says the entity's name. */
  private static Map<String, String> tablesOfEntities(List<ClassStrings> classes) {
    Map<String, String> tables = new HashMap<>();
    for (ClassStrings type : classes) {
      type.entityTable()
          .ifPresent(table -> tables.put(type.simpleName().toLowerCase(Locale.ROOT), table));
    }
    return tables;
  }

  private static boolean isOfTheEngine(String table) {
    return table.toLowerCase(Locale.ROOT).startsWith("act_");
  }

  private static Map<String, String> owners(Map<String, String> tablesByModule) {
    Map<String, String> owners = new TreeMap<>();
    tablesByModule.forEach(
        (module, tables) ->
            Stream.of(tables.split(" "))
                .forEach(
                    table ->
                        assertThat(owners.put(table, module))
                            .as("second owner of %s", table)
                            .isNull()));
    return owners;
  }
}
