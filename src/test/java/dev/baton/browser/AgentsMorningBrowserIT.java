package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A morning at the desk, without leaving Tasklist; and the pages for those outside it. */
abstract class AgentsMorningBrowserIT {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String CALLER = "c.reid@harcourtvane.example";

  private final DemoDeskProgram desk;

  AgentsMorningBrowserIT(DemoDeskProgram desk) {
    this.desk = desk;
  }

  @Test
  void aSecondCallIsAddedAndTheIncidentIsWorkedOnInItsTabUntilItIsConfirmed() {
    String number =
        JsonPath.<List<String>>read(
                desk.get("/api/v1/incidents?q=Meridian&client=harcourt-vane", "agent"),
                "$.items[*].number")
            .get(0);
    int before = incidents();
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn(TASKLIST, "agent", "baton");
      addTheCall(agent, number);
      assertThat(incidents()).isEqualTo(before);

      agent.click("a", "My team's queue");
      agent.openTask(number, "Resolve at first line");
      openTab(agent, number);
      agent.awaitText("#incident-timeline", "Still locked out");
      assertThat(agent.barriers(".baton-tab")).isEmpty();
      agent.picture("tab-incident");
      agent.click("#act-CLAIM button", "Claim");
      awaitStatus(number, "IN_PROGRESS");

      agent.click("#act-HOLD summary", "Put on hold");
      agent.type("#act-HOLD-note", "Which matter number is it?");
      agent.click("#act-HOLD form button", "Put on hold");
      awaitStatus(number, "ON_HOLD");
      theAnswerArrives(number);
      awaitStatus(number, "IN_PROGRESS");

      agent.click("a", "Waiting for the client, answered");
      agent.awaitText("li.task", number);
      agent.click("li.task h4 a", "Resolve at first line");
      agent.awaitText("#incident-timeline", "It is 4711.");
      agent.type("#incident-message-text", "Thank you, we look into 4711.");
      agent.click("#incident-message button[type=submit]", "Send");
      agent.awaitText("#incident-notice", "Reply sent to");
      agent.click("#act-RESOLVE summary", "Resolve");
      agent.type("#act-RESOLVE-note", "Matter 4711 is open to her again.");
      agent.click("#act-RESOLVE form button", "Resolve");
      awaitStatus(number, "RESOLVED");

      agent.open("/desk/incidents/" + number);
      agent.click("#act-CONFIRM button", "Confirm");
      awaitStatus(number, "CLOSED");
      agent.awaitText(".baton-status", "Closed");
    }
  }

  @Test
  void whatIsBeingTypedOutlivesTheNews() {
    String number = newest();
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents/" + number, "agent", "baton");
      agent.awaitText("h2", "Timeline");
      agent.type("#incident-message-text", "Half a sent");
      agent.click("#act-CANCEL summary", "Cancel");
      agent.type("#act-CANCEL-note", "Not this");
      desk.post(
          "/api/v1/incidents/" + number + "/contacts",
          "team-lead",
          """
          {"direction": "OUT", "channel": "WEB", "visibility": "INTERNAL", "body": "News of it"}
          """);
      desk.post(
          "/api/v1/incidents/" + number + "/assign",
          "team-lead",
          "{\"assignee\": \"senior-agent\"}");

      agent.awaitText("#incident-timeline", "News of it");
      agent.awaitText("#incident-now", "Tom Whitfield");
      agent.awaitThat(
          "what was typed",
          """
          return document.querySelector('#incident-message-text').value === 'Half a sent'
              && document.querySelector('#act-CANCEL-note').value === 'Not this'
              && document.querySelector('#act-CANCEL').open;
          """);
    }
  }

  @Test
  void thePagesHaveNoBarriersAndFitAPhone() {
    String number = newest();
    try (Browser agent = new Browser(desk.port())) {
      agent.signIn("/desk/incidents", "agent", "baton");
      agent.awaitText("h1", "Incidents");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incidents-1440");
      agent.open("/desk/incidents/" + number);
      agent.awaitText("#incident-around h2", "Similar");
      assertThat(agent.barriers("body")).isEmpty();
      agent.picture("incident-1440");

      agent.width(390);
      agent.picture("incident-390");
      assertThat(agent.barriers("body")).isEmpty();
      agent.open("/desk/incidents");
      agent.awaitThat(
          "no sideways scrolling",
          "return document.documentElement.scrollWidth <= window.innerWidth + 1");
      agent.picture("incidents-390");
    }
  }

  private void addTheCall(Browser agent, String number) {
    agent.click("a", "Start process");
    agent.click(".modal-dialog a", "Incident lifecycle");
    agent.type("input[id$=clientField]", "harcourt-vane");
    agent.type("input[id$=requesterEmailField]", CALLER);
    agent.awaitText(".baton-call", number);
    agent.type("textarea[id$=descriptionField]", "Still locked out, asks how long it takes.");
    agent.picture("tasklist-second-call");
    assertThat(agent.barriers(".baton-call")).isEmpty();
    agent.click(".baton-call button[data-add='" + number + "']", "Add this call");
    agent.awaitText(".baton-call", "Call added to " + number);
    agent.click(".baton-call button", "Close");
    agent.awaitThat("the form is gone", "return !document.querySelector('.modal-dialog')");
  }

  private static void openTab(Browser agent, String number) {
    agent.click(".nav-tabs a", "Incident");
    agent.awaitText(".baton-tab .baton-number", number);
  }

  private void theAnswerArrives(String number) {
    desk.post(
        "/api/v1/incidents/" + number + "/contacts",
        "agent",
        """
        {"direction": "IN", "channel": "EMAIL", "from": "%s", "visibility": "CLIENT",
         "body": "It is 4711."}
        """
            .formatted(CALLER));
  }

  private int incidents() {
    return JsonPath.read(desk.get("/api/v1/incidents?size=1", "agent"), "$.totalItems");
  }

  private String newest() {
    return JsonPath.<List<String>>read(
            desk.get("/api/v1/incidents?status=ASSIGNED&assignee=&size=1", "agent"),
            "$.items[*].number")
        .get(0);
  }

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
