package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.engine.EngineClock;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import org.xml.sax.InputSource;

/**
 * The clocks of a client in Berlin, whose desk keeps Bavaria's holidays and works 08-12 and 13-17:
 * a response within an hour, an end within eight. It is the day before Corpus Christi.
 */
class ClocksApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired PublishAgreements publish;
  @Autowired EngineClock clock;

  private final List<String> reported = new ArrayList<>();

  @BeforeEach
  void promise() {
    clock.travelTo(berlin("2026-06-03T09:00"));
    if (clients.find("vandelay").isEmpty()) {
      long id =
          clients
              .register(
                  new ClientView(
                      0, "vandelay", "Vandelay", Tier.SILVER, BERLIN, Locale.ENGLISH, 5, 2, 2))
              .id();
      String email = "vera@vandelay.example";
      clients.register(new RequesterView(0, id, "Vera", email, null, false, "vera"));
      signIns.allowRequester("vera", "Vera", email, PASSWORD);
      publish.publish(bavaria());
      publish.publish(agreement("vandelay", "vandelay", null, "8 working hours"));
      publish.publish(agreement("silver-only-here", null, Tier.SILVER, "16 working hours"));
    }
  }

  @AfterEach
  void leaveNothingOpen() {
    reported.forEach(
        number -> agent.post(INCIDENTS + number + "/cancel", "{\"note\": \"The test is over\"}"));
    jobs.runDue();
    clock.reset();
  }

  @Test
  void everyMinuteIsExplained() {
    String number = onHoldAndBack();

    ApiClient.Answer answer = agent.get(INCIDENTS + number + "/clocks");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.text("zone")).isEqualTo("Europe/Berlin");
    JsonNode resolution = clock(answer, "RESOLUTION");
    assertThat(resolution.path("state").asText()).isEqualTo("RUNNING");
    assertThat(resolution.path("used").asText()).isEqualTo("PT1H15M");
    assertThat(resolution.path("budget").asText()).isEqualTo("PT8H");
    assertThat(resolution.path("dueAt").asText()).isEqualTo("2026-06-08T07:15:00Z");
    assertThat(resolution.path("agreement").asText()).isEqualTo("vandelay, version 1");
    assertThat(resolution.path("because").asText())
        .contains("for client vandelay", "silver-only-here, version 1 (for tier SILVER)");
    assertThat(resolution.path("dueBecause").asText())
        .startsWith("Due 2026-06-08 09:15 (Europe/Berlin): 8 h of working time")
        .contains("less 15 min on hold, waiting for the requester", "Corpus Christi, DE-BY");
    assertThat(states(resolution.path("entries"))).containsExactly("RUNNING", "ON_HOLD", "RUNNING");
    assertThat(resolution.at("/entries/1/words").asText())
        .isEqualTo("on hold, waiting for the requester since Wed 2026-06-03 09:30 by agent");
    assertThat(states(resolution.path("toCome")))
        .containsExactly(
            "RUNNING",
            "OUTSIDE_HOURS",
            "RUNNING",
            "OUTSIDE_HOURS",
            "HOLIDAY",
            "CLOSED_DAY",
            "OUTSIDE_HOURS",
            "RUNNING");
    assertThat(resolution.at("/toCome/4/words").asText())
        .isEqualTo("holiday: Corpus Christi, DE-BY");
    assertThat(resolution.path("milestones").findValuesAsText("name"))
        .containsExactly("AT_RISK_75", "BREACH");
  }

  @Test
  void aMissedDeadlineSaysSince() {
    String number = newReport("Overdue");
    clock.travelTo(berlin("2026-06-03T11:30"));
    jobs.runDue();

    JsonNode response = clock(agent.get(INCIDENTS + number + "/clocks"), "RESPONSE");

    assertThat(response.path("pastDue").asBoolean()).isTrue();
    assertThat(response.path("breachedAt").asText()).isEqualTo("2026-06-03T08:00:00Z");
    assertThat(response.path("remaining").asText()).isEqualTo("PT-1H-30M");
    assertThat(response.path("milestones").findValuesAsText("recordedAt")).isNotEmpty();
    assertThat(response.at("/entries/1/words").asText())
        .isEqualTo("past due for 1 h 30 min: 2 h 30 min of 1 h");
  }

  @Test
  void peopleReadAPageThatEscapesAndNeedsNoScript() {
    String number = onHoldAndBack();

    ApiClient.Answer page = as(agent, number, "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Vary")).contains("Accept");
    assertThat(page.response().body())
        .contains(number, "on hold, waiting for the requester since", "Corpus Christi", "<svg")
        .contains("Bridge &lt;day&gt; &amp; more")
        .doesNotContain("<script", "th:text", "xmlns:th", "<day>");
  }

  @Test
  void thePageIsInTheLanguageThatTheBrowserAsksFor() {
    String number = onHoldAndBack();

    ApiClient.Answer german = as(agent, number, "text/html", "de-AT,de;q=0.9,en;q=0.5");
    ApiClient.Answer english = as(agent, number, "text/html", "en-GB");

    assertThat(german.header("Content-Language")).isEqualTo("de");
    assertThat(german.response().headers().allValues("Vary")).contains("Accept-Language");
    assertThat(german.response().body())
        .contains("<html lang=\"de\"", "Fristen von " + number, "Stand: Mi. 3. Juni, 10:30.")
        .contains("Lösung: läuft", "8 Arbeitsstunden", "vandelay, Version 1 sagt dies")
        .contains("Fällig am Mo. 8. Juni, 09:15 (Europe/Berlin): 8 h Arbeitszeit")
        .contains("am Do. 4. Juni (Fronleichnam, DE-BY)")
        .contains("in Wartestellung, Warten auf den Melder, seit Mi. 3. Juni, 09:30 durch agent")
        .doesNotContain("2026-06", "Resolution", "Corpus Christi", "working", "Wed ");
    assertThat(english.response().body())
        .contains("<html lang=\"en\"", "Clocks of " + number, "As of Wed 3 Jun, 10:30.")
        .contains("Due Mon 8 Jun, 09:15 (Europe/Berlin): 8 h of working time")
        .contains("on Corpus Christi, DE-BY (Thu 4 Jun)", "for client vandelay", "tier Silver")
        .doesNotContain("2026-06", "SILVER");
  }

  @Test
  void programsReadEnglishWhateverTheyAskFor() {
    String number = onHoldAndBack();

    assertThat(as(agent, number, "application/json", "de").response().body())
        .isEqualTo(as(agent, number, "application/json", "en").response().body());
  }

  @Test
  void theClientsPeopleReadInGermanThatTheDeskDidIt() {
    String number = onHoldAndBack();

    assertThat(as(nobody().as("vera"), number, "text/html", "de").response().body())
        .contains("seit Mi. 3. Juni, 09:30 durch den Service Desk")
        .doesNotContain("Meilenstein", "silver-only-here", "durch agent");
  }

  @Test
  void thePictureIsInGermanAsWell() {
    String number = onHoldAndBack();

    String picture = as(agent, number, "image/svg+xml", "de").response().body();

    assertThat(HtmlUtils.htmlUnescape(picture))
        .contains("lang=\"de\"", "Lösung: läuft, 1 h 15 min von 8 h", "fällig Mo. 8. Juni, 09:15")
        .contains(">jetzt<", "keine Servicezeit", ">Feiertag, geschlossen<")
        .doesNotContain("2026-06", "running<", "holiday<", ">now<");
  }

  @Test
  void theTimelineIsAPictureThatReadersCanSpeak() throws Exception {
    String number = onHoldAndBack();

    ApiClient.Answer picture = as(agent, number, "image/svg+xml");

    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(picture.response().body())));
    assertThat(picture.response().body())
        .contains("role=\"img\"", "<title", "<desc", "Resolution: running")
        .doesNotContain("th:text", "xmlns:th");
  }

  @Test
  void theClientsPeopleSeeTheirClocksButNotWhoWorks() {
    String number = onHoldAndBack();
    ApiClient vera = nobody().as("vera");

    ApiClient.Answer answer = vera.get(INCIDENTS + number + "/clocks");

    JsonNode resolution = clock(answer, "RESOLUTION");
    assertThat(resolution.at("/entries/1/words").asText())
        .isEqualTo("on hold, waiting for the requester since Wed 2026-06-03 09:30 by the desk");
    assertThat(answer.json().findValuesAsText("actor")).doesNotContain("agent");
    assertThat(answer.response().body()).doesNotContain("silver-only-here");
    assertThat(resolution.path("milestones")).isEmpty();
    assertThat(stranger.get(INCIDENTS + number + "/clocks").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsRefusedAsAProblem() {
    String number = newReport("Refusals");

    assertThat(agent.get(INCIDENTS + "INC-1999-000001/clocks").status()).isEqualTo(404);
    assertThat(as(agent, "INC-1999-000001", "text/html").header("Content-Type"))
        .isEqualTo("application/problem+json");
    ApiClient.Answer refused = as(agent, number, "application/pdf");
    assertThat(refused.status()).isEqualTo(406);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(as(agent, number, "*/*").header("Content-Type")).startsWith("application/json");
    assertThat(nobody().get(INCIDENTS + number + "/clocks").status()).isEqualTo(401);
  }

  @Test
  void anIncidentCarriesItsObligationsOnceTheyAreAgreed() {
    ApiClient.Answer answer = agent.post("/api/v1/incidents", body("Promises"));
    String number = answer.text("number");
    reported.add(number);
    assertThat(answer.json().path("obligations").isArray()).isTrue();
    assertThat(answer.json().path("obligations")).isEmpty();
    assertThat(agent.get(INCIDENTS + number + "/clocks").json().path("clocks")).isEmpty();

    jobs.runDue();

    JsonNode one = agent.get(INCIDENTS + number).json().path("obligations");
    assertThat(one.findValuesAsText("kind")).containsExactly("RESPONSE", "RESOLUTION", "UPDATE");
    assertThat(one.at("/0/dueAt").asText()).isEqualTo("2026-06-03T08:00:00Z");
    assertThat(one.at("/0").has("breachedAt")).isTrue();
    JsonNode listed = agent.get("/api/v1/incidents?client=vandelay&q=" + number).json();
    assertThat(listed.at("/items/0/obligations")).isEqualTo(one);
    JsonNode claimed = agent.post(INCIDENTS + number + "/claim").json();
    assertThat(claimed.path("obligations").findValuesAsText("state"))
        .containsExactly("RUNNING", "RUNNING", "WAITING");
  }

  /** Reported at 09:00, on hold from 09:30 to 09:45, read at 10:30. */
  private String onHoldAndBack() {
    String number = newReport("<script>alert(1)</script>");
    agent.post(INCIDENTS + number + "/claim");
    clock.travelTo(berlin("2026-06-03T09:30"));
    assertThat(
            agent
                .post(
                    INCIDENTS + number + "/hold",
                    "{\"reason\": \"REQUESTER\", \"until\": \"2026-06-09T09:00:00Z\"}")
                .status())
        .isEqualTo(200);
    clock.travelTo(berlin("2026-06-03T09:45"));
    agent.post(INCIDENTS + number + "/resume");
    clock.travelTo(berlin("2026-06-03T10:30"));
    return number;
  }

  private String newReport(String subject) {
    String number = agent.post("/api/v1/incidents", body(subject)).text("number");
    reported.add(number);
    jobs.runDue();
    return number;
  }

  private static String body(String subject) {
    return report(subject)
        .replace("acme", "vandelay")
        .replace("ada@", "vera@")
        .replace("Ada", "Vera");
  }

  private static ApiClient.Answer as(ApiClient who, String number, String accept) {
    return who.send(who.request(INCIDENTS + number + "/clocks").GET().setHeader("Accept", accept));
  }

  private static ApiClient.Answer as(ApiClient who, String number, String accept, String language) {
    return who.send(
        who.request(INCIDENTS + number + "/clocks")
            .GET()
            .setHeader("Accept", accept)
            .setHeader("Accept-Language", language));
  }

  private static JsonNode clock(ApiClient.Answer answer, String kind) {
    for (JsonNode clock : answer.json().path("clocks")) {
      if (clock.path("kind").asText().equals(kind)) {
        return clock;
      }
    }
    throw new AssertionError("No clock %s in %s".formatted(kind, answer.response().body()));
  }

  private static List<String> states(JsonNode entries) {
    return entries.findValuesAsText("state");
  }

  private static Instant berlin(String time) {
    return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
  }

  private static CalendarDefinition bavaria() {
    List<OpeningHours> hours =
        List.of(OpeningHours.parse("08:00-12:00"), OpeningHours.parse("13:00-17:00"));
    Map<DayOfWeek, List<OpeningHours>> week =
        Arrays.stream(DayOfWeek.values())
            .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
            .collect(Collectors.toMap(Function.identity(), day -> hours));
    return new CalendarDefinition(
        "bavaria",
        BERLIN,
        week,
        new HolidayRegion("DE", List.of("by")),
        Map.of(LocalDate.parse("2026-06-05"), "Bridge <day> & more"),
        Map.of());
  }

  private static AgreementDefinition agreement(
      String name, String client, Tier tier, String resolution) {
    return new AgreementDefinition(
        name,
        null,
        client,
        tier,
        null,
        null,
        null,
        "bavaria",
        Stream.of(
                Map.entry(ObligationKind.RESPONSE, "1 working hour"),
                Map.entry(ObligationKind.RESOLUTION, resolution))
            .map(
                target ->
                    new Promise(
                        target.getKey(),
                        null,
                        Target.parse(target.getValue()),
                        null,
                        null,
                        null,
                        null,
                        List.of(75),
                        null))
            .toList());
  }
}
