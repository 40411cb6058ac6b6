package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.intake.mail.IncomingMails;
import dev.baton.intake.mail.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class MailApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final String CONTACTS = "/api/v1/contacts";

  @Autowired IncomingMails mails;
  @Autowired JdbcTemplate database;

  @Test
  void aMailOfAnUnknownSenderIsLinkedWithOneClick() {
    String it = newIncident("Waits for a colleague");
    long contact = receive("<l1@x.example>", "eve@acme.example", "Re: " + it, "Floor 3");

    JsonNode waiting = waiting(contact);
    assertThat(waiting.at("/triage/suggestedIncident").asText()).isEqualTo(it);
    assertThat(waiting.at("/triage/reason").asText()).contains("no part in that incident");
    assertThat(requester.get(CONTACTS + "?triage=true").status()).isEqualTo(403);
    assertThat(requester.post(CONTACTS + "/" + contact + "/link", link(it)).status())
        .isEqualTo(403);
    assertThat(agent.post(CONTACTS + "/" + contact + "/link", link("nonsense")).status())
        .isEqualTo(422);

    ApiClient.Answer linked = agent.post(CONTACTS + "/" + contact + "/link", link(it));

    assertThat(linked.status()).isEqualTo(200);
    assertThat(linked.text("incident")).isEqualTo(it);
    assertThat(waiting(contact)).isNull();
    assertThat(agent.get(INCIDENTS + it + "/contacts").json().findValuesAsText("body"))
        .contains("Floor 3");
    assertThat(agent.post(CONTACTS + "/" + contact + "/link", link(it)).status()).isEqualTo(409);
    assertThat(agent.post(CONTACTS + "/999999999/link", link(it)).status()).isEqualTo(404);
  }

  @Test
  void aMailIsMadeAnIncidentOrDismissed() {
    long first = receive("<o1@x.example>", "gil@globex.example", "Broken", "It broke.");
    long second = receive("<o2@x.example>", "spam@x.example", "Buy", "Now.");

    assertThat(agent.post(CONTACTS + "/" + first + "/open", "{}").fieldsRefused())
        .containsExactly("client");
    ApiClient.Answer opened =
        agent.post(
            CONTACTS + "/" + first + "/open", "{\"client\": \"globex\", \"impact\": \"HIGH\"}");
    ApiClient.Answer dismissed = agent.post(CONTACTS + "/" + second + "/dismiss");

    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.text("subject")).isEqualTo("Broken");
    assertThat(opened.text("client")).isEqualTo("globex");
    assertThat(dismissed.status()).isEqualTo(204);
    assertThat(waiting(second)).isNull();
    assertThat(agent.get(CONTACTS).json().findValuesAsText("subject")).contains("Buy");
  }

  @Test
  void filesAreHandedOutAsDownloadsToThoseWhoMaySeeTheirContact() {
    String sender = "filer@acme.example";
    agent
        .as("admin")
        .put(
            "/api/v1/clients/acme/requesters/" + sender,
            "{\"name\": \"Fay Filer\", \"vip\": false}");
    long mail =
        store(
            "<f1@acme.example>",
            sender,
            "With files",
            "multipart/mixed; boundary=cut",
            "--cut\r\nContent-Type: text/plain\r\n\r\nSee the files.\r\n"
                + file("text/html; charset=utf-8", "Übersicht \\\"1\\\".html", "<script>1</script>")
                + file("application/octet-stream", "tool.exe", "MZ")
                + "--cut--\r\n");
    String it =
        database.queryForObject(
            "select incident from incoming_mail where id = ?", String.class, mail);
    long contact =
        database.queryForObject(
            "select contact_id from incoming_mail where id = ?", Long.class, mail);
    ApiClient.Answer listed = requester.get(INCIDENTS + it + "/attachments");
    assertThat(listed.status()).as(listed.response().body()).isEqualTo(200);
    assertThat(listed.json()).hasSize(2);
    String page = "/api/v1/attachments/" + listed.json().get(0).get("id").asLong();
    String tool = "/api/v1/attachments/" + listed.json().get(1).get("id").asLong();

    assertThat(listed.json().get(1).get("withheld").asText()).contains(".exe");
    ApiClient.Answer got = requester.get(page);
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.response().body()).isEqualTo("<script>1</script>");
    assertThat(got.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(got.header("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%C3%9Cbersicht");
    assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(got.header("Content-Security-Policy")).contains("sandbox");
    assertThat(agent.get(tool).status()).isEqualTo(404);
    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(stranger.get(INCIDENTS + it + "/attachments").status()).isEqualTo(404);
    assertThat(nobody().get(page).status()).isEqualTo(401);
    assertThat(agent.get("/api/v1/attachments/999999999").status()).isEqualTo(404);

    ApiClient.Answer raw = agent.get(CONTACTS + "/" + contact + "/raw");
    assertThat(raw.status()).isEqualTo(200);
    assertThat(raw.response().body()).contains("Message-ID: <f1@acme.example>");
    assertThat(raw.header("Content-Disposition")).contains("contact-" + contact + ".eml");
    assertThat(requester.get(CONTACTS + "/" + contact + "/raw").status()).isEqualTo(403);
    assertThat(agent.get(CONTACTS + "/999999999/raw").status()).isEqualTo(404);
  }

  private static String file(String type, String name, String content) {
    return "--cut\r\nContent-Type: %s\r\nContent-Disposition: attachment; filename=\"%s\"\r\n\r\n%s\r\n"
        .formatted(type, name, content);
  }

  private JsonNode waiting(long contact) {
    return StreamSupport.stream(
            agent.get(CONTACTS + "?triage=true&size=200").json().path("items").spliterator(), false)
        .filter(item -> item.path("id").asLong() == contact)
        .findFirst()
        .orElse(null);
  }

  private long receive(String id, String from, String subject, String text) {
    return database.queryForObject(
        "select contact_id from incoming_mail where id = ?",
        Long.class,
        store(id, from, subject, "text/plain", text));
  }

  private long store(String id, String from, String subject, String type, String body) {
    String mail =
        "Authentication-Results: mx.baton.example; dmarc=pass header.from=%s\r\nFrom: %s\r\nTo: desk@baton.example\r\nSubject: %s\r\nMessage-ID: %s\r\nMIME-Version: 1.0\r\nContent-Type: %s\r\n\r\n%s\r\n"
            .formatted(from.substring(from.indexOf('@') + 1), from, subject, id, type, body);
    long stored = ReceivedMail.store(mails, database, mail.getBytes(StandardCharsets.UTF_8));
    jobs.runDue();
    return stored;
  }

  private static String link(String incident) {
    return "{\"incident\": \"%s\"}".formatted(incident);
  }
}
