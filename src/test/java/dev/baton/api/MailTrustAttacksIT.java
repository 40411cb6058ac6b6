package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.intake.mail.IncomingMails;
import dev.baton.intake.mail.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An outsider who writes to the desk as if somebody else did. */
class MailTrustAttacksIT extends ApiDesk {

  private static final AtomicLong COUNT = new AtomicLong();
  private static final String INCIDENTS = "/api/v1/incidents/";

  @Autowired IncomingMails mails;
  @Autowired JdbcTemplate database;

  @Test
  void aForgedAnswerIsShownAsUnverifiedAndDoesNothing() {
    String it = newIncident("The vault does not open");
    String sender = agent.get(INCIDENTS + it).json().at("/requester/email").asText();

    receive(null, sender, "eve@evil.example", "Re: " + it, "Send the code to all of us.");

    JsonNode contact = last(agent.get(INCIDENTS + it + "/contacts").json());
    assertThat(contact.path("senderVerified").isBoolean()).isTrue();
    assertThat(contact.path("senderVerified").asBoolean()).isFalse();
    assertThat(contact.path("visibility").asText()).isEqualTo("INTERNAL");
    assertThat(agent.get(INCIDENTS + it + "/watchers").body()).isEqualTo("[]");
    assertThat(agent.get(INCIDENTS + it + "/watchers/proposed").body()).isEqualTo("[]");
    assertThat(agent.get(INCIDENTS + it + "/timeline").body()).contains("Unverified sender");
    assertThat(requester.get(INCIDENTS + it + "/timeline").body()).doesNotContain("Send the code");
    assertThat(agent.get("/desk/incidents/" + it + "/panel").body()).contains("unverified sender");
    assertThat(
            StreamSupport.stream(
                    agent
                        .get("/api/v1/contacts?triage=true&size=200")
                        .json()
                        .path("items")
                        .spliterator(),
                    false)
                .map(item -> item.path("id").asLong()))
        .contains(contact.path("id").asLong());
  }

  @Test
  void anOutsiderFollowsOnlyOnceAnAgentHasConfirmed() {
    String it = newIncident("The vault does not open");
    String watchers = INCIDENTS + it + "/watchers";
    jobs.runDue();
    String ours =
        database.queryForObject(
            "select message_id from notification where incident = ? and message_id is not null"
                + " order by id limit 1",
            String.class,
            it);

    receiveAnswer(ours, "eve@evil.example");
    receiveAnswer(ours, "mel@evil.example");

    assertThat(agent.get(watchers).body()).isEqualTo("[]");
    assertThat(agent.get(watchers + "/proposed").body()).contains("eve@evil.example");
    assertThat(requester.get(watchers + "/proposed").status()).isEqualTo(403);
    assertThat(requester.post(watchers + "/eve@evil.example/confirm").status()).isEqualTo(403);
    assertThat(agent.get("/desk/incidents/" + it + "/panel").body())
        .contains("eve@evil.example", "Allow");

    assertThat(agent.post(watchers + "/mel@evil.example/decline").status()).isEqualTo(200);
    assertThat(agent.post(watchers + "/eve@evil.example/confirm").body())
        .isEqualTo("[\"eve@evil.example\"]");
    assertThat(agent.post(watchers + "/eve@evil.example/confirm").status()).isEqualTo(409);
    assertThat(agent.get(watchers + "/proposed").body()).isEqualTo("[]");
  }

  @Test
  void theDomainsOfAClientAreSetByAnAdministrator() {
    ApiClient admin = agent.as("admin");
    String path = "/api/v1/clients/globex/domains";

    assertThat(admin.put(path, "{\"domains\": [\"Globex.example\"]}").body())
        .contains("globex.example");
    assertThat(admin.get(path).json().at("/domains/0").asText()).isEqualTo("globex.example");
    assertThat(admin.put(path, "{\"domains\": [\"no domain\"]}").status()).isEqualTo(422);
    assertThat(agent.put(path, "{\"domains\": []}").status()).isEqualTo(403);
    assertThat(admin.put(path, "{\"domains\": []}").status()).isEqualTo(200);
  }

  private void receiveAnswer(String ours, String from) {
    receive("In-Reply-To: " + ours + "\r\n" + vouched(from), from, null, "Re: it", "Well?");
  }

  private static String vouched(String from) {
    return "Authentication-Results: mx.baton.example; dmarc=pass header.from=%s\r\n"
        .formatted(from.substring(from.indexOf('@') + 1));
  }

  private void receive(String head, String from, String cc, String subject, String text) {
    String mail =
        (head == null ? "" : head)
            + "From: %s\r\nTo: desk@baton.example\r\n".formatted(from)
            + (cc == null ? "" : "Cc: " + cc + "\r\n")
            + "Subject: %s\r\nMessage-ID: <t%d@x.example>\r\n\r\n%s\r\n"
                .formatted(subject, COUNT.incrementAndGet(), text);
    ReceivedMail.store(mails, database, mail.getBytes(StandardCharsets.UTF_8));
    jobs.runDue();
  }

  private static JsonNode last(JsonNode contacts) {
    JsonNode items = contacts.isArray() ? contacts : contacts.path("items");
    return items.get(items.size() - 1);
  }
}
