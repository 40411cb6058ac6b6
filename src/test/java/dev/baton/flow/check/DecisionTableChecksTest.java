package dev.baton.flow.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.notification.NotificationEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process owner is told about a decision table before it goes live. */
class DecisionTableChecksTest {

  private static final String PRIORITY = "processes/priority.dmn";
  private static final String ROUTING = "processes/routing.dmn";
  private static final String LADDER = "processes/escalation-ladder.dmn";
  private static final String PLAN = "processes/communication-plan.dmn";
  private static final String ASSIGNMENT = "processes/assignment.dmn";
  private static final String LIFECYCLE = "processes/incident-lifecycle.bpmn";

  private static final List<String> TEAMS =
      List.of(
          "service-desk", "network", "applications", "workplace", "field-service", "specialists");
  private static final List<String> EVENTS =
      NotificationEvent.builtIn().stream().map(NotificationEvent::code).toList();
  private static final DeskVocabulary VOCABULARY =
      new DeskVocabulary(
          () -> TEAMS, TEAMS::contains, Set.of("desk-hours")::contains, () -> EVENTS);

  private static final List<ReleaseCheck> CHECKS =
      List.of(
          new TableVariablesCheck(),
          new TableCellsCheck(),
          new TableWordsCheck(VOCABULARY),
          new TableAnswersCheck(),
          new TableGapsCheck(VOCABULARY));

  private final EditedRelease edited = new EditedRelease();

  private static List<ReleaseComplaint> complaints(Release release) {
    return CHECKS.stream().flatMap(check -> check.complaints(release).stream()).toList();
  }

  private Stream<String> said() {
    return complaints(edited.release()).stream()
        .map(complaint -> complaint.severity() + " " + complaint.text());
  }

  @Test
  void theShippedTablesPassWithoutComplaint() {
    assertThat(complaints(edited.releaseOfAll())).isEmpty();
  }

  // Variables

  @Test
  void aColumnReadsAVariableThatNothingSets() {
    edited.edit(PRIORITY, "<text>tier</text>", "<text>teir</text>");

    assertThat(said())
        .containsExactly(
            "ERROR processes/priority.dmn, \"Priority\" (priorityTierInput): Column \"Tier of the"
                + " client\" reads the variable teir, but nothing sets it, so the column would"
                + " always be empty. Did you mean tier?");
  }

  @Test
  void aColumnMayReadAFieldOfAForm() {
    edited
        .edit("forms/log-a-contact.form", "\"key\": \"category\"", "\"key\": \"building\"")
        .edit(ROUTING, "<text>category</text>", "<text>building</text>");

    assertThat(said()).isEmpty();
  }

  @Test
  void aColumnMayReadTheAnswerOfARequiredDecision() {
    edited
        .edit(PRIORITY, "name=\"matrixPriority\" typeRef", "name=\"severity\" typeRef")
        .edit(PRIORITY, "<text>matrixPriority</text>", "<text>severity</text>")
        .edit(PRIORITY, "<text>matrixPriority</text>", "<text>severity</text>");
    assertThat(said()).isEmpty();

    edited.edit(
        PRIORITY,
        "<informationRequirement id=\"priorityNeedsMatrixPriority\">\n"
            + "      <requiredDecision href=\"#matrixPriority\" />\n"
            + "    </informationRequirement>",
        "");
    assertThat(said()).anyMatch(text -> text.contains("reads the variable severity, but nothing"));
  }

