package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient.Answer;
import dev.baton.sla.agreement.AgreementDocument;
import dev.baton.sla.agreement.AgreementYaml;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Calendars and agreements are kept on pages: checked before they are published, and compared. */
class AgreementPagesIT extends AgreementPagesDesk {

  /** Whatever a definition can say, written in more ways than the form would. */
  private static final String RARE =
      """
      calendars:
        - name: rare-hours
          zone: Europe/Berlin
          week:
            mon: [08:00-12:00, 13:00:30-17:00]
            tue: 22:00-06:00
            wed: []
            thu: 18:00-00:00
            fri: 00:00-24:00
          holidays: DE-BY-AG
          closed:
            2020-12-24: Christmas Eve
            2098-12-24: Christmas Eve
            2098-12-31: ""
          special:
            2020-05-04: 10:00-11:00
            2098-05-05: [09:00-10:00, 11:00-12:00, 13:00-14:00]
            2098-05-06: []
      agreements:
        - name: rare-terms
          tier: BRONZE
          validFrom: 2090-01-01
          validTo: 2098-12-31
          calendar: rare-hours
          promises:
            - {obligation: RESPONSE, target: end of working day + 1, starts: ASSIGNED}
            - {obligation: RESOLUTION, priorities: [P3, P1], target: 69.02 working hours, starts: OPENED, stops: CLOSED, pausedBy: [], atRisk: [], afterBreach: [1 working hour, 30 minutes]}
            - {obligation: RESOLUTION, priorities: [P2], target: 3 days, calendar: rare-hours, pausedBy: [SUPPLIER, CHANGE, PROBLEM]}
            - {obligation: UPDATE, priorities: [P4], target: 2 working days, starts: LAST_MESSAGE, atRisk: [33]}
      """;

  @Test
  void aFormThatNobodyChangedLosesNothing() {
    AgreementDocument rare = AgreementYaml.read(RARE);
    imported(RARE);

    Document calendar = page(manager.get(CALENDARS + "/rare-hours"));
    Document sameHours = page(post(CALENDARS + "/rare-hours/check", fields(calendar)));
    assertThat(sameHours.text()).contains("Nothing differs from the published version");
    assertThat(sameHours.select("#publish")).isEmpty();
    assertThat(calendar.select("[name=name]")).as("a name is fixed").isEmpty();

    Document terms = page(manager.get(AGREEMENTS + "/rare-terms"));
    Document sameTerms = page(post(AGREEMENTS + "/rare-terms/check", fields(terms)));
    assertThat(sameTerms.text()).contains("Nothing differs from the published version");

    Map<String, String> changed = fields(terms);
    changed.put("P1.RESOLUTION.value", "70,5");
    Document checked = page(post(AGREEMENTS + "/rare-terms/check", changed));
    assertThat(published(checked)).isEqualTo(303);
    Map<String, String> back = fields(page(manager.get(AGREEMENTS + "/rare-terms")));
    assertThat(back.get("P1.RESOLUTION.value")).isEqualTo("70.5");
    back.put("P1.RESOLUTION.value", "69.02");
    assertThat(published(page(post(AGREEMENTS + "/rare-terms/check", back)))).isEqualTo(303);
    assertThat(fields(page(manager.get(AGREEMENTS + "/rare-terms"))))
        .containsAllEntriesOf(without(fields(terms), "seen", "yaml"));

    Map<String, String> hours = fields(calendar);
    hours.put("closed.2.date", "2098-12-27");
    hours.put("closed.2.name", "Inventory");
    assertThat(published(page(post(CALENDARS + "/rare-hours/check", hours)))).isEqualTo(303);
    var kept = published.calendar("rare-hours").get(0).definition();
    var before = rare.calendars().get(0);
    assertThat(kept.closed())
        .containsAllEntriesOf(before.closed())
        .containsValue("Inventory")
        .hasSize(before.closed().size() + 1);
    assertThat(kept.special()).isEqualTo(before.special());
    assertThat(kept.week()).isEqualTo(before.week());
    assertThat(kept.holidays()).isEqualTo(before.holidays());
  }

