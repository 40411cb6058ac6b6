package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.engine.EngineClock;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.OneOffShift;
import dev.baton.staff.rota.Rota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is on duty, a team's week, and the forms for shifts, absences and deputies. */
class PeoplePageIT extends PagesDesk {

  private static final String PAGE = "/desk/people";
  private static final AtomicInteger TEAMS = new AtomicInteger();

  @Autowired EngineClock clock;
  @Autowired Duty duty;
  @Autowired Rota rota;

  private ApiClient lead;
  private String team;
  private String una;
  private String vera;

  /** A team of its own for each test: Una, an agent in Berlin, and Vera, who leads it. */
  @BeforeEach
  void aTeam() {
    lead = agent.as("team-lead");
    team = "harbour-" + TEAMS.incrementAndGet();
    una = "una" + team;
    vera = "vera" + team;
    staff.register(new TeamView(team, "Harbour " + team));
    person(una, "Una of " + team, Role.AGENT);
    person(vera, "Vera of " + team, Role.TEAM_LEAD);
  }

  private void person(String login, String name, Role role) {
    staff.register(
        new AgentView(
            login,
            name,
            login + "@desk.example",
            ZoneId.of("Europe/Berlin"),
            Locale.ENGLISH,
            Set.of(role),
            Set.of(team),
            true),
        PASSWORD);
  }

  @Test
  void theListSaysWhoIsOnDutyUntilWhenWithDeputyAndOpenWork() {
    Instant until = hours(30);
    send(
        lead,
        PAGE + "/forms/absence",
        "login",
        una,
        "kind",
        "LEAVE",
        "from",
        field(hours(-1)),
        "until",
        field(until),
        "deputy",
        vera);
    String number = newIncident("Harbour light");
    agent.post("/api/v1/incidents/" + number + "/assign", "{\"assignee\": \"%s\"}".formatted(vera));

    Document page = page(lead, PAGE + "?team=" + team);

    assertThat(page.select(".baton-people-head").text()).contains("1 of 2 on duty");
    assertThat(page.select("tbody th").eachText())
        .as("on duty first")
        .containsExactly("Vera of " + team, "Una of " + team);
    Element away = page.select("tbody tr").get(1);
    assertThat(away.text()).contains("Agent", "on leave until", "Vera of " + team);
    assertThat(page.select(".baton-people-head").text()).contains("Next on duty: Una of " + team);
    String held = page.select("tbody tr").get(0).select("a[href*=assignee]").attr("href");
    assertThat(page(lead, held).select("#incidents-found .baton-number").eachText())
        .containsExactly(number);
  }

  @Test
  void theListIsFilteredByNameAndReadPageByPage() {
    for (int i = 0; i < 55; i++) {
      person("crew%02d%s".formatted(i, team), "Crew %02d of %s".formatted(i, team), Role.AGENT);
    }

    Document first = page(lead, PAGE + "?team=" + team);
    assertThat(first.select(".baton-list-head").text()).isEqualTo("57 people");
    assertThat(first.select("tbody tr")).hasSize(50);
    Document second = page(lead, first.select("a[rel=next]").attr("href"));
    assertThat(second.select("tbody tr")).hasSize(7);
    assertThat(second.select("a[rel=next]")).isEmpty();
    assertThat(first.select("tbody th").eachText())
        .doesNotContainAnyElementsOf(second.select("tbody th").eachText());
    assertThat(second.select(".baton-people-head").text())
        .as("of the whole team")
        .contains("57 of 57 on duty");

    Document found = page(lead, PAGE + "?q=CREW+07+of+" + team);
    assertThat(found.select("tbody th").eachText()).containsExactly("Crew 07 of " + team);
    assertThat(page(lead, PAGE + "?q=zzzz").text()).contains("Nobody matches this filter.");
    assertThat(lead.get(PAGE + "?team=no-such-team&page=x").status()).isEqualTo(200);
  }

