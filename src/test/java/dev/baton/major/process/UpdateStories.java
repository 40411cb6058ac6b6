package dev.baton.major.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.major.MajorDeclaration;
import dev.baton.major.MajorState;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.web.validation.InvalidInput;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lead is appointed and asked for news until the incident is resolved. */
abstract class UpdateStories extends MajorStory {

  private static final Set<Role> MAY_LEAD =
      EnumSet.of(Role.SENIOR_AGENT, Role.TEAM_LEAD, Role.SERVICE_DESK_MANAGER);

  @Autowired StaffDirectory staff;
  @Autowired PlanAbsences absences;
  @Autowired AppointDeputies deputies;

  @Test
  void declaredItHasALeadWhoIsAskedAtOnce() {
    IncidentNumber number = declared();

    assertThat(major(number).state()).isEqualTo(MajorState.RUNNING);
    assertThat(major(number).declaration()).isEqualTo(MajorDeclaration.HAND);
    assertThat(major(number).declaredBy()).isEqualTo("ada");
    assertThat(major(number).lead()).isEqualTo("mona");
    assertThat(major(number).leadBecause()).startsWith("As service desk manager");
    assertThat(major(number).updateEveryMinutes()).isEqualTo(15);
    assertThat(major(number).audience()).contains("director of operations");
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("postMajorUpdate");
    assertThat(task(number).getAssignee()).isEqualTo("mona");
    assertThat(task(number).getDueDate()).isEqualTo(Date.from(on("09:15:00")));
    assertThat(journal(number))
        .contains("Declared a major incident: The whole plant stands.")
        .anyMatch(text -> text.startsWith("mona is now the lead."));
  }

  @Test
  void theFlowOfAnIncidentDeclaresItOnceAndLeavesWhatIsRelated() {
    IncidentNumber number = atWork();
    IncidentNumber child = atWork();

    assertThat(declarations.byRule(number, "P1")).isTrue();
    assertThat(declarations.byRule(number, "P1")).isFalse();
    as("ada", () -> majorDesk.link(number, child));
    assertThat(declarations.byRule(child, "P1")).isFalse();

    assertThat(major(number).declaration()).isEqualTo(MajorDeclaration.RULE);
    assertThat(majors.find(child)).isEmpty();
    assertThatThrownBy(() -> declare(number)).isInstanceOf(NotOffered.class);
    assertThatThrownBy(() -> declare(child))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("belongs to the major incident " + number);
  }

  @Test
  void anUrgentReportIsDeclaredByItsOwnFlowAndSoIsOneThatBecomesUrgent() {
    IncidentNumber urgent = report().urgent().routed();
    IncidentNumber later = atWork();
    stage.as("mona", () -> desk.reprioritise(later, Level.HIGH, Level.HIGH, "All of them."));
    jobs.runDue();

    for (IncidentNumber number : List.of(urgent, later)) {
      assertThat(major(number).declaration()).isEqualTo(MajorDeclaration.RULE);
      assertThat(major(number).state()).isEqualTo(MajorState.RUNNING);
      assertThat(task(number).getAssignee()).isEqualTo("mona");
    }
  }