  // Cells

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "network" "vpn"   | Put texts in quotation marks and commas between alternatives
          "network","vpn    | A quotation mark is missing.
          “network”         | Use straight quotation marks (").
          "network"; "vpn"  | Put texts in quotation marks and commas between alternatives
          """)
  void aCellThatFeelCannotRead(String text, String remedy) {
    edited.cell(ROUTING, "networkOnSecondLineCategory", "\"network\",\"vpn\",\"wifi\"", text);

    assertThat(said())
        .singleElement()
        .asString()
        .startsWith(
            "ERROR processes/routing.dmn, \"Routing\" (networkOnSecondLineCategory): Row 3, column"
                + " \"Category\": "
                + text
                + " is not valid FEEL. The decision would fail as soon as it reaches this row. "
                + remedy);
  }

  @Test
  void aTextWithoutQuotationMarks() {
    edited
        .cell(PRIORITY, "goldVipFromP4Tier", "\"GOLD\"", "GOLD")
        .cell(ROUTING, "firstLineResult", "\"service-desk\"", "service-desk");

    assertThat(said())
        .contains(
            "ERROR processes/priority.dmn, \"Priority\" (goldVipFromP4Tier): Row 1, column \"Tier"
                + " of the client\": Without quotation marks, GOLD is read as a variable, but"
                + " nothing sets a variable of that name. Enter \"GOLD\".",
            "ERROR processes/routing.dmn, \"Routing\" (firstLineResult): Row 2, column \"Team\":"
                + " Without quotation marks, desk is read as a variable, but nothing sets a"
                + " variable of that name. Enter \"service-desk\".");
  }

  @Test
  void aValueOfAnotherKindThanTheColumnHolds() {
    edited
        .cell(LADDER, "seniorForP1MinutesToAcknowledgeResult", "5", "\"five\"")
        .cell(PRIORITY, "goldVipFromP4Vip", "true", "\"yes\"");

    assertThat(said())
        .contains(
            "ERROR processes/escalation-ladder.dmn, \"Escalation ladder\""
                + " (seniorForP1MinutesToAcknowledgeResult): Row 1, column \"Minutes to"
                + " acknowledge\": \"five\" does not fit; the column holds numbers. Enter a number"
                + " without quotation marks.",
            "ERROR processes/priority.dmn, \"Priority\" (goldVipFromP4Vip): Row 1, column \"Is the"
                + " requester a VIP?\": \"yes\" does not fit; the column holds true or false, so"
                + " the row would never match. Enter true or false, without quotation marks.");
  }

  // Words

  @Test
  void aWordThatTheColumnDoesNotAllow() {
    edited.cell(PRIORITY, "goldVipFromP4Tier", "\"GOLD\"", "\"PLATINUM\"");

    assertThat(said())
        .containsExactly(
            "ERROR processes/priority.dmn, \"Priority\" (goldVipFromP4Tier): Row 1, column \"Tier"
                + " of the client\": \"PLATINUM\" is not among the column's allowed values"
                + " (\"GOLD\", \"SILVER\", \"BRONZE\"). Choose one of them, or add it to the"
                + " column's allowed values.");
  }

  @Test
  void anAnswerThatTheColumnDoesNotAllow() {
    edited.cell(PRIORITY, "goldVipFromP4Result", "\"P3\"", "\"P0\"");

    assertThat(said())
        .containsExactly(
            "ERROR processes/priority.dmn, \"Priority\" (goldVipFromP4Result): Row 1, column"
                + " \"Priority\": \"P0\" is not among the column's allowed values (\"P1\", \"P2\","
                + " \"P3\", \"P4\"). Choose one of them, or add it to the column's allowed"
                + " values.");
  }

  @Test
  void anAllowedValueThatTheDeskDoesNotKnow() {
    edited.cell(
        PRIORITY,
        "priorityOutputValues",
        "\"P1\",\"P2\",\"P3\",\"P4\"",
        "\"P0\",\"P1\",\"P2\",\"P3\",\"P4\"");

    assertThat(said())
        .containsExactly(
            "ERROR processes/priority.dmn, \"Priority\" (priorityOutput): Column \"Priority\""
                + " allows \"P0\", but that is not a priority of this desk. Choose from \"P1\","
                + " \"P2\", \"P3\", \"P4\".");
  }

  @Test
  void aTeamThatDoesNotExist() {
    edited
        .cell(ROUTING, "networkOnSecondLineResult", "\"network\"", "\"netwrok\"")
        .cell(ROUTING, "otherOnSecondLineResult", "\"applications\"", "\"security\"");

    assertThat(said())
        .containsExactly(
            "ERROR processes/routing.dmn, \"Routing\" (networkOnSecondLineResult): Row 3, column"
                + " \"Team\": \"netwrok\" is not a team of this desk, so incidents would stop"
                + " there. Did you mean \"network\"?",
            "ERROR processes/routing.dmn, \"Routing\" (otherOnSecondLineResult): Row 5, column"
                + " \"Team\": \"security\" is not a team of this desk, so incidents would stop"
                + " there. Choose from \"service-desk\", \"network\", \"applications\","
                + " \"workplace\", \"field-service\", \"specialists\", or register the team"
                + " first.");
  }

  @Test
  void wordsThatTheDeskDoesNotKnowInColumnsThatAllowAnything() {
    edited
        .cell(LADDER, "seniorForP1RoleResult", "\"senior-agent\"", "\"senior-agents\"")
        .cell(LADDER, "seniorForP1CalendarResult", "", "\"night-shift\"")
        .cell(LADDER, "seniorForP1Milestone", "not(\"AT_RISK_50\")", "not(\"HALF\")")
        .cell(
            PLAN,
            "majorStakeholdersRolesResult",
            "\"service-desk-manager, director-of-operations\"",
            "\"service-desk-manager, boss\"")
        .cell(ASSIGNMENT, "fieldServiceInTurnResult", "\"ROUND_ROBIN\"", "\"RANDOM\"");

    assertThat(said())
        .anyMatch(
            text ->
                text.startsWith("ERROR")
                    && text.contains("\"senior-agents\" is not a role of this desk, so the step")
                    && text.endsWith("Did you mean \"senior-agent\"?"))
        .anyMatch(
            text ->
                text.startsWith("WARNING")
                    && text.contains(
                        "\"night-shift\" is not a published calendar of this desk, so"
                            + " the time is counted around the clock.")
                    && text.endsWith("Check the spelling, or publish a calendar of that name."))
        .anyMatch(text -> text.startsWith("ERROR") && text.contains("\"HALF\" is not a milestone"))
        .anyMatch(
            text ->
                text.startsWith("ERROR")
                    && text.contains("\"service-desk-manager, boss\" is not a list of roles"))
        .anyMatch(text -> text.startsWith("ERROR") && text.contains("\"RANDOM\" is not a policy"))
        .hasSize(5);
  }

  @Test
  void anEventThatDoesNotExist() {
    edited.cell(PLAN, "receivedRequesterEvent", "\"RECEIVED\"", "\"RECIEVED\"");

    assertThat(said())
        .anyMatch(
            text ->
                text.startsWith(
                        "ERROR processes/communication-plan.dmn, \"Who is notified of what\""
                            + " (receivedRequesterEvent): Row 1, column \"Event\": \"RECIEVED\" is"
                            + " not among the column's allowed values")
                    && text.endsWith("Did you mean \"RECEIVED\"?"));
  }

  // Answers

  @Test
  void anAnswerThatTheFlowNeedsIsMissing() {
    edited
        .cell(ROUTING, "otherOnSecondLineResult", "\"applications\"", "")
        .cell(LADDER, "seniorForP1MinutesToDecideResult", "30", "0")
        .edit(PLAN, "name=\"updateEveryMinutes\"", "name=\"minutes\"");

    assertThat(said())
        .containsExactlyInAnyOrder(
            "ERROR processes/routing.dmn, \"Routing\" (otherOnSecondLineResult): Row 5, column"
                + " \"Team\": The cell is empty, but the flow cannot go on without it. Enter a"
                + " value.",
            "ERROR processes/escalation-ladder.dmn, \"Escalation ladder\""
                + " (seniorForP1MinutesToDecideResult): Row 1, column \"Minutes to decide\": 0 is"
                + " not above 0, so the step would fail. Enter a whole number from 1.",
            "ERROR processes/communication-plan.dmn, \"Communication plan\" (communication-plan):"
                + " Baton reads the output updateEveryMinutes of this table, but no column has that"
                + " name. Give an output column the name updateEveryMinutes.");
  }

  // Gaps

  @Test
  void casesThatNoRowMatchesStopTheFlow() {
    edited.cell(
        PRIORITY, "asTheMatrixSaysTier", "\"GOLD\",\"SILVER\",\"BRONZE\"", "\"SILVER\",\"BRONZE\"");

    assertThat(said())
        .containsExactly(
            "ERROR processes/priority.dmn, \"Priority\" (priority): No row matches Matrix priority"
                + " P1 × Tier of the client GOLD; Matrix priority P2 × Tier of the client GOLD;"
                + " Tier of the client GOLD × Is the requester a VIP? false. The flow would stop"
                + " there at \"Prioritise\", \"Prioritise again\". Add a row for it, or end the"
                + " table with a row without conditions.");
  }

  @Test
  void aMissingValueIsACaseToo() {
    edited.withoutRow(ROUTING, "firstLine");

    assertThat(said())
        .containsExactly(
            "ERROR processes/routing.dmn, \"Routing\" (routing): No row matches Requested team"
                + " empty × Line FIRST. The flow would stop there at \"Route\", \"Pass to second"
                + " line\", \"Route again\". Add a row for it, or end the table with a row without"
                + " conditions.");
  }

  @Test
  void aLineThatTheFlowAddsNeedsARow() {
    edited.edit(
        LIFECYCLE,
        "<camunda:inputParameter name=\"line\">SECOND</camunda:inputParameter>",
        "<camunda:inputParameter name=\"line\">THIRD</camunda:inputParameter>");

    assertThat(said())
        .singleElement()
        .asString()
        .contains("ERROR", "No row matches Line THIRD. The flow would stop there at \"Route\"");
  }

  @Test
  void aGapInADecisionThatAnotherOneNeedsStopsTheFlowAsWell() {
    edited.withoutRow(PRIORITY, "impactLowUrgencyLow");

    assertThat(said())
        .containsExactly(
            "ERROR processes/priority.dmn, \"Matrix priority\" (matrixPriority): No row matches"
                + " Impact LOW × Urgency LOW. The flow would stop there at \"Prioritise\","
                + " \"Prioritise again\". Add a row for it.");
  }

  @Test
  void aGapWhereTheFlowGoesOnIsAWarning() {
    edited.withoutRow("processes/stuck-incidents.dmn", "anyP4");

    assertThat(said())
        .containsExactly(
            "WARNING processes/stuck-incidents.dmn, \"Stuck incidents\" (stuck-incidents): No row"
                + " matches Priority P4. The table gives no result there. Add a row for it, or end"
                + " the table with a row without conditions.");
  }

  @Test
  void anOwnFieldMayBeMissing() {
    edited
        .edit("forms/log-a-contact.form", "\"key\": \"category\"", "\"key\": \"inPerson\"")
        .edit(PRIORITY, "<text>vip</text>", "<text>inPerson</text>");

    assertThat(said())
        .singleElement()
        .asString()
        .contains("ERROR", "No row matches Is the requester a VIP? empty.");
  }

  @Test
  void numbersBetweenTwoRows() {
    edited
        .withoutRow("processes/major-incident-rule.dmn", "tooFew")
        .cell(
            "processes/major-incident-rule.dmn", "manyElsewhereClusterSize", "&gt;= 10", "&lt; 10");

    assertThat(said())
        .anyMatch(
            text ->
                text.startsWith("ERROR")
                    && text.contains("Open incidents 10")
                    && text.contains("The flow would stop there at \"Judge the cluster\","));
  }

  @Test
  void twoRowsOfAUniqueTableMatchTheSame() {
    edited.cell(PRIORITY, "impactLowUrgencyLowUrgency", "\"LOW\"", "\"LOW\",\"MEDIUM\"");

    assertThat(said())
        .containsExactly(
            "ERROR processes/priority.dmn, \"Matrix priority\" (matrixPriority): Rows 8 and 9 both"
                + " match Impact LOW × Urgency MEDIUM, but the table's hit policy UNIQUE allows"
                + " that only if one row matches. The flow would stop there. Change the conditions"
                + " of one of them, or use the hit policy FIRST.");
  }

  @Test
  void aRowBelowOneThatMatchesEverythingHasNoEffect() {
    edited.copyOfRowAtTheEnd(PRIORITY, "goldVipFromP4");

    assertThat(said())
        .containsExactly(
            "WARNING processes/priority.dmn, \"Priority\" (priority): Row 5 has no effect: the rows"
                + " above it match everything that it matches. Move it up, or delete it.");
  }

  @Test
  void anEventOfWhichNobodyIsNotified() {
    edited.withoutRow(PLAN, "cancelledRequester");

    assertThat(said())
        .containsExactly(
            "WARNING processes/communication-plan.dmn, \"Who is notified of what\""
                + " (notificationPlanEventInput): No row matches Event CANCELLED. The table gives"
                + " no result there. Add a row for it, if that is not what you want.");
  }

  @Test
  void onlyTablesThatSomebodyChangedAreHeldToTheTeamsOfToday() {
    TableWordsCheck check =
        new TableWordsCheck(new DeskVocabulary(List::of, name -> false, name -> false, List::of));

    assertThat(check.complaints(new EditedRelease().release())).isEmpty();
  }
}