  @Test
  void aWeekShowsShiftsAbsencesAndWhatNobodyCovers() {
    LocalDate monday = LocalDate.parse("2027-03-01"); // Berlin is an hour ahead of UTC
    Answer added =
        send(
            lead,
            PAGE + "/forms/weekly",
            "login",
            vera,
            "days",
            "MONDAY",
            "start",
            "22:00",
            "end",
            "06:00",
            "validFrom",
            "2027-03-01");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    assertThat(added.header("HX-Trigger")).isEqualTo("people-changed");
    send(
        lead,
        PAGE + "/forms/absence",
        "login",
        una,
        "kind",
        "SICK",
        "from",
        "2027-03-02T00:00",
        "until",
        "2027-03-03T12:00");

    Document week = page(lead, PAGE + "/week?team=" + team + "&week=2027-03-04");

    assertThat(week.select("#people-week > h2").text()).contains("1 March to 7 March 2027");
    List<String> vera = cells(week, "Vera");
    assertThat(vera.get(0)).startsWith("21:00–24:00");
    assertThat(vera.get(1)).startsWith("00:00–05:00");
    assertThat(vera.subList(2, 7)).containsOnly("");
    assertThat(cells(week, "Una").subList(0, 4))
        .containsExactly("", "Off sick, all day", "Off sick, 00:00–12:00", "");
    List<String> gaps = cells(week, "Not covered");
    assertThat(gaps.get(0)).contains("▲ Team lead, 00:00–21:00").doesNotContain("21:00–24:00");
    assertThat(gaps.get(1)).contains("▲ Team lead, 05:00–24:00");
    assertThat(week.select(".baton-week-days section")).as("for narrow screens").hasSize(7);
    assertThat(week.select(".baton-week-days section").get(1).text())
        .contains("Tue 2 Mar", "Team lead, 05:00–24:00", "Vera", "00:00–05:00", "Off sick");
    assertThat(page(lead, week.select("a[rel=next]").attr("href")).select("h2").text())
        .contains("8 March to 14 March 2027");
    assertThat(rota.weekly(this.vera)).hasSize(1);
    assertThat(monday).isEqualTo(rota.weekly(this.vera).get(0).validFrom());
  }

  @Test
  void aGapIsMendedWithTheFormBesideIt() {
    send(
        lead,
        PAGE + "/forms/weekly",
        "login",
        vera,
        "days",
        "MONDAY",
        "start",
        "08:00",
        "end",
        "16:00",
        "validFrom",
        "2027-03-01");
    String address = PAGE + "/week?team=" + team + "&week=2027-03-01";
    Element gap = page(lead, address).select("tr.baton-week-gaps td").get(1);
    Element remedy = gap.select("a:contains(Add shift)").first();

    Document form = page(lead, remedy.attr("hx-get"));
    assertThat(form.select("#rota-from").val()).isEqualTo("2027-03-02T00:00");
    assertThat(form.select("#rota-until").val()).isEqualTo("2027-03-03T00:00");
    assertThat(form.select("option[value=" + team + "][selected]").text()).startsWith("Harbour");
    assertThat(form.select("datalist option").eachAttr("value"))
        .containsExactly("Vera of %s (%s)".formatted(team, vera));
    assertThat(page(lead, remedy.attr("href")).select("#people-form #rota-from").val())
        .as("without scripts")
        .isEqualTo("2027-03-02T00:00");
    Answer done =
        send(
            lead,
            form.select("form").attr("hx-post"),
            "login",
            "Vera of %s (%s)".formatted(team, vera),
            "kind",
            "EXTRA",
            "post",
            team,
            "from",
            "2027-03-02T00:00",
            "until",
            "2027-03-03T00:00");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("Extra shift added: Vera of " + team);

    Document mended = page(lead, address);
    assertThat(cells(mended, "Not covered").get(1)).doesNotContain("Team lead");
    assertThat(cells(mended, "Vera").get(1)).startsWith("00:00–24:00 extra");

    Element other =
        mended.select("tr.baton-week-gaps td").get(3).select("a:contains(Name deputy)").first();
    Document deputy = page(lead, other.attr("hx-get"));
    assertThat(deputy.text()).contains("For: Team lead, Harbour " + team);
    Answer named =
        send(
            lead,
            "/desk/people/forms/deputy",
            "post",
            team,
            "role",
            "team-lead",
            "deputy",
            "senior-agent",
            "from",
            deputy.select("#rota-from").val(),
            "until",
            deputy.select("#rota-until").val());
    assertThat(named.body()).contains("is now the deputy for Team lead, Harbour " + team);
    Document covered = page(lead, address);
    assertThat(cells(covered, "Not covered").get(3)).doesNotContain("Team lead");
    String remove = covered.select("form[hx-post*=post-deputies]").attr("hx-post");
    assertThat(send(lead, remove).body()).contains("Deputy removed.");
    assertThat(cells(page(lead, address), "Not covered").get(3)).contains("Team lead");
  }

  @Test
  void aShiftIsTakenOffFromTheCalendar() {
    send(
        lead,
        PAGE + "/forms/weekly",
        "login",
        una,
        "days",
        "MONDAY",
        "start",
        "08:00",
        "end",
        "16:00",
        "validFrom",
        "2027-03-01");
    String address = PAGE + "/week?team=" + team + "&week=2027-03-01";
    Element shift = page(lead, address).select("tr:contains(Una) .baton-period-remove").first();
    Document form = page(lead, shift.attr("hx-get"));
    assertThat(form.select("#rota-kind option[selected]").val()).isEqualTo("OFF");

    Answer done =
        send(
            lead,
            "/desk/people/forms/shift",
            "login",
            form.select("#rota-login").val(),
            "kind",
            "OFF",
            "post",
            form.select("#rota-post option[selected]").val(),
            "from",
            form.select("#rota-from").val(),
            "until",
            form.select("#rota-until").val());

    assertThat(done.body()).contains("Shift taken off: Una of " + team);
    assertThat(cells(page(lead, address), "Una").get(0)).isEqualTo("07:00–15:00 off");
  }

