package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agreements and calendars over the API: read, tried, published, carried as YAML. */
class AgreementsApiIT extends ApiDesk {

  private static final String AGREEMENTS = "/api/v1/agreements/";
  private static final String CALENDARS = "/api/v1/calendars/";

  /** A Friday at 16:30 in Munich. */
  private static final String FRIDAY = "2026-11-20T15:30:00Z";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String office = "office-" + mark;
  private final String client = "client-" + mark;
  private ApiClient publisher;

  @BeforeEach
  void aClientWithAnOffice() {
    publisher = agent.as("service-desk-manager");
    agent
        .as("admin")
        .put(
            CLIENTS + client,
            """
            {"name": "The %s", "tier": "GOLD", "zone": "Europe/Berlin", "language": "de"}
            """
                .formatted(client));
    agent.as("admin").put(CLIENTS + client + "/services/mail", "{\"name\": \"Mail\"}");
    assertThat(publisher.put(CALENDARS + office, OFFICE).status()).isEqualTo(201);
  }

  private static final String CLIENTS = "/api/v1/clients/";
  private static final String OFFICE =
      """
      {"zone": "Europe/Berlin", "holidays": "DE-BY",
       "week": {"mon": ["08:00-12:00", "13:00-17:00"], "tuesday": ["08:00-17:00"],
                "wed": ["08:00-17:00"], "thu": ["08:00-17:00"], "fri": ["08:00-17:00"]}}
      """;

  private String agreement(String target, String more) {
    return """
    {"client": "%s", "calendar": "%s", %s
     "promises": [{"obligation": "RESOLUTION", "priorities": ["P1", "P2"], "target": "%s"}]}
    """
        .formatted(client, office, more, target);
  }

  @Test
  void anAgreementIsPublishedInVersions() {
    String path = AGREEMENTS + "a-" + mark;

    ApiClient.Answer first = publisher.put(path, agreement("4 working hours", ""));
    ApiClient.Answer again = publisher.put(path, agreement("4.0 working hours", ""));
    ApiClient.Answer second = publisher.put(path, agreement("2 working hours", ""));

    assertThat(first.status()).as(first.response().body()).isEqualTo(201);
    assertThat(first.json().path("version").asInt()).isEqualTo(1);
    assertThat(first.text("publishedBy")).isEqualTo("service-desk-manager");
    assertThat(first.json().at("/definition/promises/0/atRisk")).hasSize(3);
    assertThat(agent.get(URI.create(first.header("Location")).getPath()).json())
        .isEqualTo(first.json());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(second.status()).isEqualTo(201);
    JsonNode all = agent.get(path).json();
    assertThat(all.path("version").asInt()).isEqualTo(2);
    assertThat(all.path("versions"))
        .extracting(version -> version.at("/definition/promises/0/target").asText())
        .containsExactly("2 working hours", "4 working hours");
    assertThat(agent.get("/api/v1/agreements").json())
        .filteredOn(one -> one.path("name").asText().equals("a-" + mark))
        .singleElement()
        .isEqualTo(second.json());
    assertThat(
            publisher.put(path, all.path("versions").get(1).path("definition").toString()).status())
        .as("what was read can be published")
        .isEqualTo(201);
    assertThat(agent.get(path + "/versions/9").status()).isEqualTo(404);
    assertThat(agent.get(AGREEMENTS + "nowhere").text("type"))
        .isEqualTo("urn:baton:problem:unknown-agreement");
  }

  @Test
  void whatIsWrongIsSaidFieldByFieldAndNothingIsPublished() {
    String path = AGREEMENTS + "b-" + mark;

    ApiClient.Answer wrong =
        publisher.put(
            path,
            """
            {"name": "other", "client": "nobody", "calendar": "never", "colour": "red",
             "promises": [{"obligation": "RESPONSE", "target": "soon", "pausedBy": ["REQUESTER"],
                           "stops": "CLOSED", "atRisk": [0], "afterBreach": ["1 day"]}]}
            """);

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
    assertThat(wrong.fieldsRefused())
        .containsExactlyInAnyOrder(
            "name",
            "client",
            "calendar",
            "colour",
            "promises[0].target",
            "promises[0].pausedBy",
            "promises[0].stops",
            "promises[0].atRisk",
            "promises[0].afterBreach[0]");
    assertThat(agent.get(path).status()).isEqualTo(404);
    assertThat(publisher.put(path, "{").status()).isEqualTo(400);
    assertThat(publisher.put(path, "[]").status()).isEqualTo(422);
    assertThat(publisher.put(AGREEMENTS + "Not%20Good", agreement("1 hour", "")).fieldsRefused())
        .containsExactly("name");
  }

