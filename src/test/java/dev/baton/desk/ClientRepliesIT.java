package dev.baton.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;

/** What a client writes is seen by whoever holds the incident, until they have read it. */
class ClientRepliesIT extends PagesDesk {

  private static final String NEW = "New from the client since";

  @Test
  void aReplyIsNewUntilTheAssigneeOpensTheIncident() {
    String number = claimed("Toaster smokes");
    assertThat(row(agent, number)).doesNotContain(NEW);

    write(requester, number, "FROM_CLIENT", "It still smokes.", "form-of-toaster", null);
    jobs.runDue();

    assertThat(row(agent, number)).contains(NEW, "baton-unread");
    assertThat(agent.get("/desk/inbox").body()).contains("[" + number + "] Client replied");
    assertThat(agent.as("senior-agent").get(pageOf(number)).body()).contains(NEW);
    assertThat(row(agent, number)).as("somebody else has looked").contains(NEW);

    Answer opened = agent.get(pageOf(number));
    assertThat(opened.body()).contains(NEW, "Mark as read");

    assertThat(row(agent, number)).doesNotContain(NEW);
    assertThat(agent.get(pageOf(number)).body()).doesNotContain(NEW);
    assertThat(agent.get("/desk/inbox").body()).doesNotContain(number);
    assertThat(agent.get("/desk/inbox?view=all").body()).contains(number);
  }

  @Test
  void theTabInTasklistCountsAsOpened() {
    String number = claimed("Kettle leaks");
    byMail(number, "It leaks again.");

    assertThat(agent.get(pageOf(number) + "/panel").body()).contains(NEW);

    assertThat(row(agent, number)).doesNotContain(NEW);
  }

  @Test
  void theNewsOfAnOpenPageShowTheReplyAndLeaveItUnreadUntilItIsMarked() {
    String number = claimed("Fridge hums");
    agent.get(pageOf(number));
    byMail(number, "It hums louder.");

    assertThat(agent.get(pageOf(number) + "/news?seen-revision=old").body()).contains(NEW);
    assertThat(row(agent, number)).contains(NEW);

    Answer marked = send(agent, pageOf(number) + "/read");
    assertThat(marked.body()).contains("Marked as read.").doesNotContain(NEW);
    assertThat(row(agent, number)).doesNotContain(NEW);
  }

  @Test
  void anAnswerMarksItAsRead() {
    String number = claimed("Oven beeps");
    byMail(number, "It beeps.");

    assertThat(found("?q=oven&reply=unanswered")).contains(number);
    write(agent.as("senior-agent"), number, "NOTE", "Looks odd.", "form-of-oven-note", null);
    assertThat(row(agent, number)).as("an internal note is no answer").contains(NEW);
    write(agent, number, "REPLY", "We are on it.", "form-of-oven", null);

    assertThat(row(agent, number)).doesNotContain(NEW);
    assertThat(found("?q=oven&reply=unanswered")).doesNotContain(number);
  }

  @Test
  void unassignedItIsNewUntilSomebodyClaimsAndOpensIt() {
    String number = newIncident("Blender sparks");
    byMail(number, "More sparks.");

    agent.get(pageOf(number));
    assertThat(row(agent, number)).contains(NEW);
    agent.post("/api/v1/incidents/" + number + "/claim");
    assertThat(row(agent, number)).contains(NEW);
    agent.get(pageOf(number));

    assertThat(row(agent, number)).doesNotContain(NEW);
  }

  @Test
  void aCallThatTheAssigneeTookIsKnownToThem() {
    String number = claimed("Mixer stalls");
    write(agent, number, "CALL_IN", "She asks when.", "form-of-mixer", null);
    assertThat(row(agent, number)).doesNotContain(NEW);

    String other = claimed("Mixer burns");
    write(agent.as("team-lead"), other, "CALL_IN", "He asks when.", "form-of-mixers", null);
    assertThat(row(agent, other)).contains(NEW);
  }

  @Test
  void theListIsNarrowedToWhatTheClientWroteAndIsTakenAlongSo() {
    String unread = claimed("Grinder jams one");
    String read = claimed("Grinder jams two");
    String quiet = claimed("Grinder jams three");
    byMail(unread, "Please hurry.");
    byMail(read, "Please hurry.");
    agent.get(pageOf(read));

    assertThat(found("?q=grinder&reply=unanswered")).contains(unread, read).doesNotContain(quiet);
    assertThat(found("?q=grinder&reply=unread")).contains(unread).doesNotContain(read, quiet);
    assertThat(found("?q=grinder&reply=nonsense")).contains(unread, read, quiet);
    assertThat(agent.as("team-lead").get("/desk/incidents.csv?q=grinder&reply=unread").body())
        .contains(unread)
        .doesNotContain(read, quiet);
  }

  @Test
  void aClientSeesNothingOfIt() {
    String number = claimed("Heater ticks");
    byMail(number, "It ticks.");

    assertThat(requester.get("/desk/incidents?q=heater&reply=unread").body())
        .contains(number)
        .doesNotContain(NEW, "filter-reply", "baton-unread", "baton-bell");
    assertThat(requester.get(pageOf(number)).body()).doesNotContain(NEW);
  }

  @Test
  void aReplyToAClosedIncidentIsNewAsWell() {
    String number = resolvedIncident("Scale is off");
    requester.post("/api/v1/incidents/" + number + "/confirm");
    jobs.runDue();

    byMail(number, "It is off again.");

    assertThat(agent.get("/desk/incidents?status=all&q=" + number).body()).contains(NEW);
    agent.get(pageOf(number));
    assertThat(agent.get("/desk/incidents?status=all&q=" + number).body()).doesNotContain(NEW);
  }

  private String claimed(String subject) {
    String number = newIncident(subject);
    agent.post("/api/v1/incidents/" + number + "/claim");
    jobs.runDue();
    return number;
  }

  private void byMail(String number, String text) {
    Answer logged =
        agent.post(
            "/api/v1/incidents/" + number + "/contacts",
            """
            {"direction": "IN", "channel": "EMAIL", "from": "ada@acme.example",
             "visibility": "CLIENT", "body": "%s"}
            """
                .formatted(text));
    assertThat(logged.status()).isEqualTo(201);
    jobs.runDue();
  }

  /** The list with this incident alone. */
  private static String row(ApiClient who, String number) {
    Answer page = who.get("/desk/incidents?q=" + number);
    assertThat(page.body()).contains(number + "</a>");
    return page.body();
  }

  private String found(String query) {
    return agent.get("/desk/incidents" + query).body();
  }
}