  @Test
  void aNightShiftIsTakenOffWholeAlthoughItEndsInTheNextWeek() {
    send(
        lead,
        PAGE + "/forms/weekly",
        "login",
        una,
        "days",
        "SUNDAY",
        "start",
        "22:00",
        "end",
        "06:00",
        "validFrom",
        "2027-03-01");

    Element shift =
        page(lead, PAGE + "/week?team=" + team + "&week=2027-03-01")
            .select("tr:contains(Una) .baton-period-remove")
            .first();
    Document form = page(lead, shift.attr("hx-get"));

    assertThat(
            Duration.between(
                LocalDateTime.parse(form.select("#rota-from").val()),
                LocalDateTime.parse(form.select("#rota-until").val())))
        .isEqualTo(Duration.ofHours(8));
  }

  /** Una works early and Vera late on Mondays of March 2027; their leads are in UTC. */
  private void shiftsOnMondays() {
    weekly(una, "08:00", "14:00");
    weekly(vera, "13:00", "20:00");
  }

  private void weekly(String login, String start, String end) {
    Answer added =
        send(
            lead,
            PAGE + "/forms/weekly",
            "login",
            login,
            "days",
            "MONDAY",
            "start",
            start,
            "end",
            end,
            "validFrom",
            "2027-03-01");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
  }

  @Test
  void aMonthShowsShiftsAbsencesClosedDaysAndWhatNobodyCovers() {
    shiftsOnMondays();
    weekly(una, "22:00", "06:00");
    send(
        lead,
        PAGE + "/forms/absence",
        "login",
        vera,
        "kind",
        "LEAVE",
        "from",
        "2027-03-16T00:00",
        "until",
        "2027-03-18T00:00");

    Document month = page(lead, PAGE + "/month?team=" + team + "&month=2027-03");

    assertThat(month.select("#people-month > h2").text())
        .isEqualTo("Harbour %s, March 2027".formatted(team));
    assertThat(month.select(".baton-month thead th")).hasSize(1 + 31);
    assertThat(month.select(".baton-month thead .baton-month-closed").eachText())
        .as("weekends, as the team has no calendar")
        .startsWith("Sat 6", "Sun 7")
        .hasSize(8);
    assertThat(cell(month, una, "2027-03-01").select("[aria-hidden]").eachText())
        .as("a night shift belongs to the day on which it begins")
        .containsExactly("7–13", "21–5");
    assertThat(cell(month, una, "2027-03-02").text()).isEmpty();
    assertThat(cell(month, vera, "2027-03-17").text()).contains("L", "On leave, all day");
    assertThat(cell(month, vera, "2027-03-18").text()).isEmpty();
    Element gap = month.select(".baton-month-gaps td").get(1).select("a").first();
    assertThat(gap.attr("title")).contains("Team lead, 00:00–24:00");
    Document week = page(lead, gap.attr("href").replaceAll("#.*", ""));
    assertThat(week.select(".baton-week-remedies")).as("with the remedies").isNotEmpty();
    Document next = page(lead, month.select("a[rel=next]").attr("href"));
    assertThat(next.select(".baton-month thead th")).hasSize(1 + 30);
    for (String odd : List.of("month=2027-13", "month=1066-01", "month=x&page=y", "day=x")) {
      assertThat(lead.get(PAGE + "/month?team=" + team + "&" + odd).status()).isEqualTo(200);
    }
  }

  @Test
  void aMonthNamesThePublicHolidaysOfTheTeamsCalendar() {
    Answer published =
        agent
            .as("service-desk-manager")
            .put(
                "/api/v1/calendars/" + team,
                """
                {"zone": "Europe/Berlin", "holidays": "DE-BY",
                 "week": {"monday": ["08:00-17:00"], "friday": ["08:00-17:00"], "saturday": ["08:00-12:00"]}}
                """);
    assertThat(published.status()).as(published.body()).isLessThan(300);
    staff.register(new TeamView(team, "Harbour " + team, team));

    Document month = page(lead, PAGE + "/month?team=" + team + "&month=2026-12");

    List<String> closed = month.select(".baton-month thead .baton-month-closed").eachText();
    assertThat(closed).contains("Sun 6", "Tue 1").doesNotContain("Sat 5", "Mon 7");
    assertThat(closed).anyMatch(day -> day.startsWith("Fri 25"));
    assertThat(month.select("thead th[title]").eachAttr("title")).contains("1st Christmas day");
    assertThat(month.select(".baton-month-legend").text())
        .contains("Fri 25 Dec: 1st Christmas day");
  }