  @Test
  void aCalendarIsCheckedAndPublishedByForm() {
    Map<String, String> form = fields(page(manager.get("/desk/admin/new-calendar")));
    form.put("name", "dock hours");
    form.put("zone", "Europe/Atlantis");
    assertThat(form).containsEntry("FRIDAY.0.from", "08:00").containsEntry("SATURDAY.0.from", "");
    form.put("MONDAY.0.to", "");
    form.put("closed.0.date", "tomorrow");
    Answer refused = post("/desk/admin/new-calendar/check", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("[aria-invalid]").eachAttr("id"))
        .contains("name", "zone", "MONDAY.0.to", "closed.0.date");

    form.put("name", "dock-hours");
    form.put("zone", "Europe/Berlin");
    form.put("closed.0.date", "");
    form.put("MONDAY.0.to", "16:00");
    form.put("country", "DE");
    form.put("region", "NOWHERE");
    Answer nowhere = post("/desk/admin/new-calendar/check", form);
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(Jsoup.parse(nowhere.body()).select("#country-problem").text())
        .contains("Choose a country and one of its regions");

    form.put("region", "BY");
    Document checked = page(post("/desk/admin/new-calendar/check", form));
    assertThat(published.calendar("dock-hours")).isEmpty();
    assertThat(checked.text()).contains("This will be the first version");
    assertThat(published(checked)).isEqualTo(303);
    assertThat(published.calendar("dock-hours").get(0).publishedBy())
        .isEqualTo("service-desk-manager");

    String page = manager.get(CALENDARS + "/dock-hours").body();
    assertThat(page).contains("Bavaria", "value=\"16:00\"", "Version 1, ");
    assertThat(german(CALENDARS + "/dock-hours")).contains("Deutschland", "Bayern", "Montag");
    assertThat(manager.get("/desk/admin/choices/regions?country=CH").body()).contains("Zurich");
    assertThat(manager.get(CALENDARS + "?q=dock").body()).contains("Mon 08:00–16:00");
    assertThat(post("/desk/admin/new-calendar/check", form).body())
        .contains("There is one with this name already");
  }

  @Test
  void anICalendarFileFillsTheFormAndPublishesNothing() {
    imported("calendars: [{name: file-hours, zone: Europe/Berlin, week: {mon: 08:00-12:00}}]\n");
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/file-hours")));
    LocalDate nextYear = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    form.put("TUESDAY.0.from", "09:00");
    form.put(
        "ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:%s
        SUMMARY:Harbour day
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(nextYear.format(DateTimeFormatter.BASIC_ISO_DATE)));

    Document filled = page(post(CALENDARS + "/file-hours/import", form));

    assertThat(filled.getElementById("closed.0.date").val()).isEqualTo(nextYear.toString());
    assertThat(filled.getElementById("closed.0.name").val()).isEqualTo("Harbour day");
    assertThat(filled.getElementById("TUESDAY.0.from").val()).isEqualTo("09:00");
    assertThat(published.calendar("file-hours")).hasSize(1);
    form.put("ics", "no calendar");
    assertThat(post(CALENDARS + "/file-hours/import", form).body())
        .contains("not an iCalendar file");
  }

