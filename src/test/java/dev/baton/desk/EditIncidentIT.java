package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient.Answer;
import dev.baton.client.RequesterView;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Subject, category, service and requester are corrected, on the page and over the API. */
class EditIncidentIT extends PagesDesk {

  @Test
  void theFormSaysWhatStandsThereAndSavingChangesItWithAJournalLine() {
    String number = newIncident("Pinter jams");

    Answer form = agent.get(pageOf(number) + "/edit");
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.body())
        .contains("value=\"Pinter jams\"", "value=\"ada@acme.example\"", "value=\"network\"")
        .contains("role=\"combobox\"", "Prioritise and route again now");

    Answer saved = save(number, "Printer jams", "network", "", "ada@acme.example");

    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(saved.body())
        .contains(number + " has been updated.", "<h1>Printer jams</h1>", "Subject changed")
        .contains("“Pinter jams” → “Printer jams”");
    assertThat(incident(number).text("subject")).isEqualTo("Printer jams");
    Answer german =
        agent.send(agent.request(pageOf(number)).setHeader("Accept-Language", "de-DE").GET());
    assertThat(german.body()).contains("Betreff geändert", "“Pinter jams” → “Printer jams”");
    assertThat(requester.get(pageOf(number)).body())
        .contains("Printer jams", "Subject changed")
        .doesNotContain("incident-edit-open");
  }

  @Test
  void whatTheClientDoesNotKnowIsRefusedAtItsField() {
    String number = newIncident("Asks for the impossible");

    Answer service = save(number, "Other", "network", "telepathy", "ada@acme.example");
    assertThat(service.status()).isEqualTo(422);
    assertThat(service.body())
        .contains("id=\"incident-edit-service-error\"", "The acme has no service")
        .contains("value=\"Other\"", "Not saved. Check the marked field.");
    Answer requester = save(number, "Other", "network", "", "bob@globex.example");
    assertThat(requester.status()).isEqualTo(422);
    assertThat(requester.body())
        .contains("id=\"incident-edit-requester-error\"", "The acme has no requester")
        .contains("bob@globex.example");
    assertThat(save(number, " ", "network", "", "ada@acme.example").body())
        .contains("id=\"incident-edit-subject-error\"");
    assertThat(incident(number).text("subject")).isEqualTo("Asks for the impossible");

    Answer api = edit(number, "{\"requester\": \"bob@globex.example\"}");
    assertThat(api.status()).isEqualTo(422);
    assertThat(JsonPath.<List<String>>read(api.body(), "$.errors[*].field"))
        .containsExactly("requester");
    assertThat(edit(number, "{\"subject\": \"\"}").status()).isEqualTo(422);
    assertThat(edit(number, "{\"service\": \"telepathy\"}").body()).contains("service");
  }

  @Test
  void aCategoryThatNobodyHasUsedIsQuestionedOnce() {
    String number = newIncident("Filed wrongly");

    Answer asked = save(number, "Filed wrongly", "netwrok-" + number, "", "ada@acme.example");
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body())
        .contains(
            "No recent incident has the category", "name=\"accepted-category\" value=\"netwrok-");
    Answer saved =
        save(
            number,
            "Filed wrongly",
            "netwrok-" + number,
            "",
            "ada@acme.example",
            "accepted-category",
            "netwrok-" + number);

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.body()).contains("Category changed", "“network” → “netwrok-");
  }

  @Test
  void theNewRequesterGetsTheMailFromThenOn() {
    String number = newIncident("Reported for somebody else");
    grace();

    assertThat(agent.get(pageOf(number) + "/requesters?q=gra").body())
        .contains("grace@acme.example", "VIP");
    assertThat(agent.get(pageOf(number) + "/requesters?q=bob").body()).isEqualTo("[]");
    Answer edited = edit(number, "{\"requester\": \"Grace\"}");
    assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    assertThat(JsonPath.<String>read(edited.body(), "$.requester.email"))
        .isEqualTo("grace@acme.example");
    write(agent, number, "REPLY", "Are you there?", UUID.randomUUID().toString(), null);
    jobs.runDue();

    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/api/v1/incidents/" + number + "/notifications").body(),
                "$[?(@.event == 'UPDATE' && @.audience == 'REQUESTER')].recipient"))
        .containsExactly("grace@acme.example");
    assertThat(agent.get("/engine-rest/task?processInstanceBusinessKey=" + number).body())
        .contains("Reported by Grace, +49 30 1 (VIP).");
    assertThat(journal(number)).contains("“Ada (ada@acme.example)” → “Grace (grace@acme.example)”");
  }

  @Test
  void aStalePageIsToldAndCanReplaceWhatWasWritten() {
    String number = newIncident("Both know better");
    edit(number, "{\"subject\": \"One knows better\"}");

    Answer late =
        save(
            number,
            "The other knows better",
            "network",
            "",
            "ada@acme.example",
            "was-subject",
            "Both know better");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("Somebody else has changed this to “One knows better” in the meantime.")
        .contains("value=\"The other knows better\"")
        .contains("name=\"was-subject\" value=\"One knows better\"");
    assertThat(incident(number).text("subject")).isEqualTo("One knows better");
    Answer api =
        edit(number, "{\"subject\": \"Third\", \"seen\": {\"subject\": \"Both know better\"}}");
    assertThat(api.status()).isEqualTo(409);
    assertThat(
            edit(number, "{\"subject\": \"Third\", \"seen\": {\"subject\": \"One knows better\"}}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aServiceThatSomebodyElseHasChosenMeanwhileIsNamed() {
    for (String service : new String[] {"edit-vpn, Remote access", "edit-mail, Mailboxes"}) {
      String[] parts = service.split(", ");
      agent
          .as("admin")
          .put(
              "/api/v1/clients/acme/services/" + parts[0],
              "{\"name\": \"%s\"}".formatted(parts[1]));
    }
    String number = newIncident("Which service");
    edit(number, "{\"service\": \"edit-vpn\"}");

    Answer late =
        save(
            number, "Which service", "network", "edit-mail", "ada@acme.example", "was-service", "");

    assertThat(late.status()).as(late.body()).isEqualTo(409);
    assertThat(late.body())
        .contains("Somebody else has changed this to “Remote access” in the meantime.");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileStaysInTheFieldsThatAreLeftAlone() {
    String number = newIncident("Left alone");
    String[] seen = {
      "was-subject",
      "Left alone",
      "was-category",
      "network",
      "was-service",
      "",
      "was-requester",
      "ada@acme.example",
      "accepted-category",
      "software"
    };
    edit(number, "{\"subject\": \"Changed by another\"}");

    Answer saved = save(number, "Left alone", "software", "", "ada@acme.example", seen);

    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(incident(number).text("subject")).isEqualTo("Changed by another");
    assertThat(incident(number).text("category")).isEqualTo("software");

    edit(number, "{\"category\": \"printer\"}");
    Answer late = save(number, "Mine", "network", "", "ada@acme.example", seen);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("name=\"was-category\" value=\"printer\"", "value=\"Mine\"")
        .contains("name=\"was-subject\" value=\"Changed by another\"");
  }

  @Test
  void thePriorityStaysUnlessTheFlowIsAskedToDecideAgain() {
    String number =
        agent
            .post(
                "/api/v1/incidents",
                report("Matters more for some").replace("MEDIUM", "LOW").replace("HIGH", "LOW"))
            .text("number");
    jobs.runDue();
    grace();
    assertThat(incident(number).text("priority")).isEqualTo("P4");

    edit(number, "{\"requester\": \"grace@acme.example\"}");
    jobs.runDue();
    assertThat(incident(number).text("priority")).isEqualTo("P4");
    Answer again =
        save(number, "Matters more for some", "network", "", "grace@acme.example", "again", "yes");
    jobs.runDue();

    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(incident(number).text("priority")).isEqualTo("P3");
    assertThat(journal(number)).contains("Priority P3.").doesNotContain("before:");
  }

  @Test
  void onlyTheDeskEditsAndNothingThatIsOver() {
    String number = newIncident("Hands off");

    assertThat(requester.get(pageOf(number) + "/edit").status()).isEqualTo(403);
    assertThat(send(requester, pageOf(number) + "/edit", "subject", "Mine").status())
        .isEqualTo(403);
    assertThat(requester.get(pageOf(number) + "/requesters?q=ada").status()).isEqualTo(403);
    assertThat(
            requester
                .post("/api/v1/incidents/" + number + "/edit", "{\"subject\": \"Mine\"}")
                .status())
        .isEqualTo(403);
    assertThat(agent.as("trainer").get(pageOf(number) + "/edit").status()).isEqualTo(403);
    agent.post("/api/v1/incidents/" + number + "/cancel", "{\"note\": \"Never mind\"}");
    Answer over = edit(number, "{\"subject\": \"Too late\"}");
    assertThat(over.status()).isEqualTo(409);
    assertThat(over.body()).contains("cancelled and cannot be edited");
    assertThat(agent.get(pageOf(number)).body()).doesNotContain("incident-edit-open");
  }

  private Answer save(
      String number,
      String subject,
      String category,
      String service,
      String requesterName,
      String... more) {
    String[] fields = new String[8 + more.length];
    String[] first = {
      "subject", subject, "category", category, "service", service, "requester", requesterName
    };
    System.arraycopy(first, 0, fields, 0, first.length);
    System.arraycopy(more, 0, fields, first.length, more.length);
    return send(agent, pageOf(number) + "/edit", fields);
  }

  private Answer edit(String number, String body) {
    return agent.post("/api/v1/incidents/" + number + "/edit", body);
  }

  private Answer incident(String number) {
    return agent.get("/api/v1/incidents/" + number);
  }

  private String journal(String number) {
    return agent.get("/api/v1/incidents/" + number + "/timeline").body();
  }

  /** A VIP of acme's. */
  private void grace() {
    long acme = clients.find("acme").orElseThrow().id();
    clients.register(
        new RequesterView(0, acme, "Grace", "grace@acme.example", "+49 30 1", true, null));
  }
}