  @Test
  void aDraftIsTriedAgainstWhatIsPublished() {
    publisher.put(AGREEMENTS + "all-" + mark, agreement("4 working hours", ""));
    String mail =
        agreement(
            "1 working hour", "\"name\": \"mail-%s\", \"service\": \"mail\",".formatted(mark));

    ApiClient.Answer trial =
        agent.post(AGREEMENTS + "validate?service=mail&priority=P1&at=" + FRIDAY, mail);

    assertThat(trial.status()).as(trial.response().body()).isEqualTo(200);
    JsonNode resolution = trial.json().at("/obligations/0");
    assertThat(resolution.path("dueAt").asText()).isEqualTo("2026-11-23T07:30:00Z");
    assertThat(resolution.path("words").asText())
        .isEqualTo(
            "If opened now, the resolution would be due Monday 23 November 2026 at 08:30"
                + " (Europe/Berlin): 1 working hour in the hours of %s, promised by mail-%s, version 1,"
                    .formatted(office, mark)
                + " for client %s, service mail.".formatted(client));
    assertThat(resolution.path("milestones"))
        .extracting(
            milestone -> milestone.path("milestone").asText() + " " + milestone.path("at").asText())
        .containsExactly(
            "AT_RISK_50 2026-11-20T16:00:00Z",
            "AT_RISK_75 2026-11-23T07:15:00Z",
            "AT_RISK_90 2026-11-23T07:24:00Z",
            "BREACH 2026-11-23T07:30:00.001Z");
    assertThat(resolution.path("precedence"))
        .extracting(rank -> rank.path("agreement").asText())
        .startsWith("mail-%s, version 1".formatted(mark), "all-%s, version 1".formatted(mark));
    assertThat(agent.get(AGREEMENTS + "mail-" + mark).status()).isEqualTo(404);
    assertThat(agent.post(AGREEMENTS + "validate", mail.replace("1 working", "no")).fieldsRefused())
        .containsExactly("promises[0].target");
    assertThat(agent.post(AGREEMENTS + "validate?at=now&priority=P0", mail).fieldsRefused())
        .containsExactly("at", "priority");
  }

