package dev.baton.flow.difference;

import static dev.baton.flow.difference.Changes.before;
import static dev.baton.flow.difference.Changes.between;
import static dev.baton.flow.difference.Changes.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process owner changes in a flow is found, and nothing else. */
class FlowDifferencesTest {

  private static final String LIFECYCLE = "processes/incident-lifecycle.bpmn";
  private static final String CLOCK = "processes/sla-clock.bpmn";

  @Test
  void nothingDiffersFromItself() {
    Map<String, byte[]> live = shipped();

    assertThat(ReleaseDifferences.between(live, shipped())).isEmpty();
  }

  @Test
  void aFileKnownByAnotherNameIsTheSame() {
    Map<String, byte[]> renamed = shipped();
    renamed.put("my-flow.bpmn", renamed.remove(LIFECYCLE));

    assertThat(ReleaseDifferences.between(shipped(), renamed)).isEmpty();
  }

  @Test
  void howTheFileIsWrittenDoesNotMatter() {
    assertThat(
            between(
                CLOCK,
                text ->
                    text.replace("bpmn:", "b:")
                        .replace("xmlns:bpmn=", "xmlns:b=")
                        .replace(" camunda:asyncBefore=\"true\"", " camunda:asyncBefore='true'")
                        .replace("id=\"watchClockShape\"", "id=\"Shape_1\"")
                        .replace("x=\"92\" y=\"242\"", "y=\"242.0\" x=\"92.0\"")))
        .isEmpty();
  }

