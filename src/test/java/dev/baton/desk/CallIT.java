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
        .containsExactly("requesterName", "subject", "category", "service", "toTeam");
    assertThat(JsonPath.<List<Boolean>>read(checked.body(), "$.problems[*].mayStay"))
        .containsExactly(false, false, true, false, false);
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
  void thePageIsForWhoeverLogsContacts() {
    Answer page = agent.get("/desk/calls/new?caller=" + encoded(SCRIPT));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Log a call", "id=\"call-incident\"", "aria-current=\"page\"")
        .doesNotContain("<script>alert", "<img");
    assertThat(agent.as("client-relationship-manager").get("/desk/calls/new").body())
        .contains("id=\"call-contact\"")
        .doesNotContain("id=\"call-incident\"");
    for (Answer refused :
        List.of(
            requester.get("/desk/calls/new"),
            requester.get("/desk/calls/caller?client=acme&email=ada@acme.example"),
            requester.post("/desk/calls", "{\"kind\": \"INFORMATION\"}"),
            agent.as("trainer").get("/desk/calls/new"),
            agent.as("trainer").post("/desk/calls", "{\"kind\": \"INFORMATION\"}"))) {
      assertThat(refused.status()).isEqualTo(403);
    }
    assertThat(agent.get("/desk/incidents").body()).contains("href=\"/desk/calls/new\"");
    assertThat(agent.as("trainer").get("/desk/incidents").body()).doesNotContain("/desk/calls/new");
    assertThat(requester.get("/desk/incidents").body()).doesNotContain("/desk/calls/new");
  }

  @Test
  void aClientIsSuggestedByNameOrCodeAndItsPeopleAfterThat() {
    register("globex", "Zora Quill", "z.quill@globex.example", null);

    for (String typed : List.of("globex", "the+glob")) {
      assertThat(
              JsonPath.<List<String>>read(
                  agent.get("/desk/calls/suggestions?q=" + typed).body(), "$.clients[*].client"))
          .as(typed)
          .containsExactly("globex");
    }
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/desk/calls/suggestions?client=globex").body(), "$.people[*].name"))
        .contains("Zora Quill");
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/desk/calls/suggestions").body(), "$.people[*].name"))
        .isEmpty();
  }

  @Test
  void aKnownCallerIsShownWithClientAndLocalTime() {
    clients.register(
        new RequesterView(
            0,
            clients.find("acme").orElseThrow().id(),
            "Vera " + SCRIPT,
            "vera@acme.example",
            "+49 30 555",
            true,
            null));

    Answer card = agent.get("/desk/calls/caller?client=acme&email=vera@acme.example");

    assertThat(card.body())
        .contains("Vera &lt;script&gt;", "★ VIP", "The acme", "+49 30 555", "Local time")
        .doesNotContain("<script>", "<img");
    assertThat(agent.get("/desk/calls/caller?client=globex&email=vera@acme.example").status())
        .isEqualTo(204);
    assertThat(agent.get("/desk/calls/caller?client=acme&name=Nobody+At+All").status())
        .isEqualTo(204);
  }

  @Test
  void aCallBecomesAnIncidentWithItsFlowOnce() {
    String call =
        """
        {"kind": "INCIDENT", "client": "acme", "requesterName": "Ada",
         "requesterEmail": "ada@acme.example", "subject": "Zeppelin eats ties",
         "description": "It has happened twice.", "impact": "LOW", "urgency": "MEDIUM",
         "channel": "PHONE", "person": "agent", "formToken": "token-of-a-call-1"}
        """;
    List<Answer> answers =
        Stream.of(1, 2)
            .map(attempt -> CompletableFuture.supplyAsync(() -> agent.post("/desk/calls", call)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
    List<String> numbers =
        JsonPath.read(agent.get("/api/v1/incidents?q=Zeppelin+eats").body(), "$.items[*].number");
    assertThat(numbers).hasSize(1);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(JsonPath.<String>read(answer.body(), "$.number"))
                    .isEqualTo(numbers.get(0)));
    jobs.runDue();
    Answer incident = agent.get("/api/v1/incidents/" + numbers.get(0));
    assertThat(JsonPath.<String>read(incident.body(), "$.status")).isNotEqualTo("RECEIVED");
    assertThat(JsonPath.<String>read(incident.body(), "$.requester.name")).isEqualTo("Ada");
    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/api/v1/incidents/" + numbers.get(0) + "/contacts").body(),
                "$[*].channel"))
        .startsWith("PHONE");
  }

  @Test
  void aCallWithoutAnIncidentIsLoggedOnce() {
    String call =
        """
        {"kind": "INFORMATION", "client": "acme", "requesterName": "Ada",
         "subject": "Asks when the canteen opens", "formToken": "token-of-a-call-2"}
        """;

    assertThat(agent.post("/desk/calls", call).status()).isEqualTo(201);
    Answer again = agent.post("/desk/calls", call);

    assertThat(again.status()).isEqualTo(201);
    assertThat(JsonPath.<String>read(again.body(), "$.number")).isNull();
    assertThat(
            JsonPath.<List<String>>read(
                agent.as("team-lead").get("/api/v1/contacts?client=acme").body(),
                "$.items[*].body"))
        .containsOnlyOnce("Asks when the canteen opens");
  }

  @Test
  void whatIsWrongWithACallIsNamedAtItsFieldAndNothingIsStored() {
    Answer refused =
        agent.post(
            "/desk/calls",
            """
            {"kind": "INCIDENT", "client": "acme", "requesterEmail": "no address",
             "service": "nothing", "category": "never-used-so-far", "caller": "",
             "impact": "LOW", "urgency": "LOW", "formToken": "token-of-a-call-3"}
            """);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(JsonPath.<List<String>>read(refused.body(), "$.problems[*].field"))
        .containsExactly("requesterEmail", "subject", "category", "service");

    Answer nobody =
        agent.post(
            "/desk/calls",
            """
            {"kind": "INCIDENT", "caller": "Rosenkrantz", "subject": "Astray in the hall",
             "impact": "LOW", "urgency": "LOW", "formToken": "token-of-a-call-3"}
            """);
    assertThat(JsonPath.<List<String>>read(nobody.body(), "$.problems[*].field"))
        .containsExactly("caller");
    assertThat(nobody.body()).contains("Rosenkrantz");

    Answer withoutLevels =
        agent.post(
            "/desk/calls",
            """
            {"kind": "INCIDENT", "client": "acme", "requesterName": "Ada", "subject": "Astray again",
             "category": "never-used-so-far", "newCategory": "never-used-so-far"}
            """);
    assertThat(JsonPath.<List<String>>read(withoutLevels.body(), "$.problems[*].field"))
        .containsExactly("impact");
    assertThat(
            agent
                .post("/desk/calls", "{\"kind\": \"INCIDENT\", \"person\": \"somebody\"}")
                .status())
        .isEqualTo(409);
    assertThat(agent.post("/desk/calls", "{\"kind\": \"COMPLAINT\"}").status()).isEqualTo(422);
    Answer abandoned = agent.post("/desk/calls", "{\"kind\": \"ABANDONED\"}");
    assertThat(abandoned.status()).isEqualTo(422);
    assertThat(JsonPath.<List<String>>read(abandoned.body(), "$.problems[*].field"))
        .containsExactly("kind");
    assertThat(agent.get("/api/v1/incidents?q=Astray").body()).doesNotContain("Astray");
  }

  @Test
  void aCallerWithoutAnAddressIsTheSamePersonNextTime() {
    for (String token : List.of("token-of-a-call-4", "token-of-a-call-5")) {
      assertThat(
              agent
                  .post(
                      "/desk/calls",
                      """
                      {"kind": "INCIDENT", "client": "acme", "requesterName": "Otto Nomail",
                       "requesterPhone": "030 1234-567", "subject": "Window sticks",
                       "impact": "LOW", "urgency": "LOW", "formToken": "%s"}
                      """
                          .formatted(token))
                  .status())
          .isEqualTo(201);
    }

    assertThat(
            JsonPath.<List<String>>read(
                agent.get("/desk/calls/suggestions?q=Nomail").body(), "$.people[*].phone"))
        .containsExactly("030 1234-567");
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
        agent.get("/desk/calls/suggestions?q=" + encoded(typed)).body(), "$.people[*].email");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
