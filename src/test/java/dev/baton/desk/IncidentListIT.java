package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of incidents: who finds what in it, and what can be taken along. */
class IncidentListIT extends PagesDesk {

  private static final Pattern NUMBER = Pattern.compile(">(INC-\\d{4}-\\d+)</a></th>");

  @Test
  void whatIsAskedForStandsInTheAddress() {
    String queued = newIncident("Shredder hums");
    String taken = newIncident("Shredder whistles");
    agent.post("/api/v1/incidents/" + taken + "/claim");
    String over = newIncident("Shredder sings");
    agent.post("/api/v1/incidents/" + over + "/cancel", "{\"note\": \"Never mind\"}");
    jobs.runDue();

    assertThat(found(agent, "?q=shredder")).as("due first").containsExactly(queued, taken);
    assertThat(found(agent, "?q=shred&status=all")).containsExactly(over, taken, queued);
    assertThat(found(agent, "?q=shredder&status=CANCELLED")).containsExactly(over);
    assertThat(found(agent, "?q=shredder&assignee=me")).containsExactly(taken);
    assertThat(found(agent, "?q=shredder&assignee=nobody")).containsExactly(queued);
    assertThat(found(agent, "?q=shredder&team=network")).isEmpty();
    assertThat(found(agent, "?q=shredder&client=acme&sort=number&order=asc"))
        .containsExactly(queued, taken);
    assertThat(found(agent, "?q=shredder&client=nobody-known")).isEmpty();
    assertThat(found(agent, "?q=ada+shredder+whistles")).containsExactly(taken);
    assertThat(found(agent, "?q=" + queued)).containsExactly(queued);
    assertThat(found(agent, "?q=shredder&sort=due&order=asc")).hasSize(2);
    assertThat(found(agent, "?q=shredder&sort=priority&priority=P4")).isEmpty();
    assertThat(found(agent, "?q=shredder&due=late")).isEmpty();
  }

  @Test
  void nothingTypedBreaksIt() {
    for (String q :
        List.of(
            "%22+*",
            "%28%29", "%2B-%3C%3E%7E%40", "x%27+or+1%3D1+--", "%25", "the", "%F0%9F%94%A5")) {
      Answer page =
          agent.get("/desk/incidents?page=99999&sort=x&due=y&priority=P9&status=z&q=" + q);
      assertThat(page.status()).as(q).isEqualTo(200);
    }
  }

  @Test
  void aRequesterFindsTheirOwnClientsAloneAndNotWhoHasIt() {
    String number = newIncident("Laminator burns");

    assertThat(found(requester, "?q=laminator")).containsExactly(number);
    assertThat(found(stranger, "?q=laminator")).isEmpty();
    assertThat(found(stranger, "?q=laminator&client=acme")).isEmpty();
    assertThat(found(stranger, "?status=all&q=" + number)).isEmpty();
    assertThat(found(requester, "?q=laminator&assignee=agent")).containsExactly(number);
    assertThat(requester.get("/desk/incidents").body())
        .doesNotContain("id=\"filter-assignee\"", "id=\"filter-client\"", "globex");
    assertThat(requester.get("/desk/incidents.csv").status()).isEqualTo(403);
  }

  @Test
  void whatIsTakenAlongHoldsNoFormula() {
    newIncident("=HYPERLINK(1) of plotter");
    newIncident("@plotter");
    ApiClient lead = agent.as("team-lead");

    Answer csv = lead.get("/desk/incidents.csv?q=plotter");

    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.header("Content-Disposition")).startsWith("attachment");
    assertThat(csv.body())
        .startsWith("Number,Subject,")
        .contains(",'=HYPERLINK(1) of plotter,", ",'@plotter,");
  }

  @Test
  void emptyIsSaidAndWhatPeopleWroteIsText() {
    newIncident("Beamer " + SCRIPT);

    assertThat(agent.get("/desk/incidents?q=zzzznothing").body()).contains("No incidents match");
    assertThat(agent.get("/desk/incidents?q=beamer").body())
        .contains("Beamer &lt;script&gt;")
        .doesNotContain("<script>alert", "<img");
    assertThat(agent.get("/desk/incidents?q=%22%3E%3Cscript%3Ealert(1)").body())
        .doesNotContain("<script>alert");
  }

  @Test
  void aListIsReadPageByPage() {
    for (int i = 0; i < 53; i++) {
      agent.post("/api/v1/incidents", report("Pager " + i));
    }

    Answer first = agent.get("/desk/incidents?q=pager");
    assertThat(first.body()).contains("53 incidents", "Page 1", "rel=\"next\"");
    assertThat(found(agent, "?q=pager&page=1")).hasSize(3);
  }

  private static List<String> found(ApiClient who, String query) {
    Answer page = who.get("/desk/incidents" + query);
    assertThat(page.status()).isEqualTo(200);
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(page.body());
    while (matcher.find()) {
      numbers.add(matcher.group(1));
    }
    return numbers;
  }
}