  @Test
  void twoSwapShiftsAndTheCalendarsSayWhoTookOver() {
    shiftsOnMondays();
    String week = PAGE + "/week?team=" + team + "&week=2027-03-01";
    Element more = page(lead, week).select("tr:contains(Una) .baton-period-more").first();
    Document day = page(lead, more.attr("hx-get"));
    assertThat(day.select("h2").text()).isEqualTo("Una of " + team + ", Monday 1 March 2027");
    Document form = page(lead, day.select("a:contains(Swap)").attr("hx-get"));
    assertThat(form.select("#rota-from").val()).isEqualTo("2027-03-01T07:00");
    assertThat(form.select("#rota-until").val()).isEqualTo("2027-03-01T13:00");

    Answer done =
        send(
            lead,
            form.select("form").attr("hx-post"),
            "login",
            form.select("#rota-login").val(),
            "taker",
            "Vera of " + team,
            "from",
            form.select("#rota-from").val(),
            "until",
            form.select("#rota-until").val(),
            "returnFrom",
            "2027-03-01T12:00",
            "returnUntil",
            "2027-03-01T19:00");

    assertThat(done.body())
        .contains("Shifts swapped: Vera of %s works Mon 1 Mar, 07:00–13:00".formatted(team));
    assertThat(done.header("HX-Trigger")).isEqualTo("people-changed");
    Element swapped = page(lead, week).select("tr[data-login=" + una + "] td").first();
    assertThat(swapped.text())
        .contains("07:00–12:00 off", "taken over by Vera", "12:00–19:00 extra")
        .contains("takes over from Vera");
    Document month = page(lead, PAGE + "/month?team=" + team + "&month=2027-03");
    assertThat(cell(month, vera, "2027-03-01").text()).contains("⇄", "takes over from Una");

    Document after =
        page(lead, PAGE + "/day?team=%s&login=%s&day=2027-03-01".formatted(team, vera));
    String takeBack = after.select("form[hx-post$=take-back]").attr("hx-post");
    assertThat(send(agent, takeBack).status()).isEqualTo(403);
    assertThat(send(lead, takeBack).body()).contains("Taken back");
    assertThat(send(lead, takeBack).status()).isEqualTo(404);
    assertThat(cells(page(lead, week), "Una").get(0)).isEqualTo("07:00–13:00");
    assertThat(agent.as("admin").get("/api/v1/audit?subject=rota+of+" + una).body())
        .contains("Does not work once", "Swap taken back");
  }

  @Test
  void aShiftOfAWeeklyRotaIsMovedOnce() {
    shiftsOnMondays();
    String[] move = {
      "login",
      una,
      "from",
      "2027-03-01T07:00",
      "until",
      "2027-03-01T13:00",
      "newFrom",
      "2027-03-03T07:00",
      "newUntil",
      "2027-03-03T13:00"
    };

    assertThat(send(lead, PAGE + "/forms/move", move).body())
        .contains("Shift of Una of " + team + " moved from");

    Document week = page(lead, PAGE + "/week?team=" + team + "&week=2027-03-01");
    assertThat(cells(week, "Una").get(0)).isEqualTo("07:00–13:00 off");
    assertThat(cells(week, "Una").get(2)).isEqualTo("07:00–13:00 extra");
    assertThat(week.select("tr[data-login=" + una + "]").text())
        .contains("moved from Mon 1 Mar, 07:00–13:00", "moved to Wed 3 Mar, 07:00–13:00");
    Document later = page(lead, PAGE + "/week?team=" + team + "&week=2027-03-08");
    assertThat(cells(later, "Una").get(0)).as("only once").isEqualTo("07:00–13:00");
    assertThat(problems("move", move))
        .singleElement()
        .asString()
        .startsWith("login: Una of " + team + " has no shift at that time (Mon 1 Mar");
  }