  @Test
  void newsGoesOutToItAndToEachRelatedOneThatIsOpen() {
    IncidentNumber number = declared();
    IncidentNumber open = related(number);
    IncidentNumber resolved = related(number);
    resolve(resolved);

    at("09:05:00");
    submit("mona", number, Map.of("clientText", "We reroute.", "internalText", "Vendor called."));

    assertThat(told(number)).containsExactly("Update on a major incident\nWe reroute.");
    assertThat(told(open)).containsExactly("Update on a major incident\nWe reroute.");
    assertThat(told(resolved)).isEmpty();
    assertThat(journal(number)).anyMatch(text -> text.endsWith("Vendor called."));
    assertThat(details(number).updates())
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.author()).isEqualTo("mona");
              assertThat(update.told()).isEqualTo(2);
            });
    assertThat(major(number).nextUpdateDue()).isEqualTo(on("09:20:00"));
    assertThat(task(number)).as("nothing to do until it is time").isNull();
    at("09:14:59");
    assertThat(task(number)).isNull();
    at("09:15:00");
    assertThat(task(number).getDueDate()).isEqualTo(Date.from(on("09:20:00")));
  }

  @Test
  void nothingOfWhatWasTypedStaysWithTheEngine() {
    IncidentNumber number = declared();

    submit("mona", number, Map.of("clientText", "We reroute.", "internalText", "x".repeat(9_000)));

    assertThat(
            runtimeService
                .createVariableInstanceQuery()
                .variableNameIn("clientText", "internalText")
                .count())
        .isZero();
  }

  @Test
  void anUpdateWithoutWordsForTheClientIsRefused() {
    IncidentNumber number = declared();

    assertThatThrownBy(() -> as("mona", () -> majorDesk.postUpdate(number, " ", "Only us.")))
        .isInstanceOf(InvalidInput.class);
    assertThat(task(number)).isNotNull();
  }

  @Test
  void newsBeforeItIsAskedForCountsToo() {
    IncidentNumber number = declared();
    update(number, "We look.");

    at("09:04:00");
    update(number, "Found it.");

    assertThat(details(number).updates()).hasSize(2);
    assertThat(major(number).nextUpdateDue()).isEqualTo(on("09:19:00"));
    at("09:13:59");
    assertThat(task(number)).isNull();
    at("09:14:00");
    assertThat(task(number)).isNotNull();
  }

  @Test
  void aMissedUpdateIsNotedAndToldOnceAndTheTaskStays() {
    IncidentNumber number = declared();

    at("09:15:00");
    assertThat(major(number).missedUpdates()).isZero();
    at("09:15:00.001");

    assertThat(major(number).missedUpdates()).isEqualTo(1);
    assertThat(journal(number)).contains("The update due 2026-04-13T09:15:00Z was missed.");
    assertThat(raisedBecause(number))
        .containsExactly("it is a major incident", "the client is waiting for an update");
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("postMajorUpdate");
    at("09:40:00");
    assertThat(major(number).missedUpdates()).isEqualTo(1);
    assertThat(raisedBecause(number)).hasSize(2);

    update(number, "Late, but here.");
    assertThat(major(number).nextUpdateDue()).isEqualTo(on("09:55:00"));
  }

  @Test
  void theLeadIsHandedOverAndTheTaskGoesAlong() {
    IncidentNumber number = declared();

    as("mona", () -> majorDesk.appoint(number, "ben", "He knows the plant."));

    assertThat(major(number).lead()).isEqualTo("ben");
    assertThat(major(number).leadBecause()).isEqualTo("Appointed by mona: He knows the plant.");
    assertThat(task(number).getAssignee()).isEqualTo("ben");

    String task = task(number).getId();
    stage.inTasklist("mona", () -> taskService.setAssignee(task, "ada"));
    assertThat(major(number).lead()).isEqualTo("ada");
    assertThat(journal(number)).anyMatch(text -> text.startsWith("ada is now the lead."));
    assertThatThrownBy(() -> as("mona", () -> majorDesk.appoint(number, "nobody", null)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void anIncidentBelongsToOneMajorIncidentAtATime() {
    IncidentNumber first = declared();
    IncidentNumber second = declared();
    IncidentNumber child = related(first);

    assertThatThrownBy(() -> majorDesk.link(second, child))
        .isInstanceOf(NotOffered.class)
        .hasMessage("%s already belongs to the major incident %s.".formatted(child, first));
    assertThatThrownBy(() -> majorDesk.link(first, second)).isInstanceOf(NotOffered.class);
    assertThatThrownBy(() -> majorDesk.link(first, first)).isInstanceOf(NotOffered.class);
    assertThatThrownBy(() -> majorDesk.unlink(second, child)).isInstanceOf(NotOffered.class);
    as("ada", () -> majorDesk.unlink(first, child));
    as("ada", () -> majorDesk.link(second, child));

    assertThat(majors.majorOf(child)).contains(second);
    assertThat(details(first).related()).isEmpty();
  }

  @Test
  void theDeputyOfWhoIsAwayLeads() {
    long away = absent("mona");
    Deputy deputy =
        deputies.name(new Deputy(0, "mona", "ben", null, on("00:00:00"), on("23:00:00")));
    try {
      IncidentNumber number = declared();

      assertThat(major(number).lead()).isEqualTo("ben");
      assertThat(major(number).leadBecause()).contains("mona is on leave", "ben");
      assertThat(task(number).getAssignee()).isEqualTo("ben");
    } finally {
      deputies.withdraw("mona", deputy.id());
      absences.withdraw("mona", away);
    }
  }

  @Test
  void whereNobodyIsOnDutyTheManagersAreAskedTogetherAndWhoTakesItLeads() {
    Map<String, Long> away = new HashMap<>();
    staff.agents().stream()
        .filter(agent -> agent.roles().stream().anyMatch(MAY_LEAD::contains))
        .forEach(agent -> away.put(agent.login(), absent(agent.login())));
    try {
      IncidentNumber number = declared();

      assertThat(major(number).lead()).isNull();
      assertThat(major(number).leadBecause())
          .isEqualTo(
              "Nobody is on duty as team lead of team service-desk, service desk manager, senior"
                  + " agent of team service-desk, senior agent; all service desk managers are"
                  + " asked.");
      assertThat(task(number).getAssignee()).isNull();
      assertThat(taskService.getIdentityLinksForTask(task(number).getId()))
          .extracting(IdentityLink::getGroupId)
          .containsExactly("service-desk-manager");

      String task = task(number).getId();
      stage.inTasklist("mona", () -> taskService.claim(task, "mona"));
      assertThat(major(number).lead()).isEqualTo("mona");
      assertThat(major(number).leadBecause()).isEqualTo("Appointed by mona.");
    } finally {
      away.forEach((login, id) -> absences.withdraw(login, id));
    }
  }

  @Test
  void aLeadWhoIsGoneIsRelievedBeforeTheNextUpdate() {
    IncidentNumber number = declared();
    update(number, "We look.");
    long away = absent("mona");
    try {
      at("09:10:00");

      assertThat(major(number).lead()).isIn("nora", "amir");
      assertThat(major(number).leadBecause()).contains("mona is on leave", "As senior agent");
      assertThat(task(number).getAssignee()).isEqualTo(major(number).lead());
    } finally {
      absences.withdraw("mona", away);
    }
  }

  private long absent(String login) {
    return absences
        .plan(
            new Absence(0, login, on("00:00:00"), on("23:00:00"), Absence.AbsenceKind.LEAVE, null))
        .id();
  }
}
