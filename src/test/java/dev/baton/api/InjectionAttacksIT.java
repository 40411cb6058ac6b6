package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Texts that would be something else elsewhere: SQL, expressions of the engine, of Spring and of
 * the templates, headers of a mail. Here they are texts, in every field.
 */
class InjectionAttacksIT extends ApiDesk {

  /** What an expression among the attacks would be worth. */
  private static final String WORTH = "5332114";

  @Autowired JdbcTemplate jdbc;
  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' or '1'='1",
        "'; drop table incident; --",
        "\\'; delete from contact; #",
        "1) union select PWD_ from ACT_ID_USER -- ",
        "${1234*4321}",
        "#{1234*4321}",
        "*{1234*4321}",
        "${''.getClass().forName('java.lang.Runtime')}",
        "T(java.lang.Runtime).getRuntime().exec('id') ${T(java.lang.Math).abs(1)}",
        "__${1234*4321}__::.x",
        "[[${1234*4321}]] [(${1234*4321})]",
        "{{1234*4321}} <%= 1234*4321 %> %{1234*4321}",
        "${jndi:ldap://127.0.0.1:1/x}",
        "{subject} {number} {secret}",
        "%s%n%x%d",
        "=1234*4321"
      })
  void aTextIsATextInEveryField(String attack) throws Exception {
    String number = reported(attack);
    String it = "/api/v1/incidents/" + number;
    agent.post(it + "/claim");
    assertThat(agent.post(it + "/contacts", contact(attack)).status()).isEqualTo(201);
    agent.post(it + "/hold", hold(attack));
    agent.post(it + "/resume", json.createObjectNode().put("note", attack).toString());
    agent.post(it + "/resolve", resolution(attack));
    jobs.runDue();

    JsonNode incident = agent.get(it).json();
    assertThat(incident.path("subject").asText()).isEqualTo(attack.strip());
    assertThat(incident.path("description").asText()).isEqualTo(attack.strip());
    assertThat(incident.at("/requester/name").asText()).isEqualTo(attack.strip());
    assertThat(incident.at("/resolution/note").asText()).isEqualTo(attack.strip());
    for (String path :
        List.of(
            it,
            it + "/timeline",
            it + "/contacts",
            it + "/clocks",
            it + "/notifications",
            "/desk/incidents/" + number,
            "/outbox?q=" + number,
            "/engine-rest/task?processInstanceBusinessKey=" + number,
            "/engine-rest/variable-instance")) {
      ApiClient.Answer answer = agent.get(path);
      assertThat(answer.status()).as(path).isLessThan(500);
      assertThat(answer.body()).as(path).doesNotContain(WORTH);
    }
    for (String mail : mails(number)) {
      assertThat(mail).doesNotContain(WORTH);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' or '1'='1",
        "'; drop table incident; --",
        "%",
        "_",
        "\\",
        "${1234*4321}",
        "INC' or 1=1",
        "a' union select PWD_ from ACT_ID_USER -- ",
        "\u0000",
        "😀"
      })
  void everyParameterOfAListIsAValue(String attack) {
    newIncident("There is one");
    String text = URLEncoder.encode(attack, StandardCharsets.UTF_8);
    for (String list :
        List.of(
            "incidents?q=",
            "incidents?team=",
            "incidents?assignee=",
            "incidents?client=",
            "incidents?status=",
            "incidents?sort=",
            "escalations?responder=",
            "escalations?state=",
            "notifications?status=",
            "contacts?client=",
            "audit?q=",
            "audit?actor=",
            "audit?subject=",
            "audit?kind=",
            "audit?from=",
            "audit/export?q=",
            "major-incidents?state=",
            "duty?team=",
            "agreements/precedence?client=")) {
      ApiClient.Answer answer = agent.as("admin").get("/api/v1/" + list + text);

      assertThat(answer.status()).as(list + answer.body()).isIn(200, 400, 404, 422);
      assertThat(answer.body()).as(list).doesNotContain("SQLSyntax", WORTH, "{SHA");
    }
    assertThat(agent.get("/outbox?q=" + text).status()).isIn(200, 400);
    assertThat(
            agent
                .get(
                    "/api/v1/incidents?q="
                        + URLEncoder.encode("' or '1'='1", StandardCharsets.UTF_8))
                .json()
                .path("totalItems")
                .asInt())
        .isZero();
    assertThat(jdbc.queryForObject("select count(*) from incident", Integer.class)).isPositive();
  }

  @Test
  void aPlaceholderInAWordIsNoExpression() {
    ApiClient crm = agent.as("client-relationship-manager");
    for (String attack : List.of("${1234*4321}", "[[${1234*4321}]]", "__${1234*4321}__")) {
      ApiClient.Answer kept =
          crm.put(
              "/api/v1/clients/acme/messages/RECEIVED/en",
              json.createObjectNode().put("opening", attack).put("signature", attack).toString());
      assertThat(kept.status()).isIn(200, 422);
      if (kept.status() == 200) {
        String number = newIncident("Words");
        jobs.runDue();
        assertThat(mails(number))
            .isNotEmpty()
            .allSatisfy(mail -> assertThat(mail).doesNotContain(WORTH));
      }
    }
    crm.delete("/api/v1/clients/acme/messages/RECEIVED/en");
  }

  @Test
  void aNameOfATeamClientOrAgentIsNoExpression() {
    ApiClient admin = agent.as("admin");
    for (String attack : List.of("${1234*4321}", "' or 1=1 --", "#{T(java.lang.Runtime)}")) {
      String name = json.createObjectNode().put("name", attack).toString();
      assertThat(admin.put("/api/v1/teams/injected", name).status()).isIn(200, 201, 422);
      assertThat(
              admin
                  .put(
                      "/api/v1/clients/injected",
                      json.createObjectNode()
                          .put("name", attack)
                          .put("tier", "GOLD")
                          .put("zone", "UTC")
                          .put("language", "en")
                          .toString())
                  .status())
          .isIn(200, 201, 422);
    }
    for (String path :
        List.of("teams", "clients", "clients/injected", "duty?team=injected", "agents")) {
      assertThat(admin.get("/api/v1/" + path).body()).doesNotContain(WORTH, "Runtime@");
    }
  }

  @Test
  void headersOfAMailAreNotWrittenByStrangers() throws Exception {
    String evil = "Printer\r\nBcc: everybody@evil.example\r\n\r\nBuy this";
    assertThat(
            agent.post("/api/v1/incidents", body(evil, "Ada", "ada@acme.example")).fieldsRefused())
        .containsExactly("subject");
    assertThat(agent.post("/api/v1/incidents", body("x", evil, "ada@acme.example")).fieldsRefused())
        .containsExactly("requester.name");
    for (String address :
        List.of(
            "ada@acme.example\r\nBcc: everybody@evil.example",
            "ada@acme.example, everybody@evil.example",
            "ada@acme.example;everybody@evil.example",
            "Ada <ada@acme.example>",
            "\"x\r\n\"@acme.example")) {
      assertThat(agent.post("/api/v1/incidents", body("x", "Ada", address)).status())
          .as(address)
          .isEqualTo(422);
      String number = newIncident("Watched");
      assertThat(
              agent
                  .post(
                      "/api/v1/incidents/" + number + "/watchers",
                      json.createObjectNode().put("email", address).put("name", "x").toString())
                  .status())
          .as(address)
          .isEqualTo(422);
    }
    String number =
        agent
            .post(
                "/api/v1/incidents",
                body(
                    "Line\u2028Bcc: everybody@evil.example\u0085X: y",
                    "A, \"b\" <c@evil.example>",
                    "ada@acme.example"))
            .text("number");
    jobs.runDue();
    jobs.runDue();

    assertThat(mails(number))
        .isNotEmpty()
        .allSatisfy(
            mail -> {
              String head = mail.substring(0, mail.indexOf("\r\n\r\n"));
              assertThat(head.lines())
                  .noneMatch(line -> line.matches("(?i)(bcc|cc|x):.*"))
                  .filteredOn(line -> line.toLowerCase(Locale.ROOT).startsWith("to:"))
                  .hasSize(1);
              assertThat(head).doesNotContain("<c@evil.example>");
            });
  }

  private List<String> mails(String number) {
    String list = agent.get("/outbox?q=" + number).body();
    return Pattern.compile("href=\"(/outbox/[0-9]+)\"")
        .matcher(list)
        .results()
        .map(link -> agent.get(link.group(1) + "/raw").body())
        .toList();
  }

  private String reported(String attack) throws Exception {
    ApiClient.Answer answer =
        agent.post(
            "/api/v1/incidents", body(attack, attack, "of-" + UUID.randomUUID() + "@acme.example"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    jobs.runDue();
    return answer.text("number");
  }

  private String body(String subject, String name, String email) throws Exception {
    var body = json.createObjectNode();
    body.put("client", "acme").put("channel", "EMAIL").put("subject", subject);
    body.put("description", subject).put("impact", "LOW").put("urgency", "LOW");
    body.put("category", subject.length() > 60 || !subject.matches("\\P{Cntrl}*") ? "x" : subject);
    body.put("externalReference", subject.matches("\\P{Cntrl}*") ? subject : "x");
    body.putObject("requester").put("name", name).put("email", email);
    return json.writeValueAsString(body);
  }

  private String contact(String attack) {
    return json.createObjectNode()
        .put("direction", "IN")
        .put("channel", "PHONE")
        .put("from", attack)
        .put("body", attack)
        .put("visibility", "CLIENT")
        .toString();
  }

  private String hold(String attack) {
    return json.createObjectNode()
        .put("reason", "SUPPLIER")
        .put("until", "2099-01-01T00:00:00Z")
        .put("note", attack)
        .toString();
  }

  private String resolution(String attack) {
    return json.createObjectNode().put("code", "FIXED").put("note", attack).toString();
  }
}