  @Test
  void aChangedCalendarShowsWhatBecomesDueWhen() {
    imported(
        """
        calendars: [{name: effect-hours, zone: UTC, special: {%s: 08:00-12:00}}]
        agreements:
          - {name: effect-terms, client: globex, service: print, calendar: effect-hours, promises: [{obligation: RESOLUTION, priorities: [P1], target: 3 working hours}]}
        """
            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(9)));
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/effect-hours")));
    for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
      form.put(day + ".all", "true");
    }

    Document checked = page(post(CALENDARS + "/effect-hours/check", form));

    assertThat(checked.select("details[open] summary").text())
        .contains("effect-terms", "1 due time changes");
    assertThat(checked.text()).contains("days of the next year change");
    assertThat(checked.select(".baton-agreement-changed time")).hasSize(1);
  }

  @Test
  void anAgreementFromATemplateIsTriedAndPublished() {
    imported(
        "calendars: [{name: office-week, zone: Europe/Berlin, week: {mon: 08:00-17:00, tue:"
            + " 08:00-17:00, wed: 08:00-17:00, thu: 08:00-17:00, fri: 08:00-17:00}}]\n");
    assertThat(manager.get("/desk/admin/new-agreement").body()).contains("Office hours, standard");
    Map<String, String> form =
        fields(page(manager.get("/desk/admin/new-agreement?template=OFFICE_HOURS")));
    form.put("name", "pier-terms");
    form.put("client", "nobody");
    form.put("P1.RESPONSE.value", "soon");
    form.put("P2.RESOLUTION.atRisk", "120");
    form.put("P3.RESOLUTION.value", "1.5");
    Answer refused = post("/desk/admin/new-agreement", form);
    assertThat(refused.status()).isEqualTo(422);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select("[aria-invalid]").eachAttr("id"))
        .contains("P1.RESPONSE.value", "P2.RESOLUTION.atRisk", "P3.RESOLUTION.value");
    assertThat(page.getElementById("P2.RESOLUTION.atRisk").closest("details").hasAttr("open"))
        .isTrue();

    form.put("P1.RESPONSE.value", "2");
    form.put("P2.RESOLUTION.atRisk", "50, 80");
    form.put("P3.RESOLUTION.value", "5");
    assertThat(Jsoup.parse(post("/desk/admin/new-agreement", form).body()).text())
        .contains("There is no client 'nobody'");

    form.put("client", "globex");
    form.put("service", "mail");
    Instant before = Instant.now();
    Document checked = page(post("/desk/admin/new-agreement", form));
    assertThat(published.agreement("pier-terms")).isEmpty();
    assertDueAsTheApiSays(checked, before, Instant.now());
    assertThat(published(checked)).isEqualTo(303);
    assertThat(published.agreement("pier-terms").get(0).definition().client()).isEqualTo("globex");

    Map<String, String> second = fields(page(manager.get(AGREEMENTS + "/pier-terms")));
    second.put("P1.RESPONSE.value", "3");
    Document again = page(post(AGREEMENTS + "/pier-terms/check", second));
    assertThat(again.select(".baton-agreement-diff tbody tr").eachText())
        .containsExactly("P1 Response 2 working hours 3 working hours");
    assertThat(published(again)).isEqualTo(303);
    assertThat(published(again)).as("somebody was faster").isEqualTo(409);

    Document compared = page(manager.get(AGREEMENTS + "/pier-terms/compare?from=1&to=2"));
    assertThat(compared.select(".baton-agreement-changed").eachText())
        .containsExactly("P1 Response (changed) 2 working hours 3 working hours");
    assertThat(manager.get(AGREEMENTS + "/pier-terms").body())
        .contains("Version 2, ", "P1 Response: 2 working hours → 3 working hours");
    assertThat(
            page(manager.get(AGREEMENTS + "/precedence?client=globex&service=mail&priority=P1"))
                .text())
        .contains("pier-terms, version 2");
    assertThat(manager.get(AGREEMENTS + "/precedence?client=nobody").status()).isEqualTo(422);
    assertThat(german(AGREEMENTS + "/pier-terms")).contains("Stunden in der Servicezeit");
  }

  @Test
  void aFormOfWhichFieldsWereDroppedIsRefused() {
    imported("calendars: [{name: cut-hours, zone: Europe/Berlin, week: {mon: 08:00-12:00}}]\n");
    Map<String, String> form = fields(page(manager.get(CALENDARS + "/cut-hours")));
    form.remove("end");
    assertThat(post(CALENDARS + "/cut-hours/check", form).status()).isEqualTo(422);
  }

  @Test
  void agentsLookButDoNotPublishAndRequestersSeeNothing() {
    imported("calendars: [{name: seen-hours, zone: Europe/Berlin, week: {mon: 08:00-12:00}}]\n");
    assertThat(agent.get(CALENDARS).body()).contains("seen-hours").doesNotContain("New calendar");
    Answer seen = agent.get(CALENDARS + "/seen-hours");
    assertThat(seen.body()).contains("08:00–12:00").doesNotContain("id=\"check\"");
    assertThat(agent.get("/desk/admin/new-agreement").status()).isEqualTo(403);
    assertThat(agent.get("/desk/admin/new-calendar").status()).isEqualTo(403);
    for (String path :
        List.of(
            CALENDARS + "/seen-hours/check",
            CALENDARS + "/seen-hours/publish",
            AGREEMENTS + "/any/publish")) {
      assertThat(send(agent, path, "seen", "1", "yaml", "").status()).as(path).isEqualTo(403);
    }
    for (String path :
        List.of(
            CALENDARS,
            AGREEMENTS,
            CALENDARS + "/seen-hours",
            AGREEMENTS + "/precedence",
            "/desk/admin/choices/services")) {
      assertThat(requester.get(path).status()).as(path).isEqualTo(403);
    }
  }

  /** The page's instants lie between those of the API before the page was asked and after it. */
  private void assertDueAsTheApiSays(Document checked, Instant before, Instant after) {
    String yaml = checked.select("[name=yaml]").first().wholeText();
    List<Instant> earliest = dueByApi(yaml, before);
    List<Instant> latest = dueByApi(yaml, after);
    List<Instant> shown =
        checked.select("#check-result time").eachAttr("datetime").stream()
            .map(Instant::parse)
            .toList();
    assertThat(shown).isNotEmpty().hasSameSizeAs(earliest).hasSameSizeAs(latest);
    for (int i = 0; i < shown.size(); i++) {
      assertThat(shown.get(i)).isBetween(earliest.get(i), latest.get(i));
    }
  }

  private List<Instant> dueByApi(String yaml, Instant at) {
    Answer answer =
        manager.send(
            manager
                .request("/api/v1/agreements/validate?service=mail&at=" + at)
                .setHeader("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(yaml, StandardCharsets.UTF_8)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<Instant> due = new ArrayList<>();
    answer
        .json()
        .path("obligations")
        .forEach(one -> due.add(Instant.parse(one.path("dueAt").asText())));
    return due;
  }

  @Test
  void whoPublishesAtTheSameTimeIsLate() {
    imported(
        """
        calendars: [{name: race-hours, zone: UTC, week: {mon: 08:00-12:00}}]
        agreements:
          - {name: race-terms, client: globex, validFrom: 2091-01-01, calendar: race-hours, promises: [{obligation: RESPONSE, target: 1 working hour}]}
        """);
    Iterator<String> zones = List.of("Europe/Berlin", "Europe/Rome", "Europe/Paris").iterator();
    Map<String, String> hours = fields(page(manager.get(CALENDARS + "/race-hours")));
    List<Document> calendars = new ArrayList<>();
    while (zones.hasNext()) {
      hours.put("zone", zones.next());
      calendars.add(page(post(CALENDARS + "/race-hours/check", hours)));
    }
    Map<String, String> terms = fields(page(manager.get(AGREEMENTS + "/race-terms")));
    List<Document> agreements = new ArrayList<>();
    for (String target : List.of("2", "3", "4")) {
      terms.put("P1.RESPONSE.value", target);
      agreements.add(page(post(AGREEMENTS + "/race-terms/check", terms)));
    }

    assertThat(atOnce(calendars)).containsExactlyInAnyOrder(303, 409, 409);
    assertThat(atOnce(agreements)).containsExactlyInAnyOrder(303, 409, 409);
    assertThat(published.calendar("race-hours")).hasSize(2);
    assertThat(published.agreement("race-terms")).hasSize(2);
  }

  private List<Integer> atOnce(List<Document> checked) {
    Iterator<Document> next = List.copyOf(checked).iterator();
    return atOnce(
            checked.size(),
            () -> {
              Document mine;
              synchronized (next) {
                mine = next.next();
              }
              return publish(mine);
            })
        .stream()
        .peek(answer -> assertThat(answer.body()).doesNotStartWith("{"))
        .map(Answer::status)
        .toList();
  }

  @Test
  void remarksAreInTheReadersLanguage() {
    imported(
        """
        calendars: [{name: remark-hours, zone: UTC, week: {mon: 08:00-12:00}}]
        agreements:
          - {name: remark-terms, client: globex, service: mail, tier: SILVER, calendar: remark-hours, promises: [{obligation: RESPONSE, priorities: [P1], target: 1 working hour}]}
          - {name: remark-other, client: globex, service: mail, tier: SILVER, validFrom: 2091-01-01, calendar: remark-hours, promises: [{obligation: RESPONSE, target: 1 working hour}]}
        """);
    Map<String, String> form = fields(page(manager.get(AGREEMENTS + "/remark-terms")));
    form.put("P1.RESPONSE.after.0.value", "30");
    form.put("P1.RESPONSE.after.0.unit", "MINUTES");

    assertThat(remarks(form, "en"))
        .containsExactly(
            "Response: 30 minutes after a breach counts as working time, like its target, 1 working"
                + " hour.",
            "'remark-other' takes precedence over 'remark-terms' because its first day is later.");
    assertThat(remarks(form, "de"))
        .containsExactly(
            "Reaktion: „30 Minuten“ nach der Überschreitung zählen als Arbeitszeit, wie die Zielzeit"
                + " „1 Arbeitsstunde“.",
            "„remark-other“ hat Vorrang vor „remark-terms“, weil der erste Tag später liegt.");
  }

  private List<String> remarks(Map<String, String> form, String language) {
    Document checked = page(postIn(language, AGREEMENTS + "/remark-terms/check", form));
    return checked.select("#check-result .baton-agreement-remark").eachText();
  }

  @Test
  void servicesAreSuggestedOnceAndOnlyThoseOfTheClient() {
    clients.registerService(clients.find("acme").orElseThrow().id(), "mail", "E-mail");
    clients.registerService(clients.find("acme").orElseThrow().id(), "mailroom", "Mailroom");

    assertThat(suggested("?q=mail")).containsOnlyOnce("mail").contains("mailroom");
    assertThat(suggested("?q=mail&client=globex")).containsExactly("mail");
    assertThat(suggested("?q=mail&client=nobody")).isEmpty();
  }

  private List<String> suggested(String query) {
    return manager.get("/desk/admin/choices/services" + query).json().findValuesAsText("value");
  }

  @Test
  void aNoticeNamesTheNewestVersion() {
    imported(
        """
        calendars: [{name: notice-hours, zone: UTC, week: {mon: 08:00-12:00}}]
        agreements:
          - {name: notice-terms, client: globex, validFrom: 2092-01-01, calendar: notice-hours, promises: [{obligation: RESPONSE, target: 1 working hour}]}
        """);

    assertThat(page(manager.get(AGREEMENTS + "/notice-terms?published=999")).text())
        .contains("Version 1 is published.")
        .doesNotContain("999");
    assertThat(page(manager.get(CALENDARS + "/notice-hours?published=999")).text())
        .contains("Version 1 is published.");
  }

  @Test
  void theNewestVersionsAreListedAndAllCanBeCompared() {
    for (int i = 0; i < 23; i++) {
      imported(
          "calendars: [{name: old-hours, zone: UTC, week: {mon: 08:00-%02d:30}}]\n"
              .formatted(i == 22 ? 8 : 9 + i % 12));
    }

    Document page = page(manager.get(CALENDARS + "/old-hours"));

    assertThat(page.select(".baton-admin-changes li")).hasSize(20);
    assertThat(page.select(".baton-admin-changes li").last().text())
        .contains("Version 4, ", "Monday: 08:00–11:30 → 08:00–12:30");
    assertThat(page.select("#compare-from option")).hasSize(23);
    Document compared = page(manager.get(CALENDARS + "/old-hours/compare?from=1&to=2"));
    assertThat(compared.select(".baton-agreement-changed").eachText())
        .containsExactly("Monday (changed) 08:00–09:30 08:00–10:30");
    assertThat(manager.get(CALENDARS + "/old-hours/compare?from=0&to=2").status()).isEqualTo(404);
  }
}
