package dev.baton.major.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.NotOffered;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorState;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

/**
 * A major incident ends: its related ones, its review, and the ways in which it is none after all.
 */
abstract class EndStories extends MajorStory {

  private static final String ACTIONS =
      "ada: Label the cables (until 2026-05-30)\n\nben: Ask: why (until 2026-06-01)";

  @Test
  void resolvedTheRelatedOnesAreResolvedWithItInThePersonsName() {
    IncidentNumber number = declared();
    IncidentNumber open = related(number);
    IncidentNumber held = related(number);
    as("ada", () -> desk.hold(held, HoldReason.SUPPLIER, on("17:00:00"), "Waits."));

    resolve(number);

    assertThat(major(number).state()).isEqualTo(MajorState.RESOLVED);
    assertThat(major(number).nextUpdateDue()).isNull();
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("resolveRelated");
    submit("mona", number, Map.of("outcome", "resolveRelated", "note", "With the reroute."));

    assertThat(search.get(open).status()).isEqualTo(Status.RESOLVED);
    assertThat(search.get(open).resolution().code()).isEqualTo(ResolutionCode.WORKAROUND);
    assertThat(timeline.of(open, false, Pageable.ofSize(1_000)).getContent())
        .anySatisfy(
            entry -> {
              assertThat(entry.kind()).isEqualTo("RESOLVED");
              assertThat(entry.actor()).isEqualTo("mona");
              assertThat(entry.text()).endsWith("With the reroute.");
            });
    assertThat(search.get(held).status()).isEqualTo(Status.ON_HOLD);
    assertThat(journal(number)).anyMatch(text -> text.endsWith(held + " (ON_HOLD)"));
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("reviewMajorIncident");
  }

  @Test
  void theRelatedOnesMayStayOpen() {
    IncidentNumber number = declared();
    IncidentNumber open = related(number);
    resolve(number);

    as("mona", () -> majorDesk.answerRelated(number, false, null));

    assertThat(search.get(open).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("reviewMajorIncident");
    assertThatThrownBy(() -> majorDesk.answerRelated(number, true, null))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("is under review");
  }

  @Test
  void theReviewHasFiveWorkingDaysAndLeavesActionsWithOwners() {
    IncidentNumber number = declared();
    IncidentNumber open = related(number);
    resolve(number);
    as("mona", () -> majorDesk.answerRelated(number, false, null));

    assertThat(major(number).state()).isEqualTo(MajorState.REVIEW);
    assertThat(task(number).getAssignee()).isEqualTo("mona");
    assertThat(task(number).getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-04-20T09:00:00Z")));
    submit("mona", number, review(ACTIONS));

    assertThat(isOver(number)).isTrue();
    assertThat(major(number).state()).isEqualTo(MajorState.CLOSED);
    assertThat(details(number).review().cause()).isEqualTo("A digger.");
    assertThat(details(number).actions())
        .extracting(MajorDetails.Action::owner, MajorDetails.Action::title)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ada", "Label the cables"),
            org.assertj.core.groups.Tuple.tuple("ben", "Ask: why"));
    long first = details(number).actions().get(0).id();
    as("ada", () -> assertThat(majorDesk.setDone(number, first, true)).isTrue());
    assertThat(details(number).actions().get(0).doneBy()).isEqualTo("ada");
    assertThat(majorDesk.setDone(number, -1, true)).isFalse();
    assertThat(majors.majorOf(open)).as("free for another one").isEmpty();
  }

  @Test
  void aReviewThatCannotBeReadIsRefusedAndStaysOpen() {
    IncidentNumber number = declared();
    resolve(number);

    assertThatThrownBy(() -> submit("mona", number, review("Somebody should label the cables")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("does not have the form: owner: action (until 2026-05-30)");
    assertThatThrownBy(() -> submit("mona", number, review("zed: Label (until 2026-05-30)")))
        .hasMessageContaining("There is no active agent 'zed'");
    assertThatThrownBy(() -> submit("mona", number, review("ada: Label (until 2026-02-30)")))
        .isInstanceOf(InvalidInput.class);

    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("reviewMajorIncident");
  }

  @Test
  void resolvedBeforeALeadWasFoundNoUpdateIsOwed() {
    IncidentNumber number = atWork();
    declare(number);

    resolve(number);
    jobs.runDue();

    assertThat(details(number).updates()).isEmpty();
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("reviewMajorIncident");
    assertThat(task(number).getAssignee()).isEqualTo("mona");
  }

  @Test
  void reopenedBeforeTheReviewEndsTheUpdatesGoOn() {
    IncidentNumber number = declared();
    resolve(number);
    at("11:00:00");

    as("ada", () -> desk.reopen(number, "It is not."));
    jobs.runDue();

    assertThat(major(number).state()).isEqualTo(MajorState.RUNNING);
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("postMajorUpdate");
    assertThat(task(number).getDueDate()).isEqualTo(Date.from(on("11:15:00")));
  }

  @Test
  void aDuplicateEndsTheUpdatesAsAResolutionDoes() {
    IncidentNumber original = atWork();
    IncidentNumber number = declared();

    as("ada", () -> desk.markDuplicate(number, original));

    assertThat(search.get(number).status()).isEqualTo(Status.CLOSED);
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("reviewMajorIncident");
  }

  @Test
  void stoodDownWithAReasonItIsOverAndCanBeDeclaredAgain() {
    IncidentNumber number = declared();
    IncidentNumber child = related(number);

    assertThatThrownBy(() -> majorDesk.standDown(number, null)).isInstanceOf(InvalidInput.class);
    as("mona", () -> majorDesk.standDown(number, "One user only."));

    assertThat(isOver(number)).isTrue();
    assertThat(major(number).state()).isEqualTo(MajorState.STOOD_DOWN);
    assertThat(major(number).endReason()).isEqualTo("One user only.");
    assertThat(majors.majorOf(child)).isEmpty();
    assertThatThrownBy(() -> update(number, "News."))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("is stood down and cannot be updated");
    assertThat(declarations.byRule(number, "P1")).as("somebody decided otherwise").isFalse();

    declare(number);
    jobs.runDue();
    assertThat(major(number).state()).isEqualTo(MajorState.RUNNING);
    assertThat(majors.majorOf(child)).contains(number);
  }

  @Test
  void stoodDownBeforeItsFlowBeganNothingRemains() {
    IncidentNumber number = atWork();
    declare(number);

    as("mona", () -> majorDesk.standDown(number, "Too early."));
    jobs.runDue();

    assertThat(isOver(number)).isTrue();
    assertThat(major(number).lead()).isNull();
  }

  @Test
  void theIncidentsCancellationEndsIt() {
    IncidentNumber number = declared();

    as("ada", () -> desk.cancel(number, "A drill."));

    assertThat(isOver(number)).isTrue();
    assertThat(major(number).endReason()).isEqualTo("The incident was cancelled.");
  }

  @Test
  void itsFlowCancelledInCockpitStandsItDown() {
    IncidentNumber number = declared();
    String instance = task(number).getProcessInstanceId();

    stage.inCockpit(
        "mona", () -> runtimeService.deleteProcessInstance(instance, "A mistake.", true, true));

    assertThat(major(number).state()).isEqualTo(MajorState.STOOD_DOWN);
    assertThat(major(number).endReason()).isEqualTo("A mistake.");
  }

  private static Map<String, Object> review(String actions) {
    return Map.of("summary", "The plant stood.", "cause", "A digger.", "actions", actions);
  }
}
