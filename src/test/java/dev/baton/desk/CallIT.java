package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient.Answer;
import dev.baton.client.RequesterView;
import java.util.List;
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
