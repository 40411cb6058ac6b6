package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient.Answer;
import dev.baton.client.RequesterView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What helps whoever logs a call: people and clients by their beginnings, and what is open. */
class CallIT extends PagesDesk {

  @Test
  void aPersonIsFoundByTheBeginningOfNameAddressOrPhone() {
    long acme = clients.find("acme").orElseThrow().id();
    clients.register(
        new RequesterView(
            0, acme, "Wanda Zeller", "w.zeller@acme.example", "+49 30 777", true, null));

    for (String typed : List.of("Wan", "zell", "w.zel", "30+777")) {
      assertThat(
              JsonPath.<List<String>>read(
                  agent.get("/desk/calls/suggestions?q=" + typed).body(), "$.people[*].email"))
          .as(typed)
          .containsExactly("w.zeller@acme.example");
    }
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/desk/calls/suggestions?q=Wan&client=globex").body(), "$.people"))
        .isEmpty();
    assertThat(requester.get("/desk/calls/suggestions?q=Wan").status()).isEqualTo(403);
    assertThat(requester.get("/desk/calls/open?client=globex").status()).isEqualTo(403);
  }

  @Test
  void aPhoneNumberIsFoundHoweverItIsWritten() {
    register("acme", "Kurt Blau", "k.blau@acme.example", "+49 (0)40 2233-445");
    register("globex", "Kurt Blau", "kurt@globex.example", "040 998877");

    for (String typed :
        List.of("+49 40 2233445", "0049 40/2233-445", "040 22 33 44 5", "0402233", "+49 40 2233")) {
      assertThat(addresses(typed)).as(typed).containsExactly("k.blau@acme.example");
    }
    assertThat(addresses("+49 40 99 88 77")).containsExactly("kurt@globex.example");
    assertThat(addresses("+49 40 2233449")).isEmpty();
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/desk/calls/suggestions?q=Kurt").body(), "$.people[*].client"))
        .containsExactlyInAnyOrder("acme", "globex");
  }

  @Test
  void theFieldsOfferWhatMayBeEntered() {
    clients.registerService(
        clients.find("globex").orElseThrow().id(), "switchboard", "The switchboard");

    assertThat(choices("client", "glob", "")).containsExactly("The globex");
    assertThat(choices("service", "board", "globex")).containsExactly("The switchboard");
    assertThat(choices("service", "", "nobody")).isEmpty();
    assertThat(choices("toTeam", "", "")).isNotEmpty();
    assertThat(choices("subject", "", "")).isEmpty();
    assertThat(requester.get("/desk/calls/choices?field=client").status()).isEqualTo(403);
  }

  @Test
  void everyProblemOfAFormIsNamedAtItsField() {
    Answer checked =
        agent.post(
            "/desk/calls/check",
            """
            {"kind": "INCIDENT", "client": "acme", "service": "<b>", "toTeam": "nobody",
             "category": "never-used"}
            """);

    assertThat(JsonPath.<List<String>>read(checked.body(), "$.problems[*].field"))
        .containsExactly("requesterName", "category", "service", "toTeam");
    assertThat(JsonPath.<List<Boolean>>read(checked.body(), "$.problems[*].mayStay"))
        .containsExactly(false, true, false, false);
    assertThat(
            JsonPath.<List<String>>read(
                agent.post("/desk/calls/check", "{\"kind\": \"INFORMATION\"}").body(),
                "$.problems[*].field"))
        .containsExactly("client", "description");
    assertThat(
            JsonPath.<List<String>>read(
                agent.post("/desk/calls/check", "{\"kind\": \"ABANDONED\"}").body(), "$.problems"))
        .isEmpty();
  }

  @Test
  void afterwardsTheCallersNextAnswerIsNamedInTheirTime() {
    String number = newIncident("Doorbell " + SCRIPT);

    Answer logged = agent.get("/desk/calls/logged?number=" + number);

    assertThat(logged.body()).contains(number + " opened").doesNotContain("<script>alert");
    assertThat(agent.get("/desk/calls/logged").body()).contains("Contact logged.");
    assertThat(requester.get("/desk/calls/logged?number=" + number).status()).isEqualTo(403);
  }

