package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.delivery.Inbox;
import dev.baton.notification.delivery.OutgoingMessage;
import dev.baton.notification.template.RenderedMessage;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words, webhooks and the inbox over HTTP. */
class MessagesApiIT extends ApiDesk {

  @Autowired Inbox inbox;

  @Test
  void aClientIsGivenWordsOfItsOwnByWhoeverKeepsThem() {
    ApiClient crm = agent.as("client-relationship-manager");
    String path = "/api/v1/clients/globex/messages/CLOSED/de";

    ApiClient.Answer kept = crm.put(path, "{\"opening\": \"Fertig: {number}.\"}");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.text("opening")).isEqualTo("Fertig: {number}.");
    assertThat(crm.get("/api/v1/clients/globex/messages").body()).contains("Fertig");

    assertThat(crm.put(path, "{\"opening\": \"{secret}\"}").status()).isEqualTo(422);
    assertThat(crm.put("/api/v1/clients/globex/messages/CLOSED/fr", "{}").status()).isEqualTo(422);
    assertThat(crm.put("/api/v1/clients/globex/messages/NONE/de", "{}").status())
        .isGreaterThanOrEqualTo(400);
    assertThat(crm.put("/api/v1/clients/nobody/messages/CLOSED/de", "{}").status()).isEqualTo(404);
    assertThat(agent.put(path, "{}").status()).isEqualTo(403);
    assertThat(requester.get("/api/v1/clients/globex/messages").status()).isEqualTo(403);

    assertThat(crm.delete(path).status()).isEqualTo(204);
    assertThat(crm.get("/api/v1/clients/globex/messages").body()).doesNotContain("Fertig");
  }

  @Test
  void anAdministratorKeepsWebhooksAndNobodySeesTheirSecrets() {
    ApiClient admin = agent.as("admin");
    String path = "/api/v1/webhooks/desk-chat";
    String body =
        "{\"url\": \"https://chat.example.com/h\", \"shape\": \"SLACK\", \"client\": \"globex\"%s}";

    assertThat(admin.put(path, body.formatted("")).status()).isEqualTo(422);
    ApiClient.Answer made = admin.put(path, body.formatted(", \"secret\": \"0123456789abcdef\""));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).doesNotContain("0123456789abcdef");
    assertThat(admin.put(path, body.formatted("")).status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/webhooks").body())
        .contains("desk-chat")
        .doesNotContain("0123456789");
    assertThat(agent.get("/api/v1/webhooks").status()).isEqualTo(403);

    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(admin.get(path).status()).isEqualTo(404);
    assertThat(admin.delete(path).status()).isEqualTo(404);
  }

  @Test
  void everybodyReadsTheirOwnInboxAlone() {
    requester.post("/api/v1/inbox/read");
    tell("ada", "For Ada");
    tell("bob", "For Bob");

    ApiClient.Answer unread = requester.get("/api/v1/inbox?unread=true");
    assertThat(unread.body()).contains("For Ada").doesNotContain("For Bob");
    String id = unread.json().at("/items/0/id").asText();

    assertThat(stranger.post("/api/v1/inbox/" + id + "/read").status()).isEqualTo(404);
    assertThat(requester.post("/api/v1/inbox/" + id + "/read").status()).isEqualTo(204);
    assertThat(requester.get("/api/v1/inbox?unread=true").body()).doesNotContain("For Ada");
    assertThat(requester.get("/api/v1/inbox").body()).contains("For Ada");
  }

  @Test
  void aMessageIsShownBeforeAnybodyGetsIt() {
    String number = newIncident("Preview this");
    String path = "/api/v1/incidents/" + number + "/messages/";

    ApiClient.Answer shown = agent.get(path + "ON_HOLD?language=de&detail=Welcher%20Drucker%3F");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text("subject")).startsWith("[" + number + "]").endsWith("Preview this");
    assertThat(shown.text("text")).contains("Guten Tag Ada", "Welcher Drucker?");
    assertThat(shown.text("html")).contains("<html");

    assertThat(agent.get(path + "AT_RISK?audience=TEAM").status()).isEqualTo(200);
    assertThat(agent.get(path + "NOTHING").status()).isEqualTo(422);
    assertThat(requester.get(path + "CLOSED").status()).isEqualTo(403);
    assertThat(agent.get("/api/v1/incidents/INC-1999-000001/messages/CLOSED").status())
        .isEqualTo(404);
  }

  @Test
  void theOutboxShowsWhatWouldHaveBeenSentToThoseWhoWorkAtTheDesk() {
    String number = newIncident("Shown in the outbox <b>");
    jobs.runDue();

    ApiClient.Answer list = agent.get("/outbox?q=" + number);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body()).contains("ada@acme.example", "1 email", "&lt;b&gt;");
    String link = list.body().replaceAll("(?s).*href=\"(/outbox/[0-9]+)\".*", "$1");

    assertThat(agent.get(link).body()).contains("Thank you for letting us know", "sandbox");
    ApiClient.Answer html = agent.get(link + "/html");
    assertThat(html.header("Content-Security-Policy")).startsWith("sandbox;");
    assertThat(html.body()).contains(number).doesNotContain("<b>");
    assertThat(agent.get(link + "/raw").header("Content-Disposition")).startsWith("attachment");
    assertThat(agent.get("/outbox?q=%25%27nothing").body()).contains("No emails match");
    assertThat(agent.get("/outbox/999999999").status()).isEqualTo(404);
    assertThat(requester.get("/outbox").status()).isEqualTo(403);
    assertThat(nobody().get("/outbox").status()).isEqualTo(401);
  }

  private void tell(String login, String subject) {
    long notification = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41);
    OutgoingMessage message =
        new OutgoingMessage(
            notification,
            "INC-2026-000001",
            NotificationEvent.UPDATE,
            login,
            null,
            "<a@b>",
            "<c@d>",
            new RenderedMessage(subject, "Text", "<p>Text</p>"),
            List.of());
    inbox.send(message);
    inbox.send(message);
  }
}