  @Test
  void whatCountsIsToldForWhatIsPublished() {
    publisher.put(AGREEMENTS + "old-" + mark, agreement("4 working hours", ""));
    publisher.put(
        AGREEMENTS + "new-" + mark, agreement("2 working hours", "\"validFrom\": \"2026-11-21\","));
    String asked = AGREEMENTS + "precedence?client=" + client + "&priority=P2&at=";

    JsonNode before = agent.get(asked + FRIDAY).json();
    JsonNode after = agent.get(asked + "2026-11-23T09:00:00%2B01:00").json();

    assertThat(before.at("/obligations/0/agreement").asText())
        .isEqualTo("old-%s, version 1".formatted(mark));
    assertThat(after.at("/obligations/0/agreement").asText())
        .isEqualTo("new-%s, version 1".formatted(mark));
    assertThat(after.at("/obligations/0/dueAt").asText()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(after.at("/obligations/0/precedence")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(agent.get(AGREEMENTS + "precedence").fieldsRefused()).containsExactly("client");
    assertThat(agent.get(AGREEMENTS + "precedence?client=nobody").fieldsRefused())
        .containsExactly("client");
    assertThat(agent.get(asked + FRIDAY + "&service=fax").fieldsRefused())
        .containsExactly("service");
  }

  @Test
  void anAgreementThatHasEndedDoesNotComeBack() {
    publisher.put(AGREEMENTS + "e-" + mark, agreement("4 working hours", ""));
    publisher.put(
        AGREEMENTS + "e-" + mark, agreement("4 working hours", "\"validTo\": \"2026-11-20\","));

    String asked = AGREEMENTS + "precedence?client=" + client + "&priority=P1&at=";

    assertThat(agent.get(asked + FRIDAY).response().body()).contains("e-" + mark + ", version 2");
    assertThat(agent.get(asked + "2026-11-21T09:00:00Z").response().body())
        .doesNotContain("e-" + mark);
  }

  @Test
  void agreementsThatTieAreRefused() {
    publisher.put(AGREEMENTS + "one-" + mark, agreement("4 working hours", ""));

    ApiClient.Answer tie = publisher.put(AGREEMENTS + "two-" + mark, agreement("1 hour", ""));

    assertThat(tie.fieldsRefused()).containsExactly("validFrom");
    assertThat(tie.text("detail")).contains("one-" + mark, "client " + client);
  }

  @Test
  void whatIsExportedIsImportedWithoutANewVersion() {
    publisher.put(AGREEMENTS + "x-" + mark, agreement("69.02 working hours", ""));
    ApiClient.Answer exported = agent.get(AGREEMENTS + "document");
    assertThat(exported.header("Content-Type")).startsWith("application/yaml");
    String yaml = exported.response().body();
    assertThat(yaml).contains("name: x-" + mark, "69.02 working hours", "08:00-12:00");

    ApiClient.Answer same = document(yaml);
    ApiClient.Answer changed = document(yaml.replace("69.02 working hours", "70 working hours"));

    assertThat(same.status()).as(same.response().body()).isEqualTo(200);
    assertThat(same.json().findValuesAsText("published")).containsOnly("false");
    assertThat(changed.status()).isEqualTo(201);
    assertThat(agent.get(AGREEMENTS + "x-" + mark).json().path("version").asInt()).isEqualTo(2);
    assertThat(agent.get(AGREEMENTS + "document").response().body())
        .isEqualTo(yaml.replace("69.02 working hours", "70 working hours"));
  }

  @Test
  void aDocumentIsPublishedAsAWholeOrNotAtAll() {
    String yaml =
        """
        calendars:
          - name: night-%1$s
            zone: UTC
            week: {sun: 22:00-06:00}
        agreements:
          - name: night-%1$s
            client: %2$s
            calendar: night-%1$s
            promises: [{obligation: UPDATE, target: 1 working hour, starts: CONTACT}]
        """
            .formatted(mark, client);

    ApiClient.Answer refused = document(yaml);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.fieldsRefused()).containsExactly("agreements[0].promises[0].starts");
    assertThat(agent.get(CALENDARS + "night-" + mark).status()).isEqualTo(404);

    ApiClient.Answer accepted = document(yaml.replace(", starts: CONTACT", ""));
    assertThat(accepted.status()).isEqualTo(201);
    assertThat(accepted.json().at("/agreements/0/published").asBoolean()).isTrue();
    assertThat(agent.get(CALENDARS + "night-" + mark).status()).isEqualTo(200);
    assertThat(document("a: &a [1]\nb: *a").text("detail")).contains("anchors");
    assertThat(publisher.post(AGREEMENTS + "document", "{}").status()).isEqualTo(415);
    ApiClient.Answer tried =
        post(AGREEMENTS + "validate", "application/yaml", yaml.replace(", starts: CONTACT", ""));
    assertThat(tried.json().path("obligations")).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void aCalendarShowsItsDays() {
    JsonNode days = agent.get(CALENDARS + office + "/days?from=2026-06-01&to=2026-06-06").json();

    assertThat(days).as(days.toString()).hasSize(6);
    assertThat(days.at("/0/open"))
        .extracting(JsonNode::asText)
        .containsExactly("08:00-12:00", "13:00-17:00");
    assertThat(days.at("/0/workingMinutes").asInt()).isEqualTo(480);
    assertThat(days.at("/3/date").asText()).isEqualTo("2026-06-04");
    assertThat(days.at("/3/closed").asText()).isEqualTo("HOLIDAY");
    assertThat(days.at("/3/name").asText()).isEqualTo("Corpus Christi");
    assertThat(days.at("/3/open")).isEmpty();
    assertThat(days.at("/5/closed").isNull()).isTrue();
    assertThat(agent.get(CALENDARS + office + "/days").json()).hasSize(14);
    assertThat(agent.get(CALENDARS + office + "/days?from=x").fieldsRefused())
        .containsExactly("from");
    assertThat(
            agent.get(CALENDARS + office + "/days?from=2026-01-01&to=2030-01-01").fieldsRefused())
        .containsExactly("to");
    ApiClient.Answer tried =
        agent.post(
            CALENDARS + "validate?from=2026-12-24&to=2026-12-24",
            "{\"name\": \"draft\", \"zone\": \"UTC\", \"week\": {\"thu\": \"20:00-02:00\"}}");
    assertThat(tried.json().at("/0/open/0").asText()).isEqualTo("20:00-24:00");
    assertThat(agent.post(CALENDARS + "validate", "{\"name\": \"draft\"}").fieldsRefused())
        .containsExactly("zone");
  }

  @Test
  void closedDaysComeOutOfACalendarFile() {
    String ics =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//test//EN
        BEGIN:VEVENT
        UID:1@test
        DTSTAMP:20261101T000000Z
        DTSTART;VALUE=DATE:20261228
        DTEND;VALUE=DATE:20261230
        SUMMARY:Works holidays
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n");
    String path = CALENDARS + office + "/closed-days";

    ApiClient.Answer closed = post(path, "text/calendar", ics);
    ApiClient.Answer again = post(path, "text/calendar", ics);

    assertThat(closed.status()).as(closed.response().body()).isEqualTo(201);
    assertThat(closed.json().path("version").asInt()).isEqualTo(2);
    assertThat(closed.json().path("days")).hasSize(2);
    assertThat(again.status()).isEqualTo(200);
    assertThat(
            agent
                .get(CALENDARS + office + "/days?from=2026-12-29&to=2026-12-29")
                .json()
                .at("/0/name")
                .asText())
        .isEqualTo("Works holidays");
    assertThat(post(path, "text/calendar", "nonsense").status()).isEqualTo(422);
    assertThat(post(CALENDARS + "nowhere/closed-days", "text/calendar", ics).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent",
        "senior-agent",
        "team-lead",
        "director-of-operations",
        "qa-specialist",
        "trainer",
        "process-owner"
      })
  void whoWorksHereReadsAndTriesButDoesNotPublish(String login) {
    ApiClient reader = agent.as(login);

    assertThat(reader.get("/api/v1/agreements").status()).isEqualTo(200);
    assertThat(reader.get(CALENDARS + office).status()).isEqualTo(200);
    assertThat(
            reader.post(AGREEMENTS + "validate", agreement("1 hour", "\"name\": \"t\",")).status())
        .isEqualTo(200);
    ApiClient.Answer refused = reader.put(AGREEMENTS + "r-" + mark, agreement("1 hour", ""));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("publish agreements");
    assertThat(reader.put(CALENDARS + office, OFFICE).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service-desk-manager", "client-relationship-manager", "admin"})
  void whoAnswersForItPublishes(String login) {
    assertThat(agent.as(login).put(AGREEMENTS + "p-" + mark, agreement("1 hour", "")).status())
        .isEqualTo(201);
  }

  @Test
  void aClientsPersonSeesNoAgreements() {
    assertThat(requester.get("/api/v1/agreements").status()).isEqualTo(403);
    assertThat(requester.get("/api/v1/calendars").status()).isEqualTo(403);
    assertThat(nobody().get(AGREEMENTS + "document").status()).isEqualTo(401);
  }

  private ApiClient.Answer document(String yaml) {
    return post(AGREEMENTS + "document", "application/yaml", yaml);
  }

  private ApiClient.Answer post(String path, String type, String body) {
    return publisher.send(
        publisher
            .request(path)
            .setHeader("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