  /** Each edit is one change of one element and of nothing beside it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name="Clock stopped"                | name="Clock halted"                | clockStopped | LABEL     |  | Clock stopped | Clock halted
          ${recordOutcome}                    | ${recordResult}                    | recordOutcome | DELEGATE |  | ${recordOutcome} | ${recordResult}
          name="event">AT_RISK<               | name="event">IN_DANGER<            | tellAtRisk   | INPUT     | event | AT_RISK | IN_DANGER
          name="event">AT_RISK<               | name="occasion">AT_RISK<           | tellAtRisk   | INPUT     | event | AT_RISK |
          camunda:asyncBefore="true" camunda:delegateExpression="${recordOutcome}" | camunda:delegateExpression="${recordOutcome}" | recordOutcome | OTHER | camunda:asyncBefore | true |
          attachedToRef="watchClock">         | attachedToRef="watchClock" cancelActivity="false"> | clockPaused | INTERRUPTING |  | true | false
          ${reached == 'pastDue'}             | ${reached == 'late'}               | whatWasReachedToEscalatePastDue | CONDITION |  | ${reached == 'pastDue'} | ${reached == 'late'}
          default="whatWasReachedToNextMilestone" | default="whatWasReachedToTellAtRisk" | whatWasReached | DEFAULT_FLOW |  | nothing new | an update is due soon
          sourceRef="clockPaused" targetRef="watchClock" | sourceRef="clockPaused" targetRef="recordOutcome" | clockPausedToWatchClock | TARGET |  | Watch the clock | Record the outcome
          messageRef="clockStoppedMessage"    | messageRef="clockMetMessage"       | clockStopped | MESSAGE   |  | clockStopped | clockMet
          name="clockStopped"                 | name="clockHalted"                 | clockStopped | MESSAGE   |  | clockStopped | clockHalted
          camunda:versionTag="1.1.0"          | camunda:versionTag="2"             | sla-clock    | VERSION_TAG |  | 1.1.0 | 2
          """)
  void oneEditIsOneChange(
      String text,
      String replacement,
      String id,
      ChangedProperty property,
      String detail,
      String before,
      String after) {
    FileDifference file = Changes.onlyFile(CLOCK, text, replacement);

    ElementDifference element =
        file.elements().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    assertThat(element.state()).isEqualTo(ChangeState.CHANGED);
    assertThat(element.changes())
        .contains(new PropertyChange(property, detail == null ? "" : detail, before, after));
    assertThat(file.elements()).hasSize(1);
    assertThat(file.redrawn()).isEmpty();
  }

  @Test
  void aTimerAFormAndAPropertyAreNamed() {
    FileDifference file =
        between(
                LIFECYCLE,
                text ->
                    text.replaceFirst("formRef=\"wait-on-hold\"", "formRef=\"wait-longer\"")
                        .replaceFirst("(name=\"baton.kind\" value=\")[^\"]*\"", "$1OTHER_WORK\"")
                        .replaceFirst("(<bpmn:timeDate [^>]*>)[^<]*", "$1\\${dueAtHalf}"))
            .get(0);

    assertThat(file.elements())
        .flatExtracting(ElementDifference::changes)
        .extracting(PropertyChange::property)
        .containsExactlyInAnyOrder(
            ChangedProperty.FORM, ChangedProperty.EXTENSION, ChangedProperty.TIMER);
    assertThat(file.elements())
        .flatExtracting(ElementDifference::changes)
        .extracting(PropertyChange::after)
        .containsExactlyInAnyOrder("wait-longer", "OTHER_WORK", "${dueAtHalf}");
  }

  @Test
  void anInsertedStepIsAddedWithAllThatItDoesAndTheLineLeadsToIt() {
    FileDifference file =
        between(
                CLOCK,
                text ->
                    before(
                        text.replace(
                            "sourceRef=\"recordOutcome\" targetRef=\"clockEnded\"",
                            "sourceRef=\"recordOutcome\" targetRef=\"thankTeam\""),
                        "<bpmn:endEvent id=\"clockEnded\" name=\"Clock ended\">",
                        """
                        <bpmn:userTask id="thankTeam" name="Thank the team" camunda:formRef="thanks" />
                        <bpmn:sequenceFlow id="thanked" sourceRef="thankTeam" targetRef="clockEnded" />
                        """))
            .get(0);

    assertThat(file.elements())
        .extracting(each -> each.state() + " " + each.id() + " " + each.label())
        .containsExactlyInAnyOrder(
            "ADDED thankTeam Thank the team",
            "ADDED thanked Thank the team → Clock ended",
            "CHANGED recordOutcomeToClockEnded Record the outcome → Thank the team");
    assertThat(file.elements())
        .filteredOn(each -> each.id().equals("thankTeam"))
        .flatExtracting(ElementDifference::changes)
        .contains(new PropertyChange(ChangedProperty.FORM, "", null, "thanks"));
  }

  @Test
  void anotherTypeOfStepIsAChangeOfItsType() {
    FileDifference file =
        between(
                LIFECYCLE,
                text -> {
                  int start = text.indexOf("<bpmn:userTask id=\"waitOnHold\"");
                  int end = text.indexOf("</bpmn:userTask>", start);
                  return text.substring(0, start)
                      + text.substring(start, end).replace("<bpmn:userTask", "<bpmn:manualTask")
                      + "</bpmn:manualTask>"
                      + text.substring(end + "</bpmn:userTask>".length());
                })
            .get(0);

    assertThat(file.elements()).hasSize(1);
    assertThat(file.elements().get(0).changes())
        .containsExactly(new PropertyChange(ChangedProperty.TYPE, "", "userTask.", "manualTask."));
  }

  @Test
  void stepsOfOneLabelAreToldApartByTheirIds() {
    FileDifference file =
        between(CLOCK, text -> text.replace("\"recordOutcome\"", "\"noteOutcome\"")).get(0);

    assertThat(file.elements())
        .filteredOn(each -> each.id().equals("clockMetToRecordOutcome"))
        .flatExtracting(ElementDifference::changes)
        .containsExactly(
            new PropertyChange(
                ChangedProperty.TARGET,
                "",
                "Record the outcome (recordOutcome)",
                "Record the outcome (noteOutcome)"));
  }

  @Test
  void movedShapesAreOnlyAnotherDrawing() {
    FileDifference file = Changes.onlyFile(CLOCK, "x=\"300\" y=\"220\"", "x=\"310\" y=\"220\"");

    assertThat(file.isOnlyDrawing()).isTrue();
    assertThat(file.redrawn()).containsExactly("nextMilestone");
  }

  @Test
  void flowsCanBeAddedAndRemoved() {
    Map<String, byte[]> without = shipped();
    byte[] clock = without.remove(CLOCK);

    FileDifference removed = ReleaseDifferences.between(shipped(), without).get(0);
    FileDifference added = ReleaseDifferences.between(without, shipped()).get(0);

    assertThat(removed.state()).isEqualTo(ChangeState.REMOVED);
    assertThat(removed.id()).isEqualTo("sla-clock");
    assertThat(removed.fileAfter()).isNull();
    assertThat(added.state()).isEqualTo(ChangeState.ADDED);
    assertThat(added.name()).isEqualTo("Clock of an obligation");
    assertThat(added.elements()).hasSameSizeAs(removed.elements()).hasSizeGreaterThan(30);
    assertThat(clock).isNotEmpty();
  }

  @Test
  void whatCannotBeReadIsOneChangeOfTheFile() {
    for (String broken : List.of("", "<a", "{", "<!DOCTYPE a><a/>")) {
      Map<String, byte[]> after = shipped();
      after.put(CLOCK, broken.getBytes(StandardCharsets.UTF_8));

      List<FileDifference> files = ReleaseDifferences.between(shipped(), after);

      assertThat(files).hasSize(1);
      assertThat(files.get(0).id()).isEqualTo("sla-clock");
      assertThat(files.get(0).elements()).hasSize(1);
      assertThat(files.get(0).elements().get(0).changes().get(0).property())
          .isEqualTo(ChangedProperty.UNREADABLE);
    }
  }

  @Test
  void aModelThatMakesNoSenseIsComparedAllTheSame() {
    FileDifference file =
        between(
                CLOCK,
                text ->
                    text.replace("targetRef=\"clockEnded\"", "targetRef=\"nowhere\"")
                        .replace("messageRef=\"clockMetMessage\"", "messageRef=\"\"")
                        .replace("<bpmn:task ", "<bpmn:noSuchThing "))
            .get(0);

    assertThat(file.elements())
        .extracting(ElementDifference::id)
        .contains("recordOutcomeToClockEnded", "clockMet");
  }

  @Test
  void longTextsAreShortenedWhereTheyDiffer() {
    String start = "The same. ".repeat(100);
    PropertyChange change =
        PropertyChange.of(
            ChangedProperty.DOCUMENTATION, "", start + "one" + start, start + "two" + start);

    assertThat(change.before()).hasSizeLessThan(250).contains("one").startsWith("…").endsWith("…");
    assertThat(change.after()).hasSizeLessThan(250).contains("two");
  }
}