  @Test
  void swapsAndMovesThatCannotBeAreRefusedAtTheirFields() {
    shiftsOnMondays();
    String[] free = {"login", una, "from", "2027-03-02T07:00", "until", "2027-03-02T13:00"};
    assertThat(problems("swap", free)).containsExactly("taker: Please fill in this field.");
    assertThat(problems("swap", and(free, "taker", vera)))
        .singleElement()
        .asString()
        .startsWith("login: Una");
    String[] hers = {"login", una, "from", "2027-03-01T07:00", "until", "2027-03-01T13:00"};
    assertThat(problems("swap", and(hers, "taker", vera)))
        .singleElement()
        .asString()
        .startsWith("taker: Vera")
        .contains("cannot work then (Mon 1 Mar 2027, 12:00: on shift)")
        .doesNotContain("2027-03-01T");
    assertThat(problems("swap", and(hers, "taker", una)))
        .containsExactly("taker: must be somebody else");
    assertThat(
            problems(
                "swap",
                and(
                    hers,
                    "taker",
                    vera,
                    "returnFrom",
                    "2027-03-02T07:00",
                    "returnUntil",
                    "2027-03-02T09:00")))
        .singleElement()
        .asString()
        .startsWith("returnFrom: Vera");
    assertThat(
            problems(
                "move", and(hers, "newFrom", "2027-03-01T07:00", "newUntil", "2027-03-01T06:00")))
        .containsExactly("newUntil: The end must be after the start.");
    assertThat(problems("move", and(hers, "post", "network", "newFrom", "x", "newUntil", "")))
        .contains("login: The person is not a member of this team.");
    assertThat(cells(page(lead, PAGE + "/week?team=" + team + "&week=2027-03-01"), "Una").get(0))
        .as("nothing was kept")
        .isEqualTo("07:00–13:00");
  }

  @Test
  void halfOfASwapIsNotRemovedAloneButTheWholeIsTakenBack() {
    weekly(vera, "13:00", "20:00");
    String[] shift = {"login", una, "from", field(hours(30)), "until", field(hours(34))};
    send(lead, PAGE + "/forms/shift", and(shift, "kind", "EXTRA"));
    Answer swapped = send(lead, PAGE + "/forms/swap", and(shift, "taker", vera));
    assertThat(swapped.status()).as(swapped.body()).isEqualTo(200);
    long half =
        rota.oneOffs(una, hours(0), hours(48)).stream()
            .filter(each -> each.kind() == OneOffShift.OneOffShiftKind.OFF)
            .findFirst()
            .orElseThrow()
            .id();

    String hers = PAGE + "/agents/" + una;
    Answer refused = send(lead, "%s/one-off-shifts/%d/remove".formatted(hers, half));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("part of a swap or move");
    assertThat(rota.oneOffs(una, hours(0), hours(48))).hasSize(2);

    Document page = page(lead, hers);
    assertThat(page.select("form[hx-post*=one-off-shifts]")).as("the extra shift alone").hasSize(1);
    Element row = page.select("li:has(form[hx-post$=take-back])").first();
    assertThat(row.text()).contains("taken over by Vera of " + team, "Take back");
    assertThat(page(agent, hers).select("form[hx-post$=take-back]")).isEmpty();
    String takeBack = row.select("form").attr("hx-post");
    assertThat(send(lead, takeBack).body()).contains("Taken back");
    assertThat(rota.oneOffs(vera, hours(0), hours(48))).isEmpty();
    assertThat(rota.oneOffs(una, hours(0), hours(48))).hasSize(1);
  }

  @Test
  void aMonthNamesThePostsThatNobodyWasEverGivenAsTheWeekDoes() {
    String lonely = "lonely-" + team;
    staff.register(new TeamView(lonely, "Lonely " + team));

    Document month = page(lead, PAGE + "/month?team=" + lonely + "&month=2027-03");

    List<String> notes = month.select(".baton-week-notes li").eachText();
    assertThat(notes).isNotEmpty().anyMatch(note -> note.contains("Name deputy"));
    assertThat(
            page(lead, PAGE + "/week?team=" + lonely + "&week=2027-03-01")
                .select(".baton-week-notes li")
                .eachText())
        .isEqualTo(notes);
    Document form = page(lead, month.select(".baton-week-notes a").attr("hx-get"));
    assertThat(form.select("form").attr("hx-post")).isEqualTo("/desk/people/forms/deputy");
    assertThat(page(agent, PAGE + "/month?team=" + lonely).select(".baton-week-notes a")).isEmpty();
  }

  @Test
  void ofAShiftAroundTheClockTheDayThatIsShownIsChanged() {
    Answer added =
        send(
            lead,
            PAGE + "/forms/shift",
            "login",
            una,
            "kind",
            "EXTRA",
            "from",
            "2027-02-20T00:00",
            "until",
            "2027-04-20T00:00");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    String query = "?team=" + team;
    String wednesday = "td[data-day=2027-03-03] .baton-period";
    for (String calendar :
        List.of("/week" + query + "&week=2027-03-01", "/month" + query + "&month=2027-03")) {
      Element shown =
          page(lead, PAGE + calendar).select("tr[data-login=" + una + "] " + wednesday).first();
      assertThat(List.of(shown.attr("data-from"), shown.attr("data-until")))
          .as(calendar)
          .containsExactly("2027-03-03T00:00", "2027-03-04T00:00");
    }
    Document day = page(lead, PAGE + "/day" + query + "&login=" + una + "&day=2027-03-03");
    for (String act : List.of("Move", "Swap", "Take off")) {
      Document form = page(lead, day.select("a:contains(" + act + ")").attr("hx-get"));
      assertThat(List.of(form.select("#rota-from").val(), form.select("#rota-until").val()))
          .as(act)
          .containsExactly("2027-03-03T00:00", "2027-03-04T00:00");
    }
  }

