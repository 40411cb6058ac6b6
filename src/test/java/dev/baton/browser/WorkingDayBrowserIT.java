package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** An agent's way through Tasklist, and a manager's look into Cockpit. */
abstract class WorkingDayBrowserIT {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String COCKPIT = "/camunda/app/cockpit/default/";
  private static final String CLOCKS = "#/process-instance/%s/runtime?tab=baton.clocks";
  private static final String CARD = "li.task";
  private static final String SUBJECT =
      "Projector stays dark in room 12 🔥 [as shown](https://evil.example)";

  private final DemoDeskProgram desk;

  WorkingDayBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void anAgentLogsACallTakesItResolvesItAndConfirmsIt() {
    String number;
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(TASKLIST, "agent", "baton");
      agent.click("a", "All open");
      agent.awaitText(CARD, "P1");
      agent.picture("tasklist-all-open");

      logACall(agent);
      number = JsonPath.<List<String>>read(found(), "$.items[*].number").get(0);

      agent.click("a", "My team's queue");
      agent.openTask(number, "Resolve at first line");
      // A client's words are shown as they are, and lead nowhere.
      agent.awaitText(".fjs-form-field-text p", SUBJECT);
      agent.click("button, a", "Claim");
      awaitStatus(number, "IN_PROGRESS");

      agent.click(".fjs-form-field-radio label", "Resolved");
      agent.choose("resolutionCodeField", "Fixed");
      agent.type("textarea[id$=noteField]", "The cable was changed.");
      agent.picture("tasklist-resolve");
      agent.click("button.btn-primary", "Complete");

      awaitStatus(number, "RESOLVED");
      agent.click("a", "My work");
      agent.openTask(number, "Confirm resolution");
      managerFinds(number);

      agent.click(".fjs-form-field-radio label", "Yes, close");
      agent.picture("tasklist-confirm");
      agent.click("button.btn-primary", "Complete");
      awaitStatus(number, "CLOSED");
    }
  }

  @Test
  void theManagerSeesAtAGlanceHowAnIncidentsClocksStand() {
    List<String> onHold = JsonPath.read(incidents(), "$.items[?(@.status == 'ON_HOLD')].number");
    String pastDue = withAClockPastDue();
    try (Browser manager = new Browser(desk.port())) {
      manager.signIn(COCKPIT, "service-desk-manager", "baton");

      manager.open(COCKPIT + CLOCKS.formatted(flowOf(pastDue)));
      manager.click("ul.nav-tabs a", "Clocks");
      manager.awaitText(".baton-clocks caption", pastDue);
      manager.awaitText(".baton-clocks tbody tr .baton-badge", "Past due");
      manager.picture("cockpit-clocks-past-due");
      manager.click(".baton-clocks a", "Open clock");
      manager.click("ul.nav-tabs a", "Clocks");
      manager.awaitText(".baton-clocks td", "This clock");

      manager.open(COCKPIT + CLOCKS.formatted(flowOf(onHold.get(0))));
      manager.click("ul.nav-tabs a", "Clocks");
      manager.awaitText(".baton-clocks caption", onHold.get(0));
      manager.awaitText(".baton-clocks tbody tr .baton-badge", "Paused");
      manager.awaitText(".baton-clocks tbody a", "Why?");
      manager.picture("cockpit-clocks-paused");
    }
  }

  private String withAClockPastDue() {
    List<Map<String, Object>> incidents = JsonPath.read(incidents(), "$.items[*]");
    return incidents.stream()
        .filter(
            incident ->
                !JsonPath.<List<Object>>read(
                        incident, "$.obligations[?(@.state == 'RUNNING' && @.breachedAt != null)]")
                    .isEmpty())
        .map(incident -> (String) incident.get("number"))
        .findFirst()
        .orElseThrow();
  }

  private String incidents() {
    return desk.get("/api/v1/incidents?size=100", "service-desk-manager");
  }

  private String flowOf(String number) {
    return JsonPath.read(
        desk.get(
            "/engine-rest/process-instance?processDefinitionKey=incident-lifecycle&businessKey="
                + number,
            "service-desk-manager"),
        "$[0].id");
  }

  private void logACall(Browser agent) {
    agent.click("a", "Start process");
    agent.click(".modal-dialog a", "Incident lifecycle");
    agent.type("input[id$=clientField]", "harcourt-vane");
    agent.type("input[id$=requesterNameField]", "Nell Archer");
    agent.type("input[id$=requesterEmailField]", "n.archer@harcourtvane.example");
    agent.type("input[id$=subjectField]", SUBJECT);
    agent.type("textarea[id$=descriptionField]", "No picture since this morning, hearing at two.");
    agent.choose("impactField", "Low");
    agent.choose("urgencyField", "High");
    agent.picture("tasklist-log-a-contact");
    agent.click(".modal-dialog button.btn-primary", "Start");
    agent.awaitText("dialog h2", "opened");
    agent.click("dialog button", "Close");
  }

  /** Cockpit knows the incident's flow by the incident's number. */
  private void managerFinds(String number) {
    try (Browser manager = new Browser(desk.port())) {
      manager.signIn(COCKPIT, "service-desk-manager", "baton");
      manager.open(
          COCKPIT
              + "#/processes?searchQuery=%5B%7B%22type%22:%22PIbusinessKey%22,%22operator%22:%22eq%22,"
              + "%22value%22:%22"
              + number
              + "%22,%22name%22:%22%22%7D%5D");
      manager.click("a", "Incident lifecycle");
      manager.awaitText("td, a", number);
      manager.picture("cockpit-instance");
    }
  }

  private String found() {
    return desk.get("/api/v1/incidents?q=Projector+room&client=harcourt-vane", "agent");
  }

  /** What the page did has reached the incident. */
  private void awaitStatus(String number, String status) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!status.equals(statusOf(number)) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    assertThat(statusOf(number)).isEqualTo(status);
  }

  private String statusOf(String number) {
    return JsonPath.read(desk.get("/api/v1/incidents/" + number, "agent"), "$.status");
  }
}
