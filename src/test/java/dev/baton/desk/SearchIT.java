package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * One field finds any incident, by any word, name or number, and nobody finds more than is theirs.
 */
class SearchIT extends PagesDesk {

  @Test
  void aNumberLeadsToItsIncident() {
    String number = newIncident("Scanner stands still");

    Answer found = agent.get("/desk/search?q=" + number.toLowerCase(Locale.ROOT));

    assertThat(found.status()).isEqualTo(303);
    assertThat(found.header("Location")).endsWith("/desk/incidents/" + number);
    String digits = number.substring(number.lastIndexOf('-') + 1).replaceFirst("^0+", "");
    assertThat(agent.get("/desk/search?q=" + digits).header("Location")).endsWith(number);
    assertThat(stranger.get("/desk/search?q=" + number).status()).isEqualTo(200);
  }

  @Test
  void whatWasWrittenFindsItsIncident() {
    String number = newIncident("Nobody can print");
    write(agent, number, "REPLY", "Please unplug the flux capacitor for a minute.", null, null);
    write(agent, number, "NOTE", "Probably the marsupial bearing " + SCRIPT, null, null);

    assertThat(results(agent, "capacitor unplug")).contains(number, "the flux capacitor");
    assertThat(results(agent, "marsup"))
        .contains(number, "Internal", "&lt;script&gt;")
        .doesNotContain("<script>alert");
    assertThat(results(requester, "capacitor")).contains(number);
    assertThat(results(requester, "marsupial")).contains("Nothing matches").doesNotContain(number);
    assertThat(results(stranger, "capacitor")).doesNotContain(number);
    assertThat(results(agent, "capacitor marsupial")).doesNotContain(number);
  }

  @Test
  void peopleAndClientsAreFoundByTheDeskAlone() {
    assertThat(results(agent, "ada")).contains("href=\"mailto:ada@acme.example\"", "The acme");
    assertThat(results(agent, "glob")).contains("/desk/incidents?client=globex");
    assertThat(results(requester, "glob")).doesNotContain("client=globex");
    assertThat(results(requester, "bob")).doesNotContain("bob@globex.example");
  }

  @Test
  void anAddressWithoutAPageIsToldToPeopleAsAPageAndToProgramsAsAProblem() {
    Answer page = agent.send(agent.request("/desk/nowhere").setHeader("Accept", "text/html"));
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains("<h1>Not found</h1>", "There is no page at this address.");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    Answer program = agent.send(agent.request("/desk/nowhere").setHeader("Accept", "*/*"));
    assertThat(program.status()).isEqualTo(404);
    assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");
    Answer api = agent.send(agent.request("/api/v1/nowhere").setHeader("Accept", "text/html, */*"));
    assertThat(api.header("Content-Type")).isEqualTo("application/problem+json");
    Answer outbox = requester.send(requester.request("/outbox").setHeader("Accept", "text/html"));
    assertThat(outbox.status()).isEqualTo(403);
    assertThat(outbox.body()).contains("<h1>Access denied</h1>");
  }

  @Test
  void nothingTypedBreaksIt() {
    for (String q : new String[] {"", "+", "\"", "(*", "the", "'", "%", "a b", "@", "<b>"}) {
      assertThat(results(agent, q)).as(q).contains("Search").doesNotContain("<b>");
    }
    assertThat(agent.get("/desk/search").body()).contains("autofocus");
  }

  private static String results(ApiClient who, String text) {
    Answer page = who.get("/desk/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    assertThat(page.status()).as(text).isEqualTo(200);
    return page.body();
  }
}