  @Test
  void theCardsOfTasklistNameTheRequesterAndTheClient() {
    String number = newIncident("On a card " + SCRIPT);

    Answer cards = agent.get("/desk/tasklist/incidents?numbers=" + number + ",INC-2026-999999");

    assertThat(JsonPath.<List<String>>read(cards.body(), "$[*].number")).containsExactly(number);
    assertThat(JsonPath.<String>read(cards.body(), "$[0].requester")).isEqualTo("Ada");
    assertThat(JsonPath.<String>read(cards.body(), "$[0].clientName")).isEqualTo("The acme");
    assertThat(requester.get("/desk/tasklist/incidents?numbers=" + number).status()).isEqualTo(403);
  }

  @Test
  void aFormThatIsSubmittedTwiceOpensOneIncident() {
    List<Answer> answers =
        Stream.of(1, 2)
            .map(
                attempt ->
                    CompletableFuture.supplyAsync(
                        () -> submit("Stapler jams for good", "token-of-a-form")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 400);
    List<String> numbers =
        JsonPath.read(agent.get("/api/v1/incidents?q=Stapler+jams").body(), "$.items[*].number");
    assertThat(numbers).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 400)
        .allSatisfy(
            refused -> {
              assertThat(JsonPath.<String>read(refused.body(), "$.field")).isEqualTo("formToken");
              assertThat(JsonPath.<String>read(refused.body(), "$.message"))
                  .contains(numbers.get(0));
            });
    assertThat(submit("Another", "another-token").status()).isEqualTo(200);
  }

  @Test
  void whatTheFlowDoesNotAcceptIsNamedWithItsField() {
    Answer refused = submit("Subject", "token-of-nothing", "nowhere");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(JsonPath.<String>read(refused.body(), "$.field")).isEqualTo("client");
  }

  private Answer submit(String subject, String token) {
    return submit(subject, token, "acme");
  }

  private Answer submit(String subject, String token, String client) {
    return agent.post(
        "/engine-rest/process-definition/key/incident-lifecycle/submit-form",
        """
        {"variables": {"kind": {"value": "INCIDENT"}, "channel": {"value": "PHONE"},
         "client": {"value": "%s"}, "requesterName": {"value": "Nell"},
         "subject": {"value": "%s"}, "impact": {"value": "LOW"}, "urgency": {"value": "LOW"},
         "formToken": {"value": "%s"}}}
        """
            .formatted(client, subject, token));
  }

  private void register(String client, String name, String email, String phone) {
    clients.register(
        new RequesterView(
            0, clients.find(client).orElseThrow().id(), name, email, phone, false, null));
  }

  private List<String> addresses(String typed) {
    return JsonPath.read(
        agent
            .get("/desk/calls/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
            .body(),
        "$.people[*].email");
  }

  private List<String> choices(String field, String text, String client) {
    return JsonPath.read(
        agent.get("/desk/calls/choices?field=" + field + "&q=" + text + "&client=" + client).body(),
        "$[*].value");
  }

  @Test
  void aSecondCallIsAddedToTheOpenIncident() {
    String number = newIncident("Franking machine " + SCRIPT);
    Answer open = agent.get("/desk/calls/open?client=acme&email=ada@acme.example");
    assertThat(open.body())
        .contains(number, "Open incidents of this person", "data-add=\"" + number + "\"")
        .doesNotContain("<script>alert", "<img");

    Answer added =
        send(
            agent,
            pageOf(number) + "/calls",
            "channel",
            "PHONE",
            "text",
            "She asks how it stands.",
            "from",
            "Ada",
            "once",
            "mark-of-this-call");
    send(agent, pageOf(number) + "/calls", "text", "Again", "once", "mark-of-this-call");

    assertThat(added.body()).contains("Call added to " + number);
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/api/v1/incidents/" + number + "/contacts").body(), "$[*].body"))
        .contains("She asks how it stands.")
        .doesNotContain("Again");
  }

  @Test
  void withoutWordsNothingIsAdded() {
    String number = newIncident("Wordless");

    assertThat(send(agent, pageOf(number) + "/calls", "text", " ").status()).isEqualTo(422);
    assertThat(send(agent, pageOf(number) + "/calls", "text", "x", "channel", "FAX").status())
        .isEqualTo(422);
    assertThat(send(requester, pageOf(number) + "/calls", "text", "x").status()).isEqualTo(403);
  }
}
