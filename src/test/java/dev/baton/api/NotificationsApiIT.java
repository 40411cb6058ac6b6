package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.announcement.Announcements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was told to whom, over HTTP. */
class NotificationsApiIT extends ApiDesk {

  @Autowired Announcements announcements;

  @Test
  void anIncidentShowsWhatWasToldAndToAClientOnlyItsOwn() {
    String number = newIncident("The printer is silent");
    announcements.announce(
        new IncidentNumber(number), NotificationEvent.REPLIED, "1", "Internal words");
    jobs.runDue();
    String path = "/api/v1/incidents/" + number + "/notifications";

    ApiClient.Answer forDesk = agent.get(path);
    ApiClient.Answer forClient = requester.get(path);

    assertThat(forDesk.status()).isEqualTo(200);
    assertThat(forDesk.body()).contains("RECEIVED", "REPLIED", "INBOX", "@baton.invalid>");
    assertThat(forClient.status()).isEqualTo(200);
    assertThat(forClient.body()).contains("RECEIVED", "SENT").doesNotContain("REPLIED", "INBOX");
    assertThat(stranger.get(path).status()).isEqualTo(404);
  }

  @Test
  void theDeskListsByStatusAndAClientDoesNot() {
    newIncident("The printer is silent");

    ApiClient.Answer sent = agent.get("/api/v1/notifications?status=SENT&size=5");
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.json().at("/items/0/status").asText()).isEqualTo("SENT");
    assertThat(agent.get("/api/v1/notifications?status=LOST").status()).isEqualTo(422);
    assertThat(requester.get("/api/v1/notifications").status()).isEqualTo(403);
  }

  @Test
  void somebodyFollowsAnIncidentAndLeavesIt() {
    String path = "/api/v1/incidents/" + newIncident("The printer is silent") + "/watchers";

    ApiClient.Answer added = agent.post(path, "{\"email\": \"Wanda@acme.example\"}");
    assertThat(added.body()).contains("wanda@acme.example");
    assertThat(agent.post(path, "{\"email\": \"nobody\"}").status()).isEqualTo(422);
    assertThat(requester.get(path).status()).isEqualTo(403);
    assertThat(agent.delete(path + "/wanda@acme.example").status()).isEqualTo(204);
    assertThat(agent.get(path).body()).isEqualTo("[]");
  }

  @Test
  void aClientNamesWhoHearsOfItsMajorIncidents() {
    ApiClient crm = agent.as("client-relationship-manager");
    String path = "/api/v1/clients/acme/desk-contacts";

    assertThat(crm.post(path, "{\"email\": \"Cto@acme.example\"}").body())
        .isEqualTo("[\"cto@acme.example\"]");
    assertThat(agent.get(path).status()).isEqualTo(403);
    String number = newIncident("Everything is down");
    announcements.announce(new IncidentNumber(number), NotificationEvent.MAJOR_DECLARED, "1", null);
    jobs.runDue();

    assertThat(agent.get("/api/v1/incidents/" + number + "/notifications").body())
        .contains("CLIENT_CONTACT", "cto@acme.example");
    assertThat(crm.delete(path + "/cto@acme.example").status()).isEqualTo(204);
    assertThat(crm.get(path).body()).isEqualTo("[]");
  }
}
