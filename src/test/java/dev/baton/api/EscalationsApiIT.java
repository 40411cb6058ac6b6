package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The ladder at the API: ask for help, see who was told and why, answer, decide. */
class EscalationsApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final String ESCALATIONS = "/api/v1/escalations/";

  private String escalated(String subject) {
    String number = newIncident(subject);
    assertThat(agent.post(INCIDENTS + number + "/escalate", "{\"note\": \"Help!\"}").status())
        .isEqualTo(200);
    jobs.runDue();
    return number;
  }

  private JsonNode climbOf(String number) {
    return agent.get(INCIDENTS + number + "/escalations").json().path(0);
  }

  @Test
  void tellsWhoWasToldWhenByWhichRungAndWhy() {
    JsonNode escalation = climbOf(escalated("Who was told?"));

    assertThat(escalation.path("state").asText()).isEqualTo("TOLD");
    assertThat(escalation.path("trigger").asText()).isEqualTo("HELP_ASKED");
    assertThat(escalation.path("responder").asText()).isEqualTo("senior-agent");
    assertThat(escalation.path("role").asText()).isEqualTo("senior-agent");
    assertThat(escalation.path("dueAt").asText()).isNotBlank();
    assertThat(escalation.path("ladder").size()).isGreaterThanOrEqualTo(3);
    assertThat(escalation.path("ladder").path(0).path("minutesToAcknowledge").asInt()).isPositive();
    assertThat(escalation.path("entries").findValuesAsText("kind"))
        .containsExactly("RAISED", "TOLD");
    assertThat(escalation.path("entries").path(0).path("text").asText()).contains("Help!");
  }

  @Test
  void isAnsweredAndDecided() {
    String number = escalated("Answer me");
    String it = ESCALATIONS + climbOf(number).path("id").asLong();
    ApiClient senior = agent.as("senior-agent");

    assertThat(senior.post(it + "/decide", "{\"decision\": \"TAKE_OVER\"}").status())
        .isEqualTo(409);
    assertThat(senior.post(it + "/acknowledge").text("state")).isEqualTo("ACKNOWLEDGED");
    assertThat(senior.post(it + "/acknowledge").status()).isEqualTo(409);
    ApiClient.Answer unsaid = senior.post(it + "/decide", "{\"decision\": \"STAND_DOWN\"}");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.fieldsRefused()).containsExactly("note");
    assertThat(senior.post(it + "/decide", "{\"decision\": \"TAKE_OVER\"}").text("state"))
        .isEqualTo("SETTLED");
    assertThat(agent.get(INCIDENTS + number).text("assignee")).isEqualTo("senior-agent");
  }

  @Test
  void namesTheFieldOfADecisionThatIsWrong() {
    String number = escalated("Wrong person");
    String it = ESCALATIONS + climbOf(number).path("id").asLong();
    ApiClient senior = agent.as("senior-agent");
    senior.post(it + "/acknowledge");

    ApiClient.Answer wrong =
        senior.post(it + "/decide", "{\"decision\": \"ADD_PERSON\", \"person\": \"nobody\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.fieldsRefused()).containsExactly("person");
    assertThat(
            senior
                .post(it + "/decide", "{\"decision\": \"ADD_PERSON\", \"person\": \"trainer\"}")
                .status())
        .isEqualTo(200);
    assertThat(agent.get(INCIDENTS + number).json().path("helpers").path(0).asText())
        .isEqualTo("trainer");
  }

  @Test
  void listsWhatIsOpenNewestFirst() {
    String number = escalated("In the list");

    ApiClient.Answer open =
        agent.get("/api/v1/escalations?open=true&responder=senior-agent&size=1");
    assertThat(open.json().path("items").path(0).path("incident").asText()).isEqualTo(number);
    assertThat(open.json().path("items").path(0).path("entries").isNull()).isTrue();
    ApiClient.Answer wrong = agent.get("/api/v1/escalations?open=perhaps&state=NOWHERE");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.fieldsRefused()).containsExactlyInAnyOrder("open", "state");
  }

  @Test
  void showsNobodyOutsideTheDeskWhoIsOnTheLadder() {
    String number = escalated("Ours alone");

    assertThat(requester.get(INCIDENTS + number + "/escalations").status()).isEqualTo(403);
    assertThat(requester.get("/api/v1/escalations").status()).isEqualTo(403);
    assertThat(requester.post(INCIDENTS + number + "/escalate", "{\"note\": \"x\"}").status())
        .isEqualTo(403);
    assertThat(agent.get(ESCALATIONS + "999999").status()).isEqualTo(404);
    assertThat(nobody().get("/api/v1/escalations").status()).isEqualTo(401);
  }

  @Test
  void hearsOfAComplaintOfTheClientsOwnPeople() {
    String number = newIncident("Still broken");
    ApiClient.Answer logged =
        requester.post(
            INCIDENTS + number + "/contacts",
            "{\"channel\": \"WEB\", \"body\": \"A week now!\", \"complaint\": true}");
    assertThat(logged.status()).isEqualTo(201);
    jobs.runDue();

    assertThat(climbOf(number).path("trigger").asText()).isEqualTo("COMPLAINT");
    assertThat(climbOf(number).path("responder").asText()).isEqualTo("team-lead");
  }

  @Test
  void doesNotClimbForWhatIsResolved() {
    String number = resolvedIncident("Done already");
    assertThat(agent.post(INCIDENTS + number + "/escalate", "{\"note\": \"x\"}").status())
        .isEqualTo(409);
  }
}
