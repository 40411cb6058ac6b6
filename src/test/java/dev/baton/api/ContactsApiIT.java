package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactsApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final String CONTACTS = "/api/v1/contacts";

  @Test
  void aContactIsLoggedOnAnIncident() {
    String it = INCIDENTS + newIncident("Talked about") + "/contacts";

    ApiClient.Answer logged =
        agent.post(
            it,
            """
            {"direction": "OUT", "channel": "PHONE", "from": "+33 1 23", "body": "Called back 📞",
             "visibility": "CLIENT"}
            """);

    assertThat(logged.status()).isEqualTo(201);
    assertThat(logged.text("loggedBy")).isEqualTo("agent");
    assertThat(logged.text("at")).endsWith("Z");
    ApiClient.Answer all = agent.get(it);
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.json().findValuesAsText("body"))
        .containsExactly("It stopped.", "Called back 📞");
  }

  @Test
  void aContactThatIsWrongIsRefused() {
    String it = INCIDENTS + newIncident("Talked wrongly about") + "/contacts";

    assertThat(agent.post(it, "{\"channel\": \"PIGEON\"}").fieldsRefused())
        .containsExactly("body", "channel");
    assertThat(agent.post(it, "{\"channel\": \"PHONE\", \"body\": \"x\"}").fieldsRefused())
        .containsExactly("direction", "visibility");
    assertThat(agent.post(it, "{\"text\": \"x\"}").fieldsRefused()).containsExactly("text");
    assertThat(agent.post(it, "nonsense").status()).isEqualTo(400);
    assertThat(
            agent
                .post(
                    INCIDENTS + "INC-1999-000001/contacts",
                    "{\"direction\": \"IN\", \"channel\": \"PHONE\", \"body\": \"x\","
                        + " \"visibility\": \"CLIENT\"}")
                .status())
        .isEqualTo(404);
    assertThat(agent.get(INCIDENTS + "INC-1999-000001/contacts").status()).isEqualTo(404);
  }

  @Test
  void anAnswerEndsAHoldForTheRequester() {
    String it = INCIDENTS + newIncident("Waits for Ada");
    agent.post(it + "/claim");
    ApiClient.Answer held =
        agent.post(
            it + "/hold",
            "{\"reason\": \"REQUESTER\", \"until\": \"2099-01-01T12:00:00Z\","
                + " \"note\": \"Which floor?\"}");
    assertThat(held.text("status")).isEqualTo("ON_HOLD");

    ApiClient.Answer answered =
        requester.post(it + "/contacts", "{\"channel\": \"WEB\", \"body\": \"Floor 3\"}");
    jobs.runDue();

    assertThat(answered.status()).isEqualTo(201);
    assertThat(answered.text("direction")).isEqualTo("IN");
    assertThat(answered.text("from")).isEqualTo("ada@acme.example");
    assertThat(agent.get(it).text("status")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aContactWithoutAnIncidentIsLogged() {
    ApiClient.Answer question =
        agent.post(
            CONTACTS,
            """
            {"kind": "INFORMATION", "client": "acme", "channel": "PHONE", "from": "Ada",
             "subject": "Opening hours", "body": "Asked when we open"}
            """);
    ApiClient.Answer broken =
        agent.post(CONTACTS, "{\"kind\": \"ABANDONED\", \"channel\": \"PHONE\"}");

    assertThat(question.status()).isEqualTo(201);
    assertThat(question.json().path("incident").isNull()).isTrue();
    assertThat(question.text("client")).isEqualTo("acme");
    assertThat(broken.status()).isEqualTo(201);
    ApiClient.Answer log = agent.get(CONTACTS + "?client=acme&size=1");
    assertThat(log.status()).isEqualTo(200);
    assertThat(log.json().at("/items/0/client").asText()).isEqualTo("acme");
    assertThat(log.header("Link")).contains("rel=\"first\"");
    assertThat(agent.get(CONTACTS).json().path("totalItems").asInt()).isGreaterThan(1);
  }

  @Test
  void aContactWithoutAnIncidentThatIsWrongIsRefused() {
    assertThat(agent.post(CONTACTS, "{\"kind\": \"INCIDENT\"}").fieldsRefused())
        .containsExactly("channel", "kind");
    assertThat(
            agent
                .post(
                    CONTACTS,
                    "{\"kind\": \"INFORMATION\", \"channel\": \"PHONE\", \"client\": \"nope\","
                        + " \"body\": \"x\"}")
                .fieldsRefused())
        .containsExactly("client");
    assertThat(agent.get(CONTACTS + "?client=nope&size=x").fieldsRefused())
        .containsExactly("client", "size");
    assertThat(requester.get(CONTACTS).status()).isEqualTo(403);
    assertThat(
            requester.post(CONTACTS, "{\"kind\": \"ABANDONED\", \"channel\": \"PHONE\"}").status())
        .isEqualTo(403);
  }
}
