package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Views of the list: what everybody has, what somebody saves, and for whom. */
class ViewsIT extends PagesDesk {

  private static final String VIEWS = "/desk/views";

  @Test
  void homeIsWhatIsMineAndForAClientsPeopleWhatIsOpen() {
    Answer home = agent.get("/desk");

    assertThat(home.status()).isEqualTo(303);
    assertThat(home.header("Location")).endsWith("/desk/incidents?assignee=me&sort=due&order=asc");
    assertThat(requester.get("/desk").header("Location")).endsWith("/desk/incidents");
    assertThat(agent.get("/desk/incidents").body()).contains("hx-get=\"/desk/views\"");
    assertThat(requester.get("/desk/incidents").body()).doesNotContain("/desk/views");
    assertThat(requester.get(VIEWS).status()).isEqualTo(403);
  }

  @Test
  void eachViewSaysHowManyAreInIt() {
    int mine = count(agent, "My work");
    String number = newIncident("Counted");
    agent.post("/api/v1/incidents/" + number + "/claim");

    assertThat(count(agent, "My work")).isEqualTo(mine + 1);
    assertThat(agent.get(VIEWS + "?assignee=me&sort=due&order=asc").body())
        .containsOnlyOnce("aria-current=\"page\"");
  }

  @Test
  void aViewIsKeptForItsOwnerAndRemovedByThem() {
    String view = "viewName=Networks+%3Cb%3E&viewTeam=&q=router&status=all&sort=number&order=asc";

    Answer saved = send(agent, VIEWS, fields(view));

    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(saved.body())
        .contains("Networks &lt;b&gt;", "q=router&amp;status=all&amp;sort=number&amp;order=asc");
    send(agent, VIEWS, fields(view));
    assertThat(agent.get(VIEWS).body()).containsOnlyOnce("<span>Networks &lt;b&gt;</span>");
    ApiClient colleague = agent.as("senior-agent");
    assertThat(colleague.get(VIEWS).body()).doesNotContain("Networks");
    String remove = removalIn(agent.get(VIEWS).body());
    assertThat(send(colleague, remove).status()).isEqualTo(404);
    assertThat(send(agent, remove).body()).doesNotContain("Networks");
  }

  @Test
  void aTeamSeesWhatAMemberSavedForIt() {
    send(agent, VIEWS, "viewName", "Printers", "viewTeam", "service-desk", "q", "printer");

    assertThat(agent.as("senior-agent").get(VIEWS).body())
        .contains("Printers", "Team service-desk")
        .doesNotContain("/remove");
    send(agent, removalIn(agent.get(VIEWS).body()));
    assertThat(agent.as("senior-agent").get(VIEWS).body()).doesNotContain("Printers");
  }

  @Test
  void whatCannotBeSavedSaysWhy() {
    assertThat(send(agent, VIEWS, "viewName", " ").body()).contains("name of the view is missing");
    assertThat(send(agent, VIEWS, "viewName", "x".repeat(61)).status()).isEqualTo(422);
    assertThat(send(agent, VIEWS, "viewName", "Theirs", "viewTeam", "network").body())
        .contains("Only members of a team");
    assertThat(agent.get(VIEWS).body()).doesNotContain("Theirs");
  }

  private static String[] fields(String form) {
    return Arrays.stream(form.split("&"))
        .flatMap(
            field -> {
              int at = field.indexOf('=');
              return Stream.of(
                  field.substring(0, at),
                  URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
            })
        .toArray(String[]::new);
  }

  private static String removalIn(String body) {
    Matcher address = Pattern.compile("/desk/views/\\d+/remove").matcher(body);
    assertThat(address.find()).isTrue();
    return address.group();
  }

  private static int count(ApiClient who, String view) {
    Matcher count =
        Pattern.compile("<span>" + view + "</span>.*?baton-view-count\">(\\d+)<", Pattern.DOTALL)
            .matcher(who.get(VIEWS).body());
    assertThat(count.find()).isTrue();
    return Integer.parseInt(count.group(1));
  }
}