  @Test
  void fromATeamsCalendarAShiftOfAllTeamsIsChangedForThatTeam() {
    shiftsOnMondays();
    Document week = page(lead, PAGE + "/week?team=" + team + "&week=2027-03-01");
    Element shown = week.select("tr[data-login=" + una + "]").first();
    assertThat(shown.select(".baton-period").attr("data-post")).isEqualTo(team);
    Document day = page(lead, shown.select(".baton-period-more").attr("hx-get"));
    for (String link :
        List.of(
            shown.select(".baton-period-remove").attr("hx-get"),
            day.select("a:contains(Take off)").attr("hx-get"),
            day.select("a:contains(Swap)").attr("hx-get"),
            day.select("a:contains(Move)").attr("hx-get"))) {
      assertThat(page(lead, link).select("#rota-post option[selected]").val())
          .as(link)
          .isEqualTo(team);
    }
    assertThat(
            send(
                    lead,
                    PAGE + "/forms/swap",
                    "login",
                    una,
                    "taker",
                    vera,
                    "post",
                    shown.select(".baton-period").attr("data-post"),
                    "from",
                    "2027-03-01T07:00",
                    "until",
                    "2027-03-01T11:00")
                .status())
        .isEqualTo(200);
    assertThat(
            rota.oneOffs(
                vera, Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2027-03-02T00:00:00Z")))
        .singleElement()
        .satisfies(taken -> assertThat(taken.team()).isEqualTo(team));
  }

  @Test
  void aSwapOfShiftsAtTheSameTimeIsRefused() {
    weekly(una, "08:00", "14:00");
    weekly(vera, "08:00", "14:00");

    assertThat(
            problems(
                "swap",
                "login",
                una,
                "taker",
                vera,
                "from",
                "2027-03-01T07:00",
                "until",
                "2027-03-01T13:00",
                "returnFrom",
                "2027-03-01T07:00",
                "returnUntil",
                "2027-03-01T13:00"))
        .singleElement()
        .asString()
        .startsWith("returnFrom: ")
        .contains("same time");
  }

  @Test
  void readersSeeTheCalendarsWithoutHandles() {
    shiftsOnMondays();
    for (String path :
        List.of(
            "/month?team=" + team + "&month=2027-03",
            "/week?team=" + team + "&week=2027-03-01",
            "/day?team=" + team + "&day=2027-03-01&login=" + una)) {
      Document seen = page(agent, PAGE + path);
      assertThat(seen.select(".baton-period")).as(path).isNotEmpty();
      assertThat(
              seen.select(
                  "[data-from], [data-drag-move], .baton-period-more, [href*=form=], [hx-get*=forms]"))
          .as(path)
          .isEmpty();
    }
    for (String form : List.of("swap", "move", "shift", "weekly")) {
      assertThat(agent.get(PAGE + "/forms/" + form).status()).as(form).isEqualTo(403);
      assertThat(send(agent, PAGE + "/forms/" + form, "login", una).status()).isEqualTo(403);
    }
  }

  private static Element cell(Document month, String login, String day) {
    return month.select("tr[data-login=%s] td[data-day=%s]".formatted(login, day)).first();
  }

  private static String[] and(String[] fields, String... more) {
    return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    assertThat(
            problems(
                "shift", "login", "nobody-known", "kind", "EXTRA", "from", "", "until", "2027"))
        .containsExactly(
            "login: No active person with this name. Choose one from the list.",
            "from: Please fill in this field.",
            "until: This value cannot be read. Please enter it again.");
    assertThat(
            problems(
                "absence",
                "login",
                una,
                "kind",
                "LEAVE",
                "deputy",
                una,
                "from",
                "2027-03-02T10:00",
                "until",
                "2027-03-02T09:00"))
        .containsExactly(
            "until: The end must be after the start.", "deputy: Nobody can be their own deputy.");
    assertThat(problems("deputy", "login", una, "deputy", "trainer"))
        .containsExactly(
            "deputy: This person may not answer escalations. Name somebody who may, such as a senior"
                + " agent.");
    assertThat(
            problems(
                "weekly",
                "login",
                una,
                "start",
                "08:00",
                "end",
                "16:00",
                "validFrom",
                "2027-03-01",
                "everyWeeks",
                "9"))
        .containsExactly(
            "days: Choose at least one day.", "everyWeeks: Enter a number from 1 to 8.");
    assertThat(problems("weekly", "login", una, "days", "MONDAY", "start", "x", "validTo", "2027"))
        .containsExactly(
            "start: This value cannot be read. Please enter it again.",
            "end: Please fill in this field.",
            "validFrom: Please fill in this field.",
            "validTo: This value cannot be read. Please enter it again.");
    send(lead, PAGE + "/forms/deputy", "login", una, "deputy", vera);
    assertThat(problems("deputy", "login", vera, "deputy", una))
        .containsExactly(
            "deputy: This would make deputies stand in for each other in a circle. Name somebody else.");
    String[] leave = {
      "login", una, "kind", "LEAVE", "from", "2027-05-03T00:00", "until", "2027-05-05T00:00"
    };
    assertThat(send(lead, PAGE + "/forms/absence", leave).status()).isEqualTo(200);
    assertThat(problems("absence", leave))
        .containsExactly(
            "from: This overlaps another absence of the same person. Change or remove that one first.");
    assertThat(lead.get(PAGE + "/forms/nothing").status()).isEqualTo(404);
  }

  @Test
  void aFormKeepsWhatWasEnteredAndBeginsToday() {
    Document empty = page(lead, PAGE + "/forms/weekly?login=" + una);
    assertThat(empty.select("#rota-validFrom").val())
        .isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
    assertThat(empty.select("#rota-login").val()).isEqualTo("Una of %s (%s)".formatted(team, una));
    assertThat(empty.text()).contains("Times are in Europe/Berlin.");

    Document refused =
        Jsoup.parse(
            send(
                    lead,
                    PAGE + "/forms/weekly",
                    "login",
                    una,
                    "days",
                    "FRIDAY",
                    "start",
                    "08:15",
                    "validFrom",
                    "2027-03-01")
                .body());
    assertThat(refused.select("#rota-start").val()).isEqualTo("08:15");
    assertThat(refused.select("#rota-validFrom").val()).isEqualTo("2027-03-01");
    assertThat(refused.select("input[checked]").val()).isEqualTo("FRIDAY");
    assertThat(refused.select("#rota-end").attr("aria-describedby")).isEqualTo("rota-end-problem");
  }

  @Test
  void whoeverWillBeAwayWithOpenWorkLeadsToIt() {
    String number = newIncident("Left behind");
    agent.post("/api/v1/incidents/" + number + "/assign", "{\"assignee\": \"%s\"}".formatted(una));
    String[] leave = {
      "login", una, "kind", "LEAVE", "from", field(hours(200)), "until", field(hours(220))
    };

    assertThat(send(lead, PAGE + "/forms/absence", leave).body())
        .contains("href=\"/desk/incidents?assignee=" + una + "\"", "Reassign 1 open incident");
  }

  @Test
  void anAbsenceWhoseDeputyIsRefusedIsNotKept() {
    send(lead, PAGE + "/forms/deputy", "login", una, "deputy", vera);

    assertThat(
            problems(
                "absence",
                "login",
                vera,
                "kind",
                "LEAVE",
                "from",
                field(hours(1)),
                "until",
                "",
                "deputy",
                una))
        .singleElement()
        .asString()
        .contains("in a circle");
    assertThat(rota.absences(vera)).isEmpty();
  }

  @Test
  void peopleEditTheirOwnAbsencesAndDeputiesAndLeadsAll() {
    ApiClient her = agent.as(una);
    String[] own = {
      "login", una, "kind", "TRAINING", "from", field(hours(-1)), "note", "Only hers"
    };
    String[] others = {"login", vera, "kind", "TRAINING", "from", field(hours(-1))};

    assertThat(send(her, PAGE + "/forms/absence", others).status()).isEqualTo(403);
    assertThat(send(her, PAGE + "/forms/deputy", "login", vera, "deputy", una).status())
        .isEqualTo(403);
    assertThat(send(her, PAGE + "/forms/deputy", "role", "agent", "deputy", vera).status())
        .isEqualTo(403);
    assertThat(send(her, PAGE + "/forms/shift", "login", una).status()).isEqualTo(403);
    assertThat(send(her, PAGE + "/forms/weekly", "login", una).status()).isEqualTo(403);
    assertThat(send(her, PAGE + "/forms/absence", own).status()).isEqualTo(200);
    assertThat(duty.presence(una, clock.instant()).onDuty()).isFalse();

    String hers = PAGE + "/agents/" + una;
    assertThat(page(her, hers).select(".baton-people-acts a").eachText())
        .containsExactly("Add absence", "Name deputy");
    assertThat(page(her, hers).text()).contains("Only hers", "return date unknown");
    assertThat(page(lead, hers).text()).contains("Only hers");
    Document byOthers = page(agent, hers);
    assertThat(byOthers.text()).contains("in training").doesNotContain("Only hers");
    assertThat(byOthers.select(".baton-people-acts, #people-person form")).isEmpty();
    assertThat(page(agent, PAGE + "/week?team=" + team).select("[hx-get*=forms]")).isEmpty();

    String end = page(her, hers).select("form[hx-post$=/end]").attr("hx-post");
    assertThat(send(agent, end).status()).isEqualTo(403);
    assertThat(send(her, end).body()).contains("The absence has ended.");
    assertThat(duty.presence(una, clock.instant()).onDuty()).isTrue();
  }

  @Test
  void entriesAreRemovedAndEveryChangeIsAudited() {
    send(
        lead,
        PAGE + "/forms/weekly",
        "login",
        una,
        "days",
        "MONDAY",
        "start",
        "08:00",
        "end",
        "16:00",
        "validFrom",
        "2027-03-01");
    send(
        lead,
        PAGE + "/forms/shift",
        "login",
        una,
        "kind",
        "EXTRA",
        "from",
        field(hours(3)),
        "until",
        field(hours(5)));
    send(lead, PAGE + "/forms/absence", "login", una, "kind", "OTHER", "from", field(hours(9)));
    send(lead, PAGE + "/forms/deputy", "login", una, "deputy", vera);
    String hers = PAGE + "/agents/" + una;
    List<String> removals = page(lead, hers).select("form[hx-post$=/remove]").eachAttr("hx-post");
    assertThat(removals).hasSize(4);

    for (String remove : removals) {
      assertThat(send(agent, remove).status()).as(remove).isEqualTo(403);
      assertThat(send(lead, remove).body()).as(remove).contains("removed.");
      assertThat(send(lead, remove).status()).as(remove).isEqualTo(404);
    }

    assertThat(page(lead, hers).select("form[hx-post]")).isEmpty();
    String audit = agent.as("admin").get("/api/v1/audit?subject=rota+of+" + una).body();
    assertThat(audit).contains("team-lead", "Works once", "Weekly shift", "Absence", "Deputy");
  }

  @Test
  void aClientsPeopleAreRefusedWithAPage() {
    for (String path :
        List.of(
            "",
            "/week",
            "/month",
            "/day?login=" + una,
            "/agents/" + una,
            "/forms/absence",
            "/forms/swap",
            "/names?login=una")) {
      Answer refused =
          requester.send(requester.request(PAGE + path).setHeader("Accept", "text/html").GET());
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.body())
          .as(path)
          .contains("<main", "Access denied")
          .doesNotContain("Una of");
    }
    assertThat(page(requester, "/desk/incidents").select("nav a").eachText())
        .doesNotContain("People");
    assertThat(page(agent, "/desk/incidents").select("nav a").eachText())
        .containsSubsequence("Inbox", "People", "Tasklist");
  }

  @Test
  void namesAreTextAndGermanReadersReadGerman() {
    person("marked" + team, SCRIPT, Role.AGENT);
    send(
        lead,
        PAGE + "/forms/absence",
        "login",
        "marked" + team,
        "kind",
        "SICK",
        "from",
        field(hours(-1)),
        "note",
        SCRIPT);

    for (String path :
        List.of(
            "?team=" + team,
            "?q=%3Cscript%3Ealert(1)%3C/script%3E",
            "/week?team=" + team,
            "/month?team=" + team,
            "/month?team=" + team + "&form=swap&taker=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/day?team=" + team + "&login=marked" + team,
            "/week?team=" + team + "&form=shift&login=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/agents/marked" + team,
            "/names?login=alert")) {
      assertThat(lead.get(PAGE + path).body())
          .as(path)
          .doesNotContain("<script>alert", "<img src=x");
    }
    Answer german =
        lead.send(lead.request(PAGE + "?team=" + team).setHeader("Accept-Language", "de").GET());
    assertThat(german.body()).contains("Mitarbeitende", "im Dienst", "krank, Rückkehr offen");
  }

  private List<String> problems(String form, String... fields) {
    Answer refused = send(lead, PAGE + "/forms/" + form, fields);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).as("swapped in by the page's script").contains("hx-swap-oob");
    return Jsoup.parse(refused.body()).select(".baton-rota-problem").stream()
        .map(each -> each.id().replaceAll("rota-(.*)-problem", "$1") + ": " + each.text())
        .toList();
  }

  private static List<String> cells(Document week, String row) {
    return week.select(".baton-week tbody tr").stream()
        .filter(each -> each.select("th").text().startsWith(row))
        .findFirst()
        .map(each -> each.select("td").stream().map(PeoplePageIT::shown).toList())
        .orElseThrow();
  }

  private static String shown(Element cell) {
    return cell.select(".baton-period, .baton-week-missing").eachText().stream()
        .reduce("", (one, other) -> one.isEmpty() ? other : one + "; " + other);
  }

  private Document page(ApiClient who, String path) {
    Answer answer = who.get(path);
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private Instant hours(int later) {
    return clock.instant().plus(Duration.ofHours(later)).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The leads of these tests are in UTC. */
  private static String field(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
