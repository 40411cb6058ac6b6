package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.notification.delivery.Inbox;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Colleagues mentioned in internal notes: their inbox, the timeline, and who cannot be. */
class MentionsIT extends PagesDesk {

  @Autowired Inbox inbox;

  private ApiClient colleague;

  @BeforeEach
  void nothingIsUnread() {
    colleague = agent.as("senior-agent");
    jobs.runDue(); // what others left to be told
    inbox.readAll("senior-agent");
    inbox.readAll("agent");
  }

  @Test
  void whoeverIsMentionedFindsTheNoteInTheirInboxOnce() {
    String number = newIncident("Look at this");
    String once = UUID.randomUUID().toString();
    String text = "@senior-agent please look, @senior-agent. Me: @agent. Not @home or a@agent.de";

    write(agent, number, "NOTE", text, once, null);
    write(agent, number, "NOTE", text, once, null);

    String messages = unread(colleague);
    assertThat(
            JsonPath.<List<String>>read(
                messages, "$.items[?(@.incident == '" + number + "')].event"))
        .containsExactly("MENTIONED");
    assertThat(JsonPath.<String>read(messages, "$.items[0].subject"))
        .isEqualTo("Agent mentioned you: " + number + " Look at this");
    assertThat(unread(agent)).doesNotContain("MENTIONED");
    String page = colleague.get("/desk/inbox").body();
    int note = JsonPath.read(messages, "$.items[0].contact");
    assertThat(page)
        .contains(pageOf(number) + "?view=messages#contact-" + note, "Inbox, 1 unread message\"")
        .contains("please look");
    String shown = colleague.get(pageOf(number) + "?view=messages").body();
    assertThat(shown)
        .contains("id=\"contact-" + note + "\"")
        .contains("class=\"baton-mention\" title=\"@senior-agent\">@Senior agent</span>")
        .contains("Not @home or", ">a@agent.de</a>");
    assertThat(unread(colleague)).as("it was opened").doesNotContain("MENTIONED");
  }

  @Test
  void aNoteByTheApiMentionsToo() {
    String number = newIncident("By a program");

    Answer noted = note(number, "For @Senior-Agent.");

    assertThat(noted.status()).as(noted.body()).isEqualTo(201);
    assertThat(JsonPath.<String>read(unread(colleague), "$.items[0].subject")).contains(number);
  }

  @Test
  void aReplyMentionsNobody() {
    String number = newIncident("For the client");

    write(agent, number, "REPLY", "Write to @senior-agent or @ada.", null, null);
    jobs.runDue();

    assertThat(unread(colleague)).doesNotContain("MENTIONED");
  }

  @Test
  void whoMayNotSeeTheIncidentIsRefusedInWordsAndNothingIsWritten() {
    String number = newIncident("Not for them");
    staff.register(
        new AgentView(
            "gone",
            "Gone Gordon",
            "gone@desk.example",
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Set.of(Role.AGENT),
            Set.of(),
            false),
        null);

    Answer client = write(agent, number, "NOTE", "Ask @ada first", null, null);
    Answer gone = write(agent, number, "NOTE", "Ask @gone first", null, null);
    Answer program = note(number, "Ask @ada first");

    assertThat(client.status()).isEqualTo(422);
    assertThat(client.body())
        .contains("Ada cannot be mentioned: a client&#39;s people do not see internal notes.");
    assertThat(gone.body()).contains("Gone Gordon cannot be mentioned: they no longer work");
    assertThat(program.status()).isEqualTo(422);
    assertThat(program.body()).contains("Ada cannot be mentioned", "\"body\"");
    assertThat(agent.get("/api/v1/incidents/" + number + "/contacts").body())
        .doesNotContain("first");
  }

  @Test
  void colleaguesAreSuggestedByNameOrSignInNameToWritersAlone() {
    String colleagues = pageOf(newIncident("Whom")) + "/colleagues?q=";

    assertThat(agent.get(colleagues + "sen").body()).contains("data-login=\"senior-agent\"");
    assertThat(agent.get(colleagues + "LEAD").body())
        .contains("data-login=\"team-lead\"", "Team lead")
        .doesNotContain("senior-agent");
    assertThat(agent.get(colleagues + "ada").body()).doesNotContain("option");
    assertThat(agent.get(colleagues + "agent").body()).doesNotContain("data-login=\"agent\"");
    assertThat(requester.get(colleagues).status()).isEqualTo(403);
    assertThat(agent.as("qa-specialist").get(colleagues).status()).isEqualTo(403);
  }

  private Answer note(String number, String text) {
    return agent.post(
        "/api/v1/incidents/" + number + "/contacts",
        "{\"direction\": \"OUT\", \"channel\": \"WEB\", \"visibility\": \"INTERNAL\", \"body\": \"%s\"}"
            .formatted(text));
  }

  private static String unread(ApiClient who) {
    return who.get("/api/v1/inbox?unread=true").body();
  }
}
